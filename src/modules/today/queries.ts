import { sql } from 'kysely';
import { type Actor, has } from '../../core/actor';
import { addDays, mondayOf } from '../../core/dates';
import type { Tx } from '../../db/as-actor';
import { findCalendar } from '../calendar/queries';
import { addWorkingDays } from '../calendar/rules/calendar';
import { listMyDocuments, type MyDocument } from '../documents/queries/mine';
import { listMyApprovals, type MyApproval } from '../documents/queries/my-approvals';
import { awaitsMe } from '../documents/rules/approvals';
import { listMyEvents, type MyEvent } from '../events/queries/mine';
import { listProposals, type MyProposal } from '../mentorships/queries/mine';
import { listPleas, type Plea } from '../mentorships/queries/pleas';
import { listSupported, type Waiting } from '../mentorships/queries/search';
import { answerDays, pleaStanding } from '../mentorships/rules/pleas';
import { activitiesAtWork, type PlanActivity, type PlanOccurrence } from '../roadmap/queries/activities';
import { type OccurrenceState, occurrenceState } from '../roadmap/rules/activity-state';
import { wayTo } from '../roadmap/rules/capabilities';
import { asksForEach, coverageText } from '../roadmap/rules/coverage';
import { canCarryOut } from '../roadmap/rules/plan';
import { workingDayBefore } from '../roadmap/rules/working-term';
import { type Asking, listAsked } from '../surveys/queries/filling';
import { standingOf } from '../surveys/rules/filling';
import type { Task, TaskKind } from './rules';

/** What the plans at work ask of a person, and what questionnaires ask them; «done» only of the last `lately` days. */
export async function tasksOf(tx: Tx, actor: Actor, today: string, lately = 14): Promise<Task[]> {
	const activities = await activitiesAtWork(tx, actor, today);
	const since = addDays(today, -lately);
	const calendar = await findCalendar(tx, actor, { from: addDays(today, -14), to: addDays(today, 92) });
	const workBy = (day: string | null) =>
		day && day >= today && day <= addDays(today, 92) ? workingDayBefore(day, calendar) : null;
	const questionnaires = await listAsked(tx, actor, { today });
	const events = await listMyEvents(tx, actor, { today });
	const proposals = await listProposals(tx, actor, { today });
	const unread = (await listMyDocuments(tx, actor)).filter(({ acquaintedOn }) => !acquaintedOn);
	const approvals = (await listMyApprovals(tx, actor)).filter(awaitsMe);
	const wanting = has(actor, 'psychologist') ? (await listSupported(tx, actor)).filter(({ begun }) => !begun) : [];
	const pleas = (await listPleas(tx, actor)).filter(({ steps }) => pleaStanding(steps) === 'waits');
	const planned = activities.flatMap((activity) =>
		activity.occurrences.flatMap((occurrence): Task[] => {
			const kind = kindOf[occurrenceState(occurrence, today)];
			if (!kind || (kind === 'done' && (occurrence.doneOn ?? '') < since)) return [];
			return [taskFrom(actor, activity, occurrence, kind, workBy(occurrence.dueOn))];
		})
	);
	const waiting = questionnaires.filter((one) => standingOf({ ...one, removed: false }, today) === 'open');
	return [
		...planned,
		...waiting.map((one) => taskOfSurvey(one, today)),
		...events.map((one) => taskOfEvent(one, today)),
		...proposals.map(taskOfProposal),
		...unread.map((one) => taskOfDocument(one, today)),
		...approvals.map((one) => taskOfApproval(one, today)),
		...wanting.map(taskOfSupport),
		...pleas.map((one) => taskOfPlea(one, addWorkingDays(one.askedOn, answerDays, calendar), today))
	];
}

const eventWords = { attend: 'Открыть', acquaint: 'Ознакомиться', mark: 'Отметить' } as const;

/** A meeting presses in the seven days before it, reading until it is read, and who came from the day after. */
function taskOfEvent({ id, kind, title, heldOn, startsAt, place, what, acquaintBy }: MyEvent, today: string): Task {
	const dueOn = what === 'attend' ? heldOn : what === 'acquaint' ? acquaintBy : null;
	const late = dueOn !== null && dueOn < today;
	const soon = what === 'attend' && dueOn !== null && dueOn > addDays(today, 6);
	const href = `/events/${id}`;
	return {
		id: `${what} ${id}`,
		kind: late ? 'overdue' : soon ? 'soon' : 'week',
		title: { attend: `${kind}: ${title}`, acquaint: `Ознакомьтесь: ${title}`, mark: `Кто был: ${title}` }[what],
		href,
		dueOn,
		...(what === 'attend' && { happens: true as const }),
		workBy: null,
		awaited: false,
		doneOn: null,
		many: what === 'attend' ? [startsAt, place].filter(Boolean).join(', ') : '',
		plan: { id: '', title: '' },
		responsible: [],
		room: null,
		act: { href: what === 'mark' ? `${href}/attendance` : href, label: eventWords[what], leads: what !== 'mark' },
		completionId: null
	};
}

/** A registered document waits to be read. */
const taskOfDocument = ({ id, title, acquaintBy }: MyDocument, today: string): Task => ({
	...taskOfProposal({ id, mentoring: false, others: '' }),
	id: `read ${id}`,
	kind: acquaintBy && acquaintBy < today ? 'overdue' : 'week',
	dueOn: acquaintBy,
	title: `Ознакомьтесь: ${title}`,
	href: '/my-documents',
	act: { href: '/my-documents', label: 'Ознакомиться', leads: true }
});

/** A draft waits for one's visa, or for the union's opinion. */
const taskOfApproval = ({ id, title, kind, dueOn, stale }: MyApproval, today: string): Task => ({
	...taskOfProposal({ id, mentoring: false, others: '' }),
	id: `approve ${id}`,
	kind: dueOn !== null && dueOn < today ? 'overdue' : 'week',
	title: `${stale ? 'Текст изменился, согласуйте снова' : kind === 'union' ? 'Нужно мнение профсоюза' : 'Согласуйте'}: ${title}`,
	href: `/agreement/${id}`,
	dueOn,
	act: { href: `/agreement/${id}`, label: 'Прочитать', leads: true }
});

/** Somebody without a mentor has said that support is needed. */
const taskOfSupport = ({ personId, name }: Waiting): Task => ({
	...taskOfProposal({ id: personId, mentoring: false, others: name }),
	id: `support ${personId}`,
	title: `Нужна поддержка: ${name}`,
	href: '/support',
	act: { href: '/support', label: 'Открыть', leads: true }
});

/** A mentor or a mentee has asked something of one's role: who and about what stands behind the link. */
const taskOfPlea = ({ id }: Plea, dueOn: string, today: string): Task => ({
	...taskOfProposal({ id, mentoring: false, others: '' }),
	id: `plea ${id}`,
	kind: dueOn < today ? 'overdue' : 'week',
	title: 'К вам обратились из пары',
	href: '/pleas',
	dueOn,
	act: { href: '/pleas', label: 'Прочитать', leads: true }
});

/** A proposal of a pair waits for one's word. */
const taskOfProposal = ({ id, mentoring, others }: MyProposal): Task => ({
	id: `answer ${id}`,
	kind: 'week',
	title: mentoring ? `Вам предлагают стать наставником: ${others}` : `Вам предлагают наставника: ${others}`,
	href: '/my-pair',
	dueOn: null,
	workBy: null,
	awaited: false,
	doneOn: null,
	many: '',
	plan: { id: '', title: '' },
	responsible: [],
	room: null,
	act: { href: '/my-pair', label: 'Ответить', leads: true },
	completionId: null
});

/** A questionnaire presses in the week it comes and in the one it ends; between them it only waits. */
const taskOfSurvey = ({ id, title, about, opensOn, closesOn }: Asking, today: string): Task => ({
	id,
	kind: opensOn >= mondayOf(today) || closesOn < addDays(mondayOf(today), 7) ? 'week' : 'running',
	title: `Анкета ждёт ответа: ${title}${about ? ` (о ком: ${about})` : ''}`,
	href: `/my-surveys/${id}`,
	dueOn: closesOn,
	workBy: null,
	awaited: false,
	doneOn: null,
	many: '',
	plan: { id: '', title: '' },
	responsible: [],
	room: null,
	act: { href: `/my-surveys/${id}`, label: 'Ответить', leads: true },
	completionId: null
});

/** What goes on all the time and what was not done is no task of a day. */
const kindOf: Record<OccurrenceState, TaskKind | undefined> = {
	overdue: 'overdue',
	'this-week': 'week',
	ask: 'ask',
	running: 'running',
	unsorted: 'unsorted',
	waiting: 'waiting',
	later: 'soon',
	throughout: undefined,
	'on-demand': undefined,
	'not-done': undefined,
	done: 'done'
};

const taskFrom = (
	actor: Actor,
	activity: PlanActivity,
	occurrence: PlanOccurrence,
	kind: TaskKind,
	workBy: string | null
): Task => ({
	id: occurrence.id,
	kind,
	title: activity.number ? `${activity.number}. ${activity.title}` : activity.title,
	href: `/activities/${activity.id}`,
	dueOn: occurrence.dueOn,
	workBy,
	awaited: activity.awaited,
	doneOn: occurrence.doneOn,
	many: activity.coverage && occurrence.coverage ? coverageText(activity.coverage, occurrence.coverage) : '',
	plan: { id: activity.roadmapId, title: activity.roadmapTitle },
	responsible: activity.responsible.map(({ personName, personId, text }) => ({ name: personName ?? text, personId })),
	...(canCarryOut(actor, activity) ? actFor(activity, occurrence) : { room: null, act: null }),
	completionId: occurrence.completionId
});

/** The one button: the room that carries it out, the list of the many, or marking it done here. The plan's own room is where one is. */
function actFor(activity: PlanActivity, occurrence: PlanOccurrence): Pick<Task, 'room' | 'act'> {
	if (asksForEach(occurrence))
		return { room: null, act: { href: `/occurrences/${occurrence.id}/coverings`, label: 'По списку' } };
	const room = !activity.awaited && activity.capability ? wayTo(activity.capability, activity.id) : null;
	const act = {
		href: `/occurrences/${occurrence.id}/completion?back=today`,
		label: activity.awaited ? 'К сведению' : 'Отметить'
	};
	return { room, act };
}

export type Beginnings = Awaited<ReturnType<typeof findBeginnings>>;

/** How far the organisation has come: what to lead on to where there is nothing yet. */
export const findBeginnings = (tx: Tx, { organisationId }: Actor) =>
	tx
		.selectNoFrom((of) => [
			of
				.selectFrom('roadmaps')
				.where('organisation_id', '=', organisationId)
				.where('archived_at', 'is', null)
				.select((is) => is.fn.countAll<number>().as('n'))
				.$asScalar()
				.$notNull()
				.as('plans'),
			of
				.selectFrom('roadmap_imports')
				.where('organisation_id', '=', organisationId)
				.where('accepted_at', 'is', null)
				.where('discarded_at', 'is', null)
				.where('failed_at', 'is', null)
				.orderBy('created_at', 'desc')
				.limit(1)
				.select(sql<string>`id || ' ' || source_name`.as('draft'))
				.as('draft'),
			of
				.selectFrom('people')
				.where('organisation_id', '=', organisationId)
				.where('removed_at', 'is', null)
				.select((is) => is.fn.countAll<number>().as('n'))
				.$asScalar()
				.$notNull()
				.as('people')
		])
		.executeTakeFirstOrThrow();
