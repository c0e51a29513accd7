import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Empty, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, dayText, Lede, Moment, PersonName } from '../../../ui/text';
import type { DocumentLine, DocumentsFound } from '../queries/made';
import { isOwnTemplate } from '../rules/documents';
import { ownTemplates } from '../rules/library/templates';
import { type MadeSort, type MadeWanted, madeAddress, madeFilterNames, madeFilters, madePage } from '../rules/made';
import { StandingPills } from './state';
import { documentsCrumb, documentWords } from './words';

type Props = DocumentsFound & { view: View; wanted: MadeWanted; made: number; unmade: number };

/** What a kind of paper is called; a room's own keeps its code. */
export const kindOf = (code: string) => (isOwnTemplate(code) ? ownTemplates[code].title : code);

/** Everything that was made here, to be found, signed, numbered and kept. */
export const MadePage = ({ view, wanted, documents, counts, codes, made, unmade }: Props) => {
	const total = codes.reduce((sum, { count }) => sum + count, 0);
	return (
		<Page
			view={view}
			title="Сделанные документы"
			crumbs={[documentsCrumb]}
			notice={view.saved === 'made' && made > 0 && <MadeNotice {...{ made, unmade }} />}
			actions={
				<>
					<LinkButton href="/documents" icon="plus">
						Сделать документ
					</LinkButton>
					{documents.length > 0 && (
						<LinkButton
							href={madeAddress(wanted, { page: 1 }).replace('/made', '/made/archive.zip')}
							kind="quiet"
							icon="download"
							download
						>
							Скачать архивом
						</LinkButton>
					)}
					<LinkButton href="/documents/book" kind="quiet" icon="book">
						Журнал регистрации
					</LinkButton>
				</>
			}
		>
			<Lede>{sentence(counts, total)}</Lede>
			{total === 0 ? (
				<Empty
					title="Пока ничего не сделано"
					icon="document"
					action={
						<LinkButton href="/documents" kind="primary">
							Выбрать документ
						</LinkButton>
					}
				>
					<p>
						Сделанные документы остаются здесь со всеми файлами: как сделала программа, как поправлен, как подписан.
					</p>
				</Empty>
			) : (
				<>
					<Toolbar>
						<Filters
							filters={madeFilterNames.map((filter) => ({
								href: madeAddress(wanted, { filter }),
								label: madeFilters[filter],
								count: counts[filter],
								current: filter === wanted.filter
							}))}
						/>
						<QuickFilter action="/documents/made" value={wanted.q} label="Название, номер" />
					</Toolbar>
					{codes.length > 1 && (
						<Fold label={wanted.code ? kindOf(wanted.code) : 'Любой документ'} open={wanted.code !== ''}>
							<Filters
								label="Вид документа"
								filters={[
									{ href: madeAddress(wanted, { code: '' }), label: 'любой', current: !wanted.code },
									...codes.map(({ code, count }) => ({
										href: madeAddress(wanted, { code }),
										label: kindOf(code),
										count,
										current: code === wanted.code
									}))
								]}
							/>
						</Fold>
					)}
					{documents.length === 0 ? (
						<p>{wanted.q ? `По запросу «${wanted.q}» ничего не нашлось.` : 'Здесь сейчас пусто.'}</p>
					) : (
						<Table
							caption="Сделанные документы"
							columns={documentColumns(view)}
							rows={documents}
							sorting={{
								by: wanted.sort,
								descending: wanted.descending,
								href: (sort, descending) => madeAddress(wanted, { sort: sort as MadeSort, descending })
							}}
						/>
					)}
					<Pager
						page={wanted.page}
						pages={Math.ceil(counts[wanted.filter] / madePage)}
						href={(page) => madeAddress(wanted, { page })}
					/>
				</>
			)}
		</Page>
	);
};

function sentence(counts: DocumentsFound['counts'], total: number) {
	if (total === 0) return 'Сделанное здесь ждёт подписи, номера и ознакомления.';
	const left = [
		counts.work > 0 && `в работе ${counts.work}`,
		counts.unread > 0 && `не все ознакомлены: ${counts.unread}`
	].filter(Boolean);
	return `${counted(total, documentWords)}${left.length > 0 ? `, ${left.join(', ')}` : ''}.`;
}

const MadeNotice = ({ made, unmade }: { made: number; unmade: number }) => (
	<>
		Сделано: {counted(made, documentWords)}
		{unmade > 0 && `; не получилось: ${unmade}`}
	</>
);

export const documentColumns = ({ actor, now }: View): Column<DocumentLine>[] => [
	{
		head: 'Документ',
		main: true,
		width: 'wide',
		sort: 'title',
		cell: ({ id, title }) => <a href={`/documents/made/${id}`}>{title}</a>
	},
	{ head: 'Как стоит', cell: (document) => <StandingPills document={document} /> },
	{
		head: 'Номер и дата',
		sort: 'dated',
		cell: ({ number, datedOn }) => datedOn && `${number && `№ ${number} `}от ${dayText(datedOn, now.today)}`
	},
	{
		head: 'Сделан',
		sort: 'made',
		cell: ({ madeAt }) => <Moment at={madeAt} timeZone={actor.timeZone} today={now.today} />
	},
	{ head: 'Кем', cell: ({ madeBy }) => <PersonName name={madeBy} /> }
];
