import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, ErrorSummary, FileField, FormToken, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { ImportSteps, importsCrumb, roadmapCrumb } from './import-steps';

type Props = { view: View; values: Values; problems?: Problems };

/** The one form that brings a roadmap in: a file, or its text. */
export const NewImportPage = ({ view, values, problems }: Props) => (
	<Page view={view} title="Загрузить дорожную карту" crumbs={[roadmapCrumb, importsCrumb]}>
		<ImportSteps current={0} />
		<Lede>
			Подойдёт файл, который у вас уже есть: таблица или перечень мероприятий, как их утвердили. Программа прочитает
			его, покажет, что поняла, и ничего не примет без вас. Файла нет –{' '}
			<a href="/roadmap/starters">начните с образца</a>.
		</Lede>
		<form method="post" action="/roadmap/imports" enctype="multipart/form-data">
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			{values.renews && <input type="hidden" name="renews" value={values.renews} />}
			<FileField
				name="file"
				label="Файл с дорожной картой"
				hint="Word (.docx, .doc), Excel (.xlsx), PDF с текстом, .odt, .rtf, .csv или .txt, до 20 МБ. Лишнее в файле не мешает: приказы, подписи и другие таблицы отделятся сами."
				accept=".docx,.xlsx,.csv,.txt,.doc,.odt,.rtf,.pdf,.html,.htm"
				problems={problems}
			/>
			<paste-table>
				<TextArea
					name="text"
					label="Или вставьте таблицу плана"
					optional
					rows={6}
					hint="Выделите таблицу в Word или на сайте, скопируйте (Ctrl+C) и вставьте сюда (Ctrl+V)."
					values={values}
					problems={problems}
				/>
				<input type="hidden" name="table" value={values.table} />
			</paste-table>
			<div class="buttons">
				<Button>Прочитать план</Button>
			</div>
		</form>
	</Page>
);
