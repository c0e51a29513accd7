import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede, Moment, Quiet } from '../../../ui/text';
import type { RegisterImport, SavedMapping } from '../queries/exchange';
import { startingSets } from '../rules/exchange/mapping';
import { type Register, registers } from '../rules/registers';

type FileLine = Omit<RegisterImport, 'draft'>;
type Props = {
	view: View;
	register: Register;
	mappings: readonly SavedMapping[];
	imports: readonly FileLine[];
	/** An order of columns taken away a moment ago. */
	removed?: SavedMapping | undefined;
};

export const registerCrumbs = (register: Register, exchange = true) => [
	{ href: '/registry', label: 'Банки и запросы' },
	{ href: `/registry/${register}`, label: registers[register].name },
	...(exchange ? [{ href: `/registry/${register}/exchange`, label: 'Обмен файлами' }] : [])
];

const columnForms = ['столбец', 'столбца', 'столбцов'] as const;

/** Both ways of a register's files: orders of columns that were saved, files that were loaded. */
export const ExchangePage = ({ view, register, mappings, imports, removed }: Props) => (
	<Page
		view={view}
		title={`Обмен файлами: ${registers[register].name.toLocaleLowerCase('ru')}`}
		crumbs={registerCrumbs(register, false)}
		notice={
			removed && (
				<>
					<span>Порядок столбцов «{removed.name}» убран.</span>{' '}
					<ActionForm
						action={`/exchange-mappings/${removed.id}/restoration`}
						label="Отменить"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				</>
			)
		}
		actions={
			<LinkButton href={`/registry/${register}/import`} kind="primary" icon="upload">
				Загрузить файл в банк
			</LinkButton>
		}
	>
		<Lede>
			{mappings.length === 0
				? 'Таблицы, которые просят РЦ, АИС или АСУ РСО: выберите столбцы один раз, дальше файл готов за одно нажатие.'
				: `Сохранено для обмена: ${counted(mappings.length, ['таблица', 'таблицы', 'таблиц'])}. Файл собирается из банка на сегодня.`}
		</Lede>
		{mappings.length > 0 && (
			<Table
				caption="Сохранённые порядки столбцов"
				columns={[
					{
						head: 'Для кого',
						main: true,
						cell: ({ id, name }: SavedMapping) => <a href={`/exchange-mappings/${id}`}>{name}</a>
					},
					{
						head: 'Столбцы',
						width: 'wide',
						cell: ({ columns }) => (
							<>
								{counted(columns.length, columnForms)}:{' '}
								<Quiet>
									{columns
										.slice(0, 4)
										.map(({ heading }) => heading)
										.join(', ')}
									{columns.length > 4 && '…'}
								</Quiet>
							</>
						)
					},
					{
						head: 'Сохранён',
						cell: ({ who, savedAt }) => (
							<>
								{who}{' '}
								<Quiet>
									<Moment at={savedAt} timeZone={view.actor.timeZone} today={view.now.today} />
								</Quiet>
							</>
						)
					},
					{
						head: 'Скачать',
						cell: ({ id }) => (
							<>
								<a href={`/exchange-mappings/${id}/export/xlsx`} download>
									Excel
								</a>
								{' · '}
								<a href={`/exchange-mappings/${id}/export/csv`} download>
									CSV
								</a>
							</>
						)
					}
				]}
				rows={mappings}
			/>
		)}
		<Card title={mappings.length === 0 ? 'С чего начать' : 'Ещё одна таблица'}>
			<ul class="periods">
				{Object.entries(startingSets).map(([set, words]) => (
					<li>
						<a href={`/registry/${register}/mappings/new?set=${set}`}>{words}</a>
					</li>
				))}
			</ul>
			<p class="quiet">Столбцы потом можно убрать, переставить и назвать так, как просит получатель.</p>
		</Card>
		<Files {...{ view, imports }} />
	</Page>
);

const Files = ({ view, imports }: Pick<Props, 'view' | 'imports'>) =>
	imports.length === 0 ? (
		<Empty title="Файлов ещё не загружали" icon="upload">
			<p>
				Подойдёт таблица, какую вам вернули: программа узнает столбцы, сравнит людей с вашим списком и сначала покажет,
				что изменится.
			</p>
		</Empty>
	) : (
		<Card title="Загруженные файлы">
			<Table
				caption="Загруженные файлы"
				columns={[
					{
						head: 'Файл',
						main: true,
						cell: ({ id, sourceName }: FileLine) => <a href={`/register-imports/${id}`}>{sourceName}</a>
					},
					{
						head: 'Прочитан',
						cell: ({ createdAt, who }) => (
							<>
								<Moment at={createdAt} timeZone={view.actor.timeZone} today={view.now.today} /> <Quiet>{who}</Quiet>
							</>
						)
					},
					{ head: 'Чем кончилось', cell: (file) => <Outcome file={file} /> }
				]}
				rows={imports}
			/>
		</Card>
	);

const Outcome = ({ file: { acceptedAt, undoneAt, discardedAt, done } }: { file: FileLine }) => {
	if (undoneAt) return <Pill icon="back">загрузка отменена</Pill>;
	if (acceptedAt && done)
		return (
			<>
				<Pill tone="good" icon="check">
					загружен
				</Pill>{' '}
				<Quiet>{doneWords(done.counts)}</Quiet>
			</>
		);
	return discardedAt ? (
		<Pill icon="circle">отложен, прочитанное забыто</Pill>
	) : (
		<Pill tone="warm" icon="help">
			ждёт вашего решения
		</Pill>
	);
};

/** «вошли в банк 3, изменились 2, новых людей 1» */
export function doneWords({ added, entered, changed, same, left }: NonNullable<FileLine['done']>['counts']) {
	const parts = [
		entered > 0 && `вошли в банк ${entered}`,
		added > 0 && `из них новых людей ${added}`,
		changed > 0 && `изменились сведения у ${changed}`,
		same > 0 && `без изменений ${same}`,
		left > 0 && `не загружено ${counted(left, ['строка', 'строки', 'строк'])}`
	];
	return parts.filter(Boolean).join(', ');
}
