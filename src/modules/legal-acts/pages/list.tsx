import type { View } from '../../../core/view';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Exports, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, Day, Lede } from '../../../ui/text';
import { type ActLevel, actLevels, type Force } from '../rules/act';
import {
	type ActSort,
	actName,
	canKeepLibrary,
	type LibraryAct,
	type LibraryWanted,
	libraryAddress,
	libraryPage
} from '../rules/library';
import { documentsCrumb, ForcePill } from './words';

/** A lapsed act that words of a living plan still name. */
export type StillQuoted = { key: string; name: string; replacedBy: string; href: string; title: string };

type Props = {
	view: View;
	wanted: LibraryWanted;
	acts: readonly LibraryAct[];
	count: (level: LibraryWanted['level'], force: LibraryWanted['force']) => number;
	quoted: readonly StillQuoted[];
	removed: { act: string; name: string } | undefined;
	taken: number;
};

const actWords = ['акт', 'акта', 'актов'] as const;
const forces: readonly [Force | 'unsure' | '', string][] = [
	['', 'все'],
	['in-force', 'действуют'],
	['future', 'ещё не действуют'],
	['lapsed', 'не действуют'],
	['unsure', 'проверьте']
];

/** «Библиотека актов»: what mentoring rests on, from laws to the organisation's own orders. */
export const LibraryPage = ({ view, wanted, acts, count, quoted, removed, taken }: Props) => {
	const keeps = canKeepLibrary(view.actor);
	const { today } = view.now;
	const [total, lapsed] = [count('', ''), count('', 'lapsed')];
	const shown = acts.slice((wanted.page - 1) * libraryPage, wanted.page * libraryPage);
	return (
		<Page
			view={view}
			title="Библиотека актов"
			crumbs={[...(view.rooms.has('/documents') ? [documentsCrumb] : [])]}
			notice={
				removed ? <Removed {...removed} /> : view.saved === 'taken' && `Взято из файла: ${counted(taken, actWords)}`
			}
			actions={
				<>
					{keeps && (
						<LinkButton href="/legal-acts/new" kind="primary" icon="plus">
							Добавить акт
						</LinkButton>
					)}
					{keeps && (
						<LinkButton href="/legal-acts/exchange" kind="quiet" icon="repeat">
							Обмен файлом
						</LinkButton>
					)}
					{view.rooms.has('/local-acts') && (
						<LinkButton href="/local-acts" kind="quiet" icon="list">
							Локальные акты: чего не хватает
						</LinkButton>
					)}
				</>
			}
		>
			<Lede>
				{counted(total, actWords)}
				{wanted.q && ` по запросу «${wanted.q}»`}
				{lapsed > 0 && `, из них ${lapsed} уже не ${lapsed === 1 ? 'действует' : 'действуют'}`}.
			</Lede>
			{quoted.length > 0 && <Quoted quoted={quoted} />}
			<Toolbar>
				<Filters
					label="Уровень"
					filters={(['', ...Object.keys(actLevels)] as (ActLevel | '')[]).map((level) => ({
						href: libraryAddress(wanted, { level }),
						label: level ? `${actLevels[level].slice(0, -2)}ые` : 'все уровни',
						count: count(level, wanted.force),
						current: level === wanted.level
					}))}
				/>
				<QuickFilter action="/legal-acts" value={wanted.q} label="Номер, название, чей" />
			</Toolbar>
			<Filters
				label="Действие"
				filters={forces.map(([force, label]) => ({
					href: libraryAddress(wanted, { force }),
					label,
					count: count(wanted.level, force),
					current: force === wanted.force
				}))}
			/>
			{shown.length === 0 ? (
				<p>{wanted.q ? `По запросу «${wanted.q}» ничего не нашлось.` : 'Таких актов в библиотеке нет.'}</p>
			) : (
				<Table
					caption="Акты"
					columns={columnsOf(today)}
					rows={shown}
					sorting={{
						by: wanted.sort,
						descending: wanted.down,
						href: (by, down) => libraryAddress(wanted, { sort: by as ActSort, down })
					}}
				/>
			)}
			<Pager
				page={wanted.page}
				pages={Math.ceil(acts.length / libraryPage)}
				href={(page) => libraryAddress(wanted, { page })}
			/>
			<Exports
				files={[{ href: libraryAddress(wanted, {}, '/legal-acts/library.xlsx'), label: 'Этот список (Excel)' }]}
			/>
		</Page>
	);
};

const columnsOf = (today: string): Column<LibraryAct>[] => [
	{
		head: 'Акт',
		main: true,
		width: 'wide',
		sort: 'title',
		cell: (act) => (
			<>
				<a href={`/legal-acts/${act.key}`}>{actName(act)}</a>
				{act.title !== actName(act) && <span class="result">{act.title}</span>}
			</>
		)
	},
	{ head: 'Уровень', sort: 'level', cell: ({ level }) => actLevels[level] },
	{ head: 'Дата', sort: 'signedOn', cell: ({ signedOn }) => signedOn && <Day date={signedOn} {...{ today }} /> },
	{ head: 'Как стоит', sort: 'force', cell: (act) => <ForcePill {...{ act, today }} /> },
	{ head: 'Заменён', cell: ({ replacedBy }) => replacedBy }
];

const Quoted = ({ quoted }: { quoted: readonly StillQuoted[] }) => (
	<Note tone="warm" title="Не действует, а упоминается">
		<ul>
			{quoted.map(({ key, name, replacedBy, href, title }) => (
				<li>
					<a href={`/legal-acts/${key}`}>{name}</a> – <a href={href}>{title}</a>
					{replacedBy && `. Вместо него: ${replacedBy}`}
				</li>
			))}
		</ul>
	</Note>
);

const Removed = ({ act, name }: { act: string; name: string }) => (
	<>
		Убран: {name}{' '}
		<ActionForm action={`/legal-acts/${act}/restoration`} token={crypto.randomUUID()} label="Отменить" kind="quiet" />
	</>
);
