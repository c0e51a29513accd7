import { sql } from 'kysely';
import { type Actor, has } from '../../core/actor';
import { addDays } from '../../core/dates';
import type { Tx } from '../../db/as-actor';
import { findCalendar } from '../calendar/queries';
import { addWorkingDays } from '../calendar/rules/calendar';
import { listMyDocuments } from '../documents/queries/mine';
import { listMyApprovals } from '../documents/queries/my-approvals';
import { awaitsMe } from '../documents/rules/approvals';
import { listMyEvents } from '../events/queries/mine';
import { listMorning } from '../meetings/queries/morning';
import { listProposals } from '../mentorships/queries/mine';
import { listPleas } from '../mentorships/queries/pleas';
import { listSupported } from '../mentorships/queries/search';
import { answerDays, pleaStanding } from '../mentorships/rules/pleas';
import { activitiesAtWork, type PlanActivity, type PlanOccurrence } from '../roadmap/queries/activities';
import { type OccurrenceState, occurrenceState } from '../roadmap/rules/activity-state';
import { wayTo } from '../roadmap/rules/capabilities';
import { asksForEach, coverageText } from '../roadmap/rules/coverage';
import { canCarryOut } from '../roadmap/rules/plan';
import { workingDayBefore } from '../roadmap/rules/working-term';
import { listAsked } from '../surveys/queries/filling';
import { standingOf } from '../surveys/rules/filling';
import type { Task, TaskKind } from './rules';
import {
	taskOfApproval,
	taskOfDocument,
	taskOfEvent,
	taskOfMeeting,
	taskOfPlea,
	taskOfProposal,
	taskOfSupport,
	taskOfSurvey
} from './rules/tasks';

/** What the plans at work ask of a person, and what questionnaires ask them; «done» only of the last `lately` days. */
export async function tasksOf(tx: Tx, actor: Actor, today: string, lately = 14): Promise<Task[]> {
	const activities = await activitiesAtWork(tx, actor, today);
	const since = addDays(today, -lately);
	const calendar = await findCalendar(tx, actor, { from: addDays(today, -370), to: addDays(today, 92) });
	const workBy = (day: string | null) =>
		day && day >= today && day <= addDays(today, 92) ? workingDayBefore(day, calendar) : null;
	const questionnaires = await listAsked(tx, actor, { today });
	const events = await listMyEvents(tx, actor, { today });
	const proposals = await listProposals(tx, actor, { today });
	const unread = (await listMyDocuments(tx, actor)).filter(({ acquaintedOn }) => !acquaintedOn);
	const approvals = (await listMyApprovals(tx, actor)).filter(awaitsMe);
	const wanting = has(actor, 'psychologist') ? (await listSupported(tx, actor)).filter(({ begun }) => !begun) : [];
	const pleas = (await listPleas(tx, actor)).filter(({ steps }) => pleaStanding(steps) === 'waits');
	const meetings = await listMorning(tx, actor, calendar, today);
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
		...meetings.map(taskOfMeeting),
		...proposals.map(taskOfProposal),
		...unread.map((one) => taskOfDocument(one, today)),
		...approvals.map((one) => taskOfApproval(one, today)),
		...wanting.map(taskOfSupport),
		...pleas.map((one) => taskOfPlea(one, addWorkingDays(one.askedOn, answerDays, calendar), today))
	];
}

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
