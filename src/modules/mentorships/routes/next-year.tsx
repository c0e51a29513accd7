import { showDate } from '../../../core/dates';
import { readForm, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { decideNextYear } from '../commands/next-year';
import { nextYearForm } from '../form/mentorship';
import { NextYearPage } from '../pages/next-year';
import { listMentorships } from '../queries/mentorships';
import { teachingSinceOf } from '../queries/teaching';
import { comingTerm, type Fate, isFate, remarksOn } from '../rules/next-year';
import { lineOf } from '../rules/wanted';
import { mentorshipKeepers } from '../rules/words';
import type { C, Wrong } from './shared';

async function showNextYear(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const all = (await listMentorships(tx, actor, now)).filter(({ life }) => life.state === 'working');
	const since = await teachingSinceOf(tx, actor);
	const lines = all
		.map((one) => ({ ...lineOf(one, now.today), remarks: remarksOn(one, since, now.today) }))
		.sort((a, b) => a.title.localeCompare(b.title, 'ru'));
	const term = comingTerm(now.today);
	const fresh: Values = {
		token: crypto.randomUUID(),
		endOn: showDate(now.today),
		from: showDate(term.from),
		to: showDate(term.to)
	};
	const page = <NextYearPage {...{ view, lines }} values={wrong?.values ?? fresh} problems={wrong?.problems ?? {}} />;
	return c.html(page, wrong ? 422 : 200);
}

const fatesIn = (values: Values): Record<string, Fate> =>
	Object.fromEntries(
		Object.entries(values).flatMap(([name, fate]) => {
			const [, id] = /^fate-([0-9a-f-]{36})$/.exec(name) ?? [];
			return id && fate && isFate(fate) ? [[id, fate]] : [];
		})
	);

/** The yearly turn of pairs, on one screen. */
export const nextYearPairRoutes: readonly Route[] = [
	get('/mentorships/next-year', mentorshipKeepers, (c) => showNextYear(c)),

	post('/mentorships/next-year', mentorshipKeepers, ['mentorship.year-decided'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), nextYearForm);
		const result = form.ok
			? await decideNextYear(tx, actor, { ...form.value, fates: fatesIn(form.values) }, now)
			: form;
		if (!result.ok) return showNextYear(c, { values: form.values, problems: result.problems });
		const { extended, completed, anew } = result.value;
		return c.redirect(`/mentorships?saved=year.${extended}.${completed}.${anew}`, 303);
	})
];
