import type { View } from '../../../core/view';
import { ActionForm, ErrorSummary, LinkButton } from '../../../ui/form';
import { Empty, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { Pager, Table } from '../../../ui/table';
import { counted, Lede } from '../../../ui/text';
import type { OrganisationBelow } from '../queries';
import { type BelowFilter, type BelowSort, belowFilters } from '../rules/below';
import { kindNames } from '../rules/kinds';
import { enteringOf } from '../rules/organisation';

export type SchoolsWanted = { q: string; filter: BelowFilter; sort: BelowSort; descending: boolean; page: number };

type Props = {
	view: View;
	below: readonly OrganisationBelow[];
	counts: Record<BelowFilter, number>;
	wanted: SchoolsWanted;
	pageSize: number;
	problem?: string | undefined;
};

/** The address of the list with some of it changed; what is usual is left out. */
function address(wanted: SchoolsWanted, change: Partial<SchoolsWanted>) {
	const { q, filter, sort, descending, page } = { ...wanted, page: 1, ...change };
	const entries = {
		...(q && { q }),
		...(filter !== 'all' && { filter }),
		...(sort !== 'name' && { sort }),
		...(descending && { order: 'desc' }),
		...(page > 1 && { page: String(page) })
	};
	const query = new URLSearchParams(entries).toString();
	return query ? `/schools?${query}` : '/schools';
}

/** Names, kinds and counts of the organisations below; their people are theirs. */
export const SchoolsPage = ({ view, below, counts, wanted, pageSize, problem }: Props) => {
	const shown = counts[wanted.filter];
	return (
		<Page
			view={view}
			title="Школы"
			actions={
				<LinkButton href="/schools/new" kind="primary" icon="plus">
					Добавить организацию
				</LinkButton>
			}
		>
			{problem && <ErrorSummary problems={{ form: problem }} />}
			{counts.all === 0 && !wanted.q ? (
				<Empty
					title="Организаций пока нет"
					icon="school"
					action={
						<LinkButton href="/schools/new" kind="primary">
							Добавить первую
						</LinkButton>
					}
				>
					<p>
						Добавьте школу или детский сад: её куратор получит приглашение и начнёт работу. Вам будут видны названия и
						количества, но не сведения о людях.
					</p>
				</Empty>
			) : (
				<>
					<Lede>
						{counted(counts.all, ['организация', 'организации', 'организаций'])}
						{counts.silent > 0
							? `: работают ${counts['at-work']}, ещё не вошли ${counts.silent}`
							: ', все работают в программе'}
						.
					</Lede>
					<Toolbar>
						<Filters
							filters={(Object.keys(belowFilters) as BelowFilter[]).map((filter) => ({
								href: address(wanted, { filter }),
								label: belowFilters[filter],
								count: counts[filter],
								current: filter === wanted.filter
							}))}
						/>
						<QuickFilter action="/schools" value={wanted.q} label="Найти организацию" />
					</Toolbar>
					<Table
						caption="Организации ниже"
						columns={[
							{ head: 'Организация', main: true, sort: 'name', cell: ({ name }) => name },
							{ head: 'Вид', cell: ({ kind }) => kindNames[kind] },
							{ head: 'Подчиняется', cell: ({ parentName }) => parentName },
							{ head: 'Сотрудники', numeric: true, sort: 'staff', cell: ({ staff }) => staff },
							{ head: 'Наставники', numeric: true, sort: 'mentors', cell: ({ mentors }) => mentors },
							{ head: 'Наставляемые', numeric: true, sort: 'mentees', cell: ({ mentees }) => mentees },
							{ head: 'В программе', cell: (row) => <Entering row={row} at={view.now.at} /> }
						]}
						rows={below}
						sorting={{
							by: wanted.sort,
							descending: wanted.descending,
							href: (by, descending) => address(wanted, { sort: by as BelowSort, descending })
						}}
					/>
					<Pager page={wanted.page} pages={Math.ceil(shown / pageSize)} href={(page) => address(wanted, { page })} />
				</>
			)}
		</Page>
	);
};

const Entering = ({ row, at }: { row: OrganisationBelow; at: string }) => {
	const state = enteringOf(row, at);
	if (state === 'at-work') {
		return (
			<Pill tone="good" icon="check">
				работает
			</Pill>
		);
	}
	return (
		<>
			<Pill tone={state === 'invited' ? 'calm' : 'warm'} icon="hourglass">
				{state === 'invited' ? 'приглашение выдано' : 'приглашение истекло'}
			</Pill>
			<ActionForm
				action={`/schools/${row.id}/invitation`}
				label={
					<>
						Пригласить ещё раз<span class="unseen">: {row.name}</span>
					</>
				}
				token={crypto.randomUUID()}
				kind="quiet"
			/>
		</>
	);
};
