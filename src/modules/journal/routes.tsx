import type { Context } from 'hono';
import type { Actor } from '../../core/actor';
import { parseDate } from '../../core/dates';
import { type App, get, type Route } from '../../http';
import { sendCsv } from '../../http-tables';
import { momentText } from '../../ui/text';
import { JournalPage } from './pages';
import { type JournalFilter, type JournalLine, journalAuthors, journalPageSize, readJournal } from './queries';
import { actWords, exportLimit, journalReaders, subjects } from './rules';

/** The filter of the address; a day that is none is said so and filters nothing. */
function filterOf(c: Context<App>) {
	const { person, act, day } = c.req.query();
	const parsed = day ? parseDate(day) : undefined;
	const filter: JournalFilter = { person: person || undefined, act: act || undefined, day: parsed };
	return { filter, typed: day, problem: day && !parsed ? 'Укажите день: ДД.ММ.ГГГГ, например 05.09.2026' : undefined };
}

function cellsOf({ timeZone }: Actor, { at, who, onBehalfOf, act, subject, subjectKind, evidence }: JournalLine) {
	const what = evidence ? `${actWords(act)}: ${evidence}` : actWords(act);
	const about = subject ?? subjects[subjectKind]?.word ?? subjectKind;
	return [momentText(at, timeZone), who || 'программа', onBehalfOf ?? '', what, about];
}

export const journalRoutes: readonly Route[] = [
	get('/journal', journalReaders, async (c) => {
		const { tx, actor, view } = c.var;
		const { filter, typed, problem } = filterOf(c);
		const asked = Number(c.req.query('page'));
		const page = Number.isInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 1;
		const { rows, total } = await readJournal(tx, actor, filter, page);
		const people = await journalAuthors(tx, actor);
		const shown = problem ? { ...filter, day: typed } : filter;
		const pages = Math.ceil(total / journalPageSize);
		return c.html(<JournalPage {...{ view, rows, total, page, pages, people, problem }} filter={shown} />);
	}),

	get('/journal/lines.csv', journalReaders, async (c) => {
		const { tx, actor } = c.var;
		const { rows } = await readJournal(tx, actor, filterOf(c).filter, 1, exportLimit);
		const headings = ['Когда', 'Кто', 'За кого', 'Что', 'О чём'];
		return sendCsv(c, { name: 'Журнал', headings, rows: rows.map((line) => cellsOf(actor, line)) });
	})
];
