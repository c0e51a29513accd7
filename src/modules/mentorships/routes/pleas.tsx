import { notFound } from '../../../core/errors';
import { readForm, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { answerPlea, askPlea, takePleaBack, undoPleaStep } from '../commands/pleas';
import { tokenForm } from '../form/mentorship';
import { pleaAnswerForm, pleaForm } from '../form/pleas';
import { PleaPage } from '../pages/plea';
import { PleasPage } from '../pages/pleas';
import { findMentorships, mentorshipsOf } from '../queries/mentorships';
import { findPlea, listOwnPleas, listPleas, listReaders } from '../queries/pleas';
import { type Change, changesFor } from '../rules/changes';
import { isOver } from '../rules/life';
import { goesOn } from '../rules/mentorship';
import { isWish, readers } from '../rules/pleas';
import { lineOf } from '../rules/wanted';
import { canKeepMentorships } from '../rules/words';
import type { C, Wrong } from './shared';

/** A pair that goes on and in which one is oneself: whoever has left it has nothing to ask of it. */
async function ownPair(c: C) {
	const { tx, actor, now } = c.var;
	const found = (await mentorshipsOf(tx, actor, actor.personId, now)).find(({ id }) => id === c.req.param('id'));
	const own = found?.pairs.filter(
		(pair) => goesOn(pair, now.today) && [pair.mentor.id, pair.mentee.id].includes(actor.personId)
	);
	if (!found || !own || own.length === 0 || isOver(found.life.state)) return notFound();
	return { line: lineOf(found, now.today), mentoring: own.some(({ mentor }) => mentor.id === actor.personId) };
}

async function showPlea(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const pair = await ownPair(c);
	const here = await listReaders(tx, actor, pair.line.id, now);
	const wish = wrong?.values.wish ?? c.req.query('wish');
	const values: Values = wrong?.values ?? { token: crypto.randomUUID(), reader: here[0]?.reader ?? '' };
	const page = (
		<PleaPage
			{...{ view, ...pair, values }}
			readers={here}
			wish={isWish(wish) ? wish : 'help'}
			problems={wrong?.problems ?? {}}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

/** What one who keeps pairs may do after a plea, in the order in which it is thought of. */
const after: readonly Change[] = ['suspension', 'replacement', 'leaving', 'ending'];

async function showPleas(c: C, wrong?: Wrong & { asked: string }) {
	const { tx, actor, now, view } = c.var;
	const pleas = await listPleas(tx, actor);
	const pairs = canKeepMentorships(actor)
		? await findMentorships(
				tx,
				actor,
				pleas.map(({ mentorshipId }) => mentorshipId),
				now
			)
		: [];
	const possible = new Map(
		pairs.map(({ id, life, form, pairs: rows }) => [
			id,
			changesFor(life.state, form, rows.filter(({ left }) => !left).length).filter((one) => after.includes(one))
		])
	);
	const lines = pleas.map((plea) => ({ ...plea, possible: possible.get(plea.mentorshipId) ?? [] }));
	const shown = wrong ?? { values: {}, problems: {} };
	return c.html(<PleasPage {...{ view, pleas: lines }} of={c.req.query('of') ?? ''} {...shown} />, wrong ? 422 : 200);
}

/** «Нужна помощь» and «Сменить наставника»: asked from «Моя пара», read by the one who was asked. */
export const pleaRoutes: readonly Route[] = [
	get('/my-pair/:id/plea', 'signed-in', (c) => showPlea(c)),

	post('/my-pair/:id/pleas', 'signed-in', ['plea.asked'], async (c) => {
		const { tx, actor, now } = c.var;
		const { line } = await ownPair(c);
		const form = readForm(await c.req.formData(), pleaForm);
		const result = form.ok ? await askPlea(tx, actor, line, form.value, now) : form;
		if (!result.ok) return showPlea(c, { values: form.values, problems: result.problems });
		return c.redirect('/my-pair?saved=asked', 303);
	}),

	post('/my-pleas/:id/taking-back', 'signed-in', ['plea.taken-back'], async (c) => {
		const { tx, actor, now } = c.var;
		const plea = (await listOwnPleas(tx, actor)).find(({ id }) => id === c.req.param('id')) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await takePleaBack(tx, actor, plea, form.value, now);
		return c.redirect('/my-pair?saved=taken-back', 303);
	}),

	get('/pleas', readers, (c) => showPleas(c)),

	post('/pleas/:id/steps', readers, ['plea.answered'], async (c) => {
		const { tx, actor, now } = c.var;
		const plea = (await findPlea(tx, actor, c.req.param('id'))) ?? notFound();
		const data = await c.req.formData();
		const field = `words-${plea.id}`; // each plea of the page has its own
		data.set('words', data.get(field) ?? '');
		const form = readForm(data, pleaAnswerForm);
		const result = form.ok ? await answerPlea(tx, actor, plea, form.value, now) : form;
		if (!result.ok) {
			const { words, ...others } = result.problems;
			const problems = { ...others, ...(words && { [field]: words }) };
			return showPleas(c, { values: form.values, problems, asked: plea.id });
		}
		return c.redirect(`/pleas?saved=${form.ok ? form.value.what : ''}&of=${plea.id}`, 303);
	}),

	post('/pleas/:id/undoing', readers, ['plea.answer-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const plea = (await findPlea(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await undoPleaStep(tx, actor, plea, form.value, now);
		return c.redirect('/pleas?saved=undone', 303);
	})
];
