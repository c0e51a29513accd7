import * as v from 'valibot';
import { addDays, showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readForm, statusOf, token } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { closedIn, closesIn } from '../../../ui/closes';
import { findCalendar } from '../../calendar/queries';
import { listClosable } from '../../roadmap/queries/closable';
import { nudgePair, setCadence } from '../commands/lead';
import { proveByMeetings, recordGroupFinal } from '../commands/prove';
import { cadenceForm, groupFinalForm, nudgeForm } from '../form/record';
import { AllMeetingsPage } from '../pages/all';
import { GroupFinalPage, ProofPage } from '../pages/proof';
import { listAllWork } from '../queries/meetings';
import { findCadence } from '../queries/settings';
import { workLine, workWanted } from '../rules/overview';
import { type ProofOf, proofs } from '../rules/proof';
import { meetingKeepers } from '../rules/words';
import { type C, rejectedValues, type Wrong, workIn } from './shared';

const proofForm = v.object({ token, of: v.picklist(Object.keys(proofs) as ProofOf[], 'Откройте страницу заново') });

async function linesOf(c: C) {
	const { tx, actor, now } = c.var;
	const all = await listAllWork(tx, actor, now);
	const { cadence } = await findCadence(tx, actor);
	const from = all.reduce(
		(first, { mentorship: { life } }) => (life.term.from < first ? life.term.from : first),
		now.today
	);
	const calendar = await findCalendar(tx, actor, { from: addDays(from, -31), to: now.today });
	return all
		.filter(({ mentorship: { life } }) => life.state !== 'proposed')
		.map((work) => workLine(work, { cadence, today: now.today, calendar }));
}

async function showAll(c: C, wrong?: Wrong) {
	const { tx, actor, view } = c.var;
	const [lines, cadence] = [await linesOf(c), await findCadence(tx, actor)];
	const wanted = workWanted(c.req.query());
	const { values = {}, problems } = wrong ?? {};
	const closed = closedIn(c.req.query('closed'));
	return c.html(
		<AllMeetingsPage {...{ view, lines, wanted, cadence, closed, values, problems }} />,
		wrong ? statusOf(wrong) : 200
	);
}

async function showProof(c: C, wrong?: Wrong & { closes: readonly string[] }) {
	const { tx, actor, view, now } = c.var;
	const asked = wrong?.values.of ?? c.req.query('of');
	const of = (Object.keys(proofs) as ProofOf[]).find((one) => one === asked) ?? 'first';
	const lines = (await linesOf(c)).filter(({ over }) => !over || of === 'final');
	const closable = await listClosable(tx, actor, ['meetings'], now.today);
	const values = wrong?.values ?? { token: crypto.randomUUID() };
	const page = (
		<ProofPage {...{ view, of, lines, closable, values }} closes={wrong?.closes ?? []} problems={wrong?.problems} />
	);
	return c.html(page, wrong ? 422 : 200);
}

async function showGroupFinal(c: C, wrong?: Wrong & { chosen: readonly string[] }) {
	const { view, now } = c.var;
	const lines = (await linesOf(c)).filter(({ over, road }) => !over || road.final === null);
	const values = wrong?.values ?? { token: crypto.randomUUID(), heldOn: showDate(now.today) };
	const chosen = wrong?.chosen ?? lines.filter(({ over }) => !over).map(({ id }) => id);
	return c.html(<GroupFinalPage {...{ view, lines, chosen, values }} problems={wrong?.problems} />, wrong ? 422 : 200);
}

/** «Встречи пар»: for those who lead them. */
export const allMeetingRoutes: readonly Route[] = [
	get('/mentorships/meetings', meetingKeepers, (c) => showAll(c)),

	post('/mentorships/meetings/cadence', meetingKeepers, ['meeting.cadence-set'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), cadenceForm);
		const result = form.ok ? await setCadence(tx, actor, form.value, now) : form;
		if (!result.ok) return showAll(c, rejectedValues(form, result));
		return c.redirect('/mentorships/meetings?saved=cadence', 303);
	}),

	get('/mentorships/meetings/proof', meetingKeepers, (c) => showProof(c)),

	post('/mentorships/meetings/proof', meetingKeepers, ['meeting.proved'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, proofForm), closesIn(data)];
		const lines = (await linesOf(c)).filter(({ over }) => !over || (form.ok && form.value.of === 'final'));
		const result = form.ok ? await proveByMeetings(tx, actor, { ...form.value, closes, lines }, now) : form;
		if (!result.ok) return showProof(c, { ...rejectedValues(form, result), closes });
		return c.redirect(`/mentorships/meetings?saved=proof&closed=${result.value}`, 303);
	}),

	get('/mentorships/meetings/group-final', meetingKeepers, (c) => showGroupFinal(c)),

	post('/mentorships/meetings/group-final', meetingKeepers, ['meeting.recorded'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const form = readForm(data, groupFinalForm, ['mentorship']);
		const result = form.ok ? await recordGroupFinal(tx, actor, form.value, now) : form;
		if (!result.ok)
			return showGroupFinal(c, { ...rejectedValues(form, result), chosen: data.getAll('mentorship').map(String) });
		return c.redirect('/mentorships/meetings?saved=group-final', 303);
	}),

	post('/mentorships/:id/nudges', meetingKeepers, ['meeting.nudged'], async (c) => {
		const { tx, actor, now } = c.var;
		const { mentorship } = (await workIn(c)) ?? notFound();
		const form = readForm(await c.req.formData(), nudgeForm);
		const result = form.ok ? await nudgePair(tx, actor, mentorship.id, form.value, now) : form;
		if (!result.ok) return showAll(c, rejectedValues(form, result));
		return c.redirect('/mentorships/meetings?saved=nudged', 303);
	})
];
