import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, ErrorSummary, FileField, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Lede, Moment } from '../../../ui/text';
import { fieldLabels } from '../rules/staff-import/headers';

type Open = { id: string; sourceName: string; createdAt: string };
type Props = { view: View; open: readonly Open[]; values: Values; problems?: Problems };

/** A list of the staff as it is: a file or a pasted table; nothing is loaded before it was looked at. */
export const ImportPage = ({ view, open, values, problems = {} }: Props) => (
	<Page view={view} title="Загрузить список сотрудников" crumbs={[{ href: '/people', label: 'Люди' }]}>
		<Lede>Подойдёт таблица, какая у вас есть. Сначала вы увидите, что понято, и только потом загрузите.</Lede>
		{open.length > 0 && (
			<Card title="Начатое">
				<ul>
					{open.map(({ id, sourceName, createdAt }) => (
						<li>
							<a href={`/people/imports/${id}`}>{sourceName}</a>{' '}
							<span class="quiet">
								<Moment at={createdAt} timeZone={view.actor.timeZone} today={view.now.today} />
							</span>
						</li>
					))}
				</ul>
			</Card>
		)}
		<form method="post" action="/people/imports" enctype="multipart/form-data">
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<FileField
				name="file"
				label="Файл"
				hint="Excel (.xlsx) или CSV, до 5 МБ"
				accept=".xlsx,.csv,.tsv,.txt"
				problems={problems}
			/>
			<Fold label="Или вставьте таблицу из Excel" open={Boolean(values.pasted)}>
				<TextArea
					name="pasted"
					label="Таблица вместе с заголовками"
					hint="Выделите её в Excel или Word, скопируйте (Ctrl+C) и вставьте сюда (Ctrl+V)"
					rows={6}
					{...{ values, problems }}
				/>
			</Fold>
			<div class="buttons">
				<Button icon="upload">Показать, что понято</Button>
				<LinkButton href="/people/import/template" kind="quiet" icon="download">
					Скачать пустой бланк
				</LinkButton>
			</div>
		</form>
		<Card title="Что читается">
			<p>
				Столбцы в любом порядке, лишние не мешают, над таблицей может стоять заголовок. Нужны имя и хотя бы ещё один
				столбец:
			</p>
			<p>{Object.values(fieldLabels).join(' · ')}</p>
			<p class="quiet">
				Даты – 01.09.2020; стаж – «7 лет 3 месяца» или дата начала. Сам файл не хранится. Кто уже есть в списке,
				узнаётся по имени и дате рождения или должности.
			</p>
		</Card>
	</Page>
);
