import { showDate } from '../../../core/dates';
import type { OccurrenceState, Standing } from './activity-state';
import { type CoverageStanding, manyText } from './coverage';
import type { Coverage } from './understanding';

type Row = {
	title: string;
	standing: Pick<Standing, 'state' | 'next'>;
	coverage: Coverage | null;
	many: CoverageStanding | null;
	responsible: readonly { text: string; personName: string | null }[];
};

const most = 3;

/** «Приказ о парах» (Директор) */
const named = ({ title, responsible: [first] }: Row) => {
	const who = first && (first.personName ?? first.text);
	return who ? `«${title}» (${who})` : `«${title}»`;
};

/** Not more than three by name: it is read aloud. */
const listed = (rows: readonly Row[]) => {
	const rest = rows.length - most;
	return `${rows.slice(0, most).map(named).join(', ')}${rest > 0 ? ` и ещё ${rest}` : ''}`;
};

/**
 * How a plan stands in one paragraph for a meeting of the director (school-year.md 44): what is done, what is late and whose it is,
 * what is due, whom is waited for, whom it has not reached. Only what the plan holds; no praise, no blame.
 */
export function meetingWords({ title }: { title: string }, rows: readonly Row[], today: string): string {
	const of = (...states: OccurrenceState[]) => rows.filter(({ standing }) => states.includes(standing.state));
	const [done, overdue, week, running, waiting] = [
		of('done'),
		of('overdue'),
		of('this-week'),
		of('running'),
		of('waiting')
	];
	const partly = rows.filter(({ many, standing }) => many && many.left.length > 0 && standing.state !== 'done');
	const share = rows.length > 0 ? Math.round((100 * done.length) / rows.length) : 0;
	return [
		`${title}, на ${showDate(today)}: выполнено ${done.length} из ${rows.length} (${share} %).`,
		overdue.length > 0 ? `Просрочено ${overdue.length}: ${listed(overdue)}.` : 'Просроченного нет.',
		week.length > 0 && `На этой неделе срок: ${listed(week)}.`,
		running.length > 0 && `Идёт сейчас: ${running.length}.`,
		partly.length > 0 &&
			`Охват: ${partly
				.slice(0, most)
				.map((row) => `«${row.title}» – ${manyText(row)}`)
				.join(', ')}.`,
		waiting.length > 0 && `Ждём от других: ${waiting.length}.`
	]
		.filter(Boolean)
		.join(' ');
}
