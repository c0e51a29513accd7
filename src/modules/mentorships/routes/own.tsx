import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { listOwnWork } from '../../meetings/queries/meetings';
import { answerProposal } from '../commands/answer';
import { answerForm } from '../form/mentorship';
import { MyPairPage } from '../pages/my-pair';
import { mentorshipsOf } from '../queries/mentorships';
import { listOwnPleas } from '../queries/pleas';
import { lineOf } from '../rules/wanted';
import type { C, Wrong } from './shared';

/** Only one's own; proposals that were taken back are nobody's news. */
async function own(c: C) {
	const { tx, actor, now } = c.var;
	const all = await mentorshipsOf(tx, actor, actor.personId, now);
	return all.filter(({ life }) => life.state !== 'dropped').map((one) => lineOf(one, now.today));
}

async function showOwn(c: C, wrong?: Wrong) {
	const { tx, actor, view, now } = c.var;
	const works = await listOwnWork(tx, actor, now);
	const pleas = await listOwnPleas(tx, actor);
	const shown = wrong ?? { values: { reason: 'circumstances' }, problems: {} };
	return c.html(<MyPairPage {...{ view, pleas, works }} lines={await own(c)} {...shown} />, wrong ? 422 : 200);
}

/** «Моя пара»: what a mentor and a mentee see and answer. */
export const myPairRoutes: readonly Route[] = [
	get('/my-pair', 'signed-in', (c) => showOwn(c)),

	post('/my-pair/:id/answer', 'signed-in', ['mentorship.accepted', 'mentorship.declined'], async (c) => {
		const { tx, actor, now } = c.var;
		const mentorship = (await own(c)).find(({ id }) => id === c.req.param('id')) ?? notFound();
		const data = await c.req.formData();
		data.set('person', actor.personId);
		const form = readForm(data, answerForm);
		const result = form.ok ? await answerProposal(tx, actor, mentorship, form.value, now) : form;
		if (!result.ok) return showOwn(c, { values: form.values, problems: result.problems });
		return c.redirect(`/my-pair?saved=${form.ok ? form.value.answer : ''}`, 303);
	})
];
