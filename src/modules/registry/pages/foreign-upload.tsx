import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, Buttons, ErrorSummary, FileField, FormToken, Select, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Lede } from '../../../ui/text';
import type { SavedMapping } from '../queries/exchange';
import { takenFields } from '../rules/exchange/columns';
import { type Register, registers } from '../rules/registers';
import { registerCrumbs } from './exchange';

type Props = {
	view: View;
	register: Register;
	mappings: readonly SavedMapping[];
	values: Values;
	problems?: Problems;
};

/** A table on its way into a register: nothing is loaded before it was looked at. */
export const ForeignUploadPage = ({ view, register, mappings, values, problems = {} }: Props) => (
	<Page
		view={view}
		title={`Загрузить файл: ${registers[register].name.toLocaleLowerCase('ru')}`}
		crumbs={registerCrumbs(register)}
	>
		<Lede>Сначала вы увидите, что понято в каждой строке, и только потом загрузите.</Lede>
		<form method="post" action={`/registry/${register}/imports`} enctype="multipart/form-data">
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<FileField
				name="file"
				label="Файл"
				hint="Excel (.xlsx) или CSV, до 5 МБ"
				accept=".xlsx,.csv,.tsv,.txt"
				problems={problems}
			/>
			{mappings.length > 0 && (
				<Select
					name="mapping"
					label="По какому порядку столбцов сделан файл"
					empty="понять по заголовкам"
					options={Object.fromEntries(mappings.map(({ id, name }) => [id, name]))}
					{...{ values, problems }}
				/>
			)}
			<Fold label="Или вставьте таблицу из Excel" open={Boolean(values.pasted)}>
				<TextArea
					name="pasted"
					label="Таблица вместе с заголовками"
					hint="Выделите её в Excel или Word, скопируйте (Ctrl+C) и вставьте сюда (Ctrl+V)"
					rows={6}
					{...{ values, problems }}
				/>
			</Fold>
			<Buttons>
				<Button icon="upload">Показать, что понято</Button>
			</Buttons>
		</form>
		<Card title="Что читается">
			<p>
				Столбцы в любом порядке, лишние не мешают. Нужно имя; из остального читается:{' '}
				{Object.values(takenFields(register)).join(' · ')}
			</p>
			<p class="quiet">
				Пустая клетка ничего не меняет. Согласия из файла не берутся: они есть только на бумаге или в программе. Сам
				файл не хранится.
			</p>
		</Card>
	</Page>
);
