import type { Actor } from '../../../core/actor';
import { asRange, type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { once } from '../../../db/once';
import { findCalendar, findYear } from '../queries';
import { schoolYearFrom, schoolYearName } from '../rules/calendar';
import { canChangeCalendar, filledTerms, type NewTerm, problemsWithTerms } from '../rules/changes';
import { type PresetName, preset } from '../rules/presets';
import { changeCalendar, touchYear } from './change-calendar';

/** The terms of a year as they are to stand; a form opened before somebody else's change answers with theirs. */
export async function setTerms(
	tx: Tx,
	actor: Actor,
	year: number,
	{ token, version, terms }: Submitted<{ version: number; terms: readonly NewTerm[] }>,
	now: Now
): Promise<Result<string>> {
	allow(canChangeCalendar(actor));
	return once(tx, actor, token, now, async () => {
		const span = schoolYearFrom(year);
		const problems = problemsWithTerms(terms, span);
		if (Object.keys(problems).length > 0) return rejected(problems);
		const present = await findCalendar(tx, actor, span);
		const about = await findYear(tx, actor, year);
		if (about.version !== version) return rejected({}, termValues(present.terms, about.version));

		const school_year_id = await touchYear(tx, actor, year, now);
		const change = {
			act: 'term.set' as const,
			what: `Четверти и другие периоды ${schoolYearName(span)} изменены`,
			remove: { terms: present.terms.map(({ id }) => id) },
			add: {
				terms: filledTerms(terms).map(({ name, ...days }) => ({
					id: newId(now),
					school_year_id,
					name,
					period: asRange(days)
				})),
				daysOff: []
			}
		};
		return { ok: true, value: await changeCalendar(tx, actor, change, now) };
	});
}

/** The terms as their form holds them. */
export function termValues(terms: readonly { name: string; from: string; to: string }[], version: number): Values {
	const cells = terms.flatMap(({ name, from, to }, row) => [
		[`name-${row}`, name],
		[`from-${row}`, showDate(from)],
		[`to-${row}`, showDate(to)]
	]);
	return { ...Object.fromEntries(cells), version: String(version) };
}

/** Terms and vacations of a usual pattern in place of those of the year; quarantine and other days stay. */
export async function applyPreset(
	tx: Tx,
	actor: Actor,
	year: number,
	{ token, preset: name }: Submitted<{ preset: PresetName }>,
	now: Now
): Promise<Result<string>> {
	allow(canChangeCalendar(actor));
	return once(tx, actor, token, now, async () => {
		const span = schoolYearFrom(year);
		const present = await findCalendar(tx, actor, span);
		const school_year_id = await touchYear(tx, actor, year, now);
		const { terms, vacations } = preset(name, year);
		const change = {
			act: 'term.set' as const,
			what: `Порядок года ${schoolYearName(span)} заполнен`,
			remove: {
				terms: present.terms.map(({ id }) => id),
				daysOff: present.daysOff.filter(({ kind }) => kind === 'vacation').map(({ id }) => id)
			},
			add: {
				terms: terms.map(({ name, ...days }) => ({ id: newId(now), school_year_id, name, period: asRange(days) })),
				daysOff: vacations.map(({ name, ...days }) => ({
					id: newId(now),
					kind: 'vacation' as const,
					name,
					period: asRange(days)
				}))
			}
		};
		return { ok: true, value: await changeCalendar(tx, actor, change, now) };
	});
}
