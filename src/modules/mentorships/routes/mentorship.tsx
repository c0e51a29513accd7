import type { GenericSchema, InferOutput } from 'valibot';
import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import { addDays, type Now, showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, type Result, readForm, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { get, post, type Route, type Who } from '../../../http';
import { findCalendar } from '../../calendar/queries';
import { listCandidates } from '../../registry/queries/candidates';
import { answerProposal } from '../commands/answer';
import { joinMentorship, leaveMentorship, replaceMentor } from '../commands/members';
import { recordPapers } from '../commands/papers';
import {
	allowMentorship,
	completeMentorship,
	dropMentorship,
	endMentorship,
	extendMentorship,
	resumeMentorship,
	suspendMentorship
} from '../commands/turns';
import { undoLastAct } from '../commands/undo';
import {
	allowanceForm,
	answerForm,
	completionForm,
	endingForm,
	extensionForm,
	joiningForm,
	leavingForm,
	papersForm,
	replacementForm,
	resumptionForm,
	suspensionForm,
	tokenForm,
	undoForm
} from '../form/mentorship';
import { ChangePage } from '../pages/change';
import { type Change, isChange } from '../rules/changes';
import { firstLastDay } from '../rules/ending';
import type { Mentorship } from '../rules/mentorship';
import { lineOf } from '../rules/wanted';
import { mentorshipKeepers, mentorshipReaders } from '../rules/words';
import { type C, mentorshipIn, showCard } from './shared';

async function showChange(c: C, change: Change, wrong?: { values: Values; problems: Problems }) {
	const { tx, actor, now, view } = c.var;
	const mentorship = lineOf(await mentorshipIn(c), now.today);
	const staff = change === 'replacement' || change === 'joining' ? await listCandidates(tx, actor, 'mentors', now) : [];
	const calendar = await findCalendar(tx, actor, { from: now.today, to: addDays(now.today, 60) });
	const today = showDate(now.today);
	const fresh: Values = {
		token: crypto.randomUUID(),
		on: today,
		reason: change === 'suspension' ? 'sick-leave' : 'circumstances',
		shift: 'on'
	};
	const page = (
		<ChangePage
			{...{ view, change, mentorship, staff }}
			firstLastDay={firstLastDay(now.today, calendar)}
			values={wrong?.values ?? fresh}
			problems={wrong?.problems ?? {}}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

type Command<T> = (tx: Tx, actor: Actor, mentorship: Mentorship, form: T, now: Now) => Promise<Result<unknown>>;

/** A change that has a page of its own: its form comes back there, its answer is the card. */
const change = <S extends GenericSchema>(noun: Change, act: Act, schema: S, command: Command<InferOutput<S>>): Route =>
	post(`/mentorships/:id/${noun}` as '/mentorships/:id/ending', mentorshipKeepers, [act], async (c) => {
		const { tx, actor, now } = c.var;
		const mentorship = await mentorshipIn(c);
		const form = readForm(await c.req.formData(), schema);
		const result = form.ok ? await command(tx, actor, mentorship, form.value, now) : form;
		if (!result.ok) return showChange(c, noun, { values: form.values, problems: result.problems });
		return c.redirect(`/mentorships/${mentorship.id}?saved=${noun}`, 303);
	});

/** An act on the card itself. */
const onCard = <S extends GenericSchema>(
	noun: 'papers' | 'answers' | 'dropping',
	who: Exclude<Who, 'anyone'>,
	acts: readonly Act[],
	schema: S,
	command: Command<InferOutput<S>>,
	saved: (values: Values) => string,
	lists: readonly string[] = []
): Route =>
	post(`/mentorships/:id/${noun}` as '/mentorships/:id/papers', who, acts, async (c) => {
		const { tx, actor, now } = c.var;
		const mentorship = await mentorshipIn(c);
		const data = await c.req.formData();
		const form = readForm(data, schema, lists);
		const result = form.ok ? await command(tx, actor, mentorship, form.value, now) : form;
		if (result.ok) return c.redirect(`/mentorships/${mentorship.id}?saved=${saved(form.values)}`, 303);
		const gathered = data.getAll('need').map(String);
		return showCard(c, { values: form.values, problems: result.problems, gathered });
	});

/** One mentorship: its card and what happens to it. */
export const mentorshipRoutes: readonly Route[] = [
	get('/mentorships/:id', mentorshipReaders, (c) => showCard(c)),

	get('/mentorships/:id/forms/:form', mentorshipKeepers, (c) => {
		const asked = c.req.param('form');
		return isChange(asked) ? showChange(c, asked) : notFound();
	}),

	onCard('papers', mentorshipReaders, ['mentorship.papers-recorded'], papersForm, recordPapers, () => 'papers', [
		'need'
	]),
	onCard(
		'answers',
		mentorshipKeepers,
		['mentorship.accepted', 'mentorship.declined'],
		answerForm,
		answerProposal,
		({ answer }) => (answer === 'declined' ? 'declined' : 'accepted')
	),
	onCard('dropping', mentorshipKeepers, ['mentorship.dropped'], tokenForm, dropMentorship, () => 'dropped'),

	change('suspension', 'mentorship.suspended', suspensionForm, suspendMentorship),
	change('resumption', 'mentorship.resumed', resumptionForm, resumeMentorship),
	change('extension', 'mentorship.extended', extensionForm, extendMentorship),
	change('completion', 'mentorship.completed', completionForm, completeMentorship),
	change('ending', 'mentorship.ended', endingForm, endMentorship),
	change('allowance', 'mentorship.allowed', allowanceForm, allowMentorship),
	change('replacement', 'mentorship.replaced', replacementForm, replaceMentor),
	change('joining', 'mentorship.joined', joiningForm, joinMentorship),
	change('leaving', 'mentorship.left', leavingForm, leaveMentorship),

	post('/mentorships/:id/undoing', mentorshipKeepers, ['mentorship.undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const mentorship = await mentorshipIn(c);
		const form = readForm(await c.req.formData(), undoForm);
		const result = form.ok ? await undoLastAct(tx, actor, mentorship, form.value, now) : form;
		if (!result.ok) return showCard(c, { values: { token: crypto.randomUUID() }, problems: result.problems });
		return c.redirect(
			result.value.stands ? `/mentorships/${mentorship.id}?saved=undone` : '/mentorships?saved=undone',
			303
		);
	})
];
