import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Empty, Exports, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, dayText, Lede, PersonName, Quiet } from '../../../ui/text';
import { actKinds } from '../../mentorships/rules/words';
import type { BookFound, BookLine } from '../queries/book';
import { type BookSort, type BookWanted, bookAddress, bookPage } from '../rules/book';
import { canKeepDocuments } from '../rules/documents';
import { laterWords, titleOfDocument } from '../rules/life';
import { seriesNames } from '../rules/registration';
import { documentsCrumb, documentWords } from './words';

type Props = BookFound & { view: View; wanted: BookWanted };

/** The registration journal: what has a number and a day, series by series. */
export const BookPage = ({ view, wanted, lines, total, series, years }: Props) => (
	<Page
		view={view}
		title="Журнал регистрации"
		crumbs={[documentsCrumb]}
		notice={view.saved === 'journals' && 'Порядок нумерации записан'}
		actions={
			canKeepDocuments(view.actor) && (
				<LinkButton href="/documents/journals" kind="quiet" icon="cog">
					Чья нумерация
				</LinkButton>
			)
		}
	>
		<Lede>
			{counted(total, documentWords)}
			{wanted.year ? ` за ${wanted.year} год` : ' за все годы'}. Номера по основной деятельности и по личному составу
			идут отдельно.
		</Lede>
		{years.length === 0 ? (
			<Empty
				title="Ни у одного документа ещё нет номера"
				icon="book"
				action={
					<LinkButton href="/documents/made" kind="primary">
						Открыть сделанные документы
					</LinkButton>
				}
			>
				<p>Строка появится, когда вы впишете документу номер и дату.</p>
			</Empty>
		) : (
			<>
				<Toolbar>
					<Filters
						label="Серия"
						filters={[
							{ href: bookAddress(wanted, { series: '' }), label: 'все серии', current: !wanted.series },
							...series.map((one) => ({
								href: bookAddress(wanted, { series: one.series }),
								label: seriesNames[one.series],
								count: one.count,
								current: one.series === wanted.series
							}))
						]}
					/>
					<QuickFilter action="/documents/book" value={wanted.q} label="Название, номер" />
				</Toolbar>
				<Filters
					label="Год"
					filters={['', ...new Set([view.now.today.slice(0, 4), ...years])].map((year) => ({
						href: bookAddress(wanted, { year }),
						label: year || 'все годы',
						current: year === wanted.year
					}))}
				/>
				{lines.length === 0 ? (
					<p>{wanted.q ? `По запросу «${wanted.q}» ничего не нашлось.` : 'Здесь сейчас пусто.'}</p>
				) : (
					<Table
						caption="Журнал регистрации"
						columns={columnsOf(view.now.today)}
						rows={lines}
						sorting={{
							by: wanted.sort,
							descending: wanted.descending,
							href: (sort, descending) => bookAddress(wanted, { sort: sort as BookSort, descending })
						}}
					/>
				)}
				{!wanted.whole && (
					<Pager
						page={wanted.page}
						pages={Math.ceil(total / bookPage)}
						href={(page) => bookAddress(wanted, { page })}
					/>
				)}
				<Exports files={[{ href: bookAddress(wanted, {}, '.xlsx'), label: 'Excel' }]} />
				{total > lines.length && (
					<p>
						<a href={bookAddress(wanted, { whole: true })}>Показать целиком, чтобы напечатать</a>
					</p>
				)}
			</>
		)}
	</Page>
);

export const lineAddress = ({ of, id }: Pick<BookLine, 'of' | 'id'>) =>
	of === 'document' ? `/documents/made/${id}` : `/mentorship-orders/${id}`;

const columnsOf = (today: string): Column<BookLine>[] => [
	{ head: 'Номер', sort: 'number', cell: ({ number }) => number || <Quiet>без номера</Quiet> },
	{ head: 'Дата', sort: 'dated', cell: ({ datedOn }) => dayText(datedOn, today) },
	{
		head: 'Документ',
		main: true,
		width: 'wide',
		sort: 'title',
		cell: (line) => <a href={lineAddress(line)}>{line.title}</a>
	},
	{ head: 'Что это', cell: ({ actKind }) => actKind && actKinds[actKind] },
	{ head: 'Серия', cell: ({ series }) => seriesNames[series] },
	{
		head: 'Что с ним потом',
		cell: ({ later }) =>
			later.length > 0 && (
				<ul class="periods">
					{later.map((one) => (
						<li>
							{laterWords[one.how]} <a href={`/documents/made/${one.id}`}>{titleOfDocument(one)}</a>
						</li>
					))}
				</ul>
			)
	},
	{ head: 'Записал', cell: ({ who }) => <PersonName name={who} /> }
];
