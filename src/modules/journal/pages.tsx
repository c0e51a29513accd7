import { acts } from '../../core/acts';
import { showDate } from '../../core/dates';
import type { View } from '../../core/view';
import { Button, DateField, Select } from '../../ui/form';
import { Empty, Exports } from '../../ui/list';
import { Page } from '../../ui/page';
import { type Column, Pager, Table } from '../../ui/table';
import { counted, Lede, Moment, PersonName } from '../../ui/text';
import type { JournalFilter, JournalLine } from './queries';
import { actWords, subjects } from './rules';

type Props = {
	view: View;
	rows: readonly JournalLine[];
	total: number;
	page: number;
	pages: number;
	filter: JournalFilter;
	people: readonly { id: string; name: string }[];
	problem?: string | undefined;
};

/** Who did what, when, and to what; nothing here can be changed or deleted. */
export const JournalPage = ({ view, rows, total, page, pages, filter, people, problem }: Props) => (
	<Page view={view} title="Журнал">
		<Lede>
			{total === 0 ? 'Записей нет.' : `${counted(total, ['запись', 'записи', 'записей'])}, новые сверху.`} Журнал нельзя
			исправить или очистить.
		</Lede>
		<form method="get" action="/journal" class="journal-filter">
			<Select
				name="person"
				label="Кто"
				empty="Все"
				options={Object.fromEntries(people.map(({ id, name }) => [id, name]))}
				values={{ person: filter.person }}
			/>
			<Select name="act" label="Что" empty="Всё" options={acts} values={{ act: filter.act }} />
			<DateField
				name="day"
				label="День"
				values={{ day: problem ? filter.day : filter.day && showDate(filter.day) }}
				problems={{ day: problem }}
			/>
			<Button kind="secondary">Показать</Button>
		</form>
		{rows.length === 0 ? (
			<Empty title="Ничего не нашлось" icon="book">
				<p>
					<a href="/journal">Показать весь журнал</a>
				</p>
			</Empty>
		) : (
			<>
				<Table caption="Журнал" columns={columnsFor(view)} rows={rows} />
				<Pager page={page} pages={pages} href={(to) => addressOf('/journal', filter, to)} />
				<Exports files={[{ href: addressOf('/journal/lines.csv', filter), label: 'CSV для Excel' }]} />
			</>
		)}
	</Page>
);

function addressOf(path: string, { person, act, day }: JournalFilter, page?: number) {
	const query = new URLSearchParams();
	if (person) query.set('person', person);
	if (act) query.set('act', act);
	if (day) query.set('day', showDate(day));
	if (page && page > 1) query.set('page', String(page));
	return query.size > 0 ? `${path}?${query}` : path;
}

const columnsFor = ({ actor, now }: View): Column<JournalLine>[] => [
	{ head: 'Когда', cell: ({ at }) => <Moment at={at} timeZone={actor.timeZone} today={now.today} /> },
	{ head: 'Кто', cell: (line) => <Who line={line} /> },
	{
		head: 'Что',
		main: true,
		cell: ({ act, evidence }) => (evidence ? `${actWords(act)}: ${evidence}` : actWords(act))
	},
	{ head: 'О чём', width: 'wide', cell: (line) => <SubjectLink line={line} /> }
];

const Who = ({ line: { who, actorId, onBehalfOf } }: { line: JournalLine }) =>
	actorId ? (
		<>
			<a href={`/people/${actorId}`}>
				<PersonName name={who} />
			</a>
			{onBehalfOf && (
				<span class="quiet">
					{' '}
					за <PersonName name={onBehalfOf} />
				</span>
			)}
		</>
	) : (
		<>программа</>
	);

const SubjectLink = ({ line: { subjectKind, subjectId, subject } }: { line: JournalLine }) => {
	const { word, href } = subjects[subjectKind] ?? { word: subjectKind };
	const text = subject ?? word;
	return (
		<>
			{href ? <a href={href(subjectId)}>{text}</a> : text}
			{subject && <span class="quiet"> – {word}</span>}
		</>
	);
};
