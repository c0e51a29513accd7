import type { Child } from 'hono/jsx';
import type { Actor } from '../../../core/actor';
import { daysBetween } from '../../../core/dates';
import { type State, StatePill } from '../../../ui/state';
import { counted, dayRangeText, dayText, type Forms, PersonName } from '../../../ui/text';
import type { PlanActivity, PlanOccurrence } from '../queries/activities';
import { type OccurrenceState, occurrenceState } from '../rules/activity-state';
import { waitsFor } from '../rules/plan';

export const activityForms: Forms = ['мероприятие', 'мероприятия', 'мероприятий'];
const dayForms: Forms = ['день', 'дня', 'дней'];

/** How a state of the plan is drawn: its icon and tone. */
export const drawnAs: Record<OccurrenceState, State> = {
	overdue: 'overdue',
	'this-week': 'this-week',
	ask: 'doubtful',
	running: 'later',
	unsorted: 'doubtful',
	waiting: 'waiting',
	later: 'later',
	throughout: 'throughout',
	'on-demand': 'throughout',
	'not-done': 'overdue',
	done: 'done'
};

type Look = { today: string; actor: Pick<Actor, 'organisation'> };

function stateWords(
	state: OccurrenceState,
	occurrence: PlanOccurrence | undefined,
	activity: Pick<PlanActivity, 'awaited'>,
	{ today, actor }: Look
) {
	const due = occurrence?.dueOn;
	switch (state) {
		case 'overdue':
			return due ? `просрочено на ${counted(daysBetween(due, today), dayForms)}` : 'просрочено';
		case 'this-week':
			return due === today ? 'сегодня' : due ? `до ${dayText(due, today)}` : 'на этой неделе';
		case 'running':
			return due ? `идёт, до ${dayText(due, today)}` : 'идёт';
		case 'later':
			return due ? `до ${dayText(due, today)}` : 'позже';
		case 'waiting':
			return waitsFor(actor, activity);
		case 'ask':
			return 'пора сказать, как идёт';
		case 'throughout':
			return 'в течение года';
		case 'on-demand':
			return 'по мере необходимости';
		case 'unsorted':
			return 'разобрать: срок был раньше';
		case 'not-done':
			return 'не выполнено';
		case 'done':
			return occurrence?.outcome === 'noted' ? 'принято к сведению' : 'выполнено';
	}
}

/** How an activity stands, with the exact day: never by colour alone. */
export const StandingPill = ({ activity, look }: { activity: PlanActivity; look: Look }) => {
	const { state, next } = activity.standing;
	const last = activity.occurrences.at(-1);
	return (
		<StatePill state={drawnAs[state]} label={stateWords(state, (next ?? last) as PlanOccurrence, activity, look)} />
	);
};

/** The same for one of its times. */
export const OccurrencePill = ({
	occurrence,
	activity,
	look
}: {
	occurrence: PlanOccurrence;
	activity: PlanActivity;
	look: Look;
}) => {
	const state = occurrenceState(occurrence, look.today);
	return <StatePill state={drawnAs[state]} label={stateWords(state, occurrence, activity, look)} />;
};

/** «3.4. Провести анкетирование», the number as the document gives it. */
export const titleOf = ({ number, title }: Pick<PlanActivity, 'number' | 'title'>) =>
	number ? `${number}. ${title}` : title;

/** The written words; the exact day stands beside the state. */
export const Deadline = ({ activity: { deadlineText } }: { activity: Pick<PlanActivity, 'deadlineText'> }) =>
	deadlineText ? <span>{deadlineText}</span> : <span class="quiet">срок не указан</span>;

/** Under the term: how often, where that stands among the results or in the title («не реже 1 раза в месяц»). */
export const HowOften = ({ activity: { norm } }: { activity: Pick<PlanActivity, 'norm'> }) =>
	norm && <span class="result">норма: {norm}</span>;

export const absences = { left: 'уже не работает', deleted: 'запись удалена' } as const;

/** A deleted entry has no card to open. */
export const PersonLink = ({
	one: { personId, whereabouts },
	children
}: {
	one: PlanActivity['responsible'][number];
	children: Child;
}) => (whereabouts === 'deleted' ? <span>{children}</span> : <a href={`/people/${personId}`}>{children}</a>);

/** Who answers: a person with a card, or the words of the plan. */
export const ResponsibleNames = ({ activity }: { activity: PlanActivity }) => (
	<>
		{activity.responsible.map((one, index) => (
			<>
				{index > 0 && ', '}
				{one.personId && one.personName ? (
					<>
						<PersonLink one={one}>
							<PersonName name={one.personName} />
						</PersonLink>
						{one.whereabouts !== 'here' && <span class="quiet"> ({absences[one.whereabouts]})</span>}
					</>
				) : (
					one.text
				)}
			</>
		))}
	</>
);

/** «2 из 6» where a thing is done several times. */
export const Progress = ({ activity: { standing } }: { activity: PlanActivity }) =>
	standing.all > 1 ? (
		<span class="quiet together">
			{standing.done} из {standing.all}
		</span>
	) : null;

/** One of the times of an activity, in a few words: «до 25 декабря», «1 сентября – 31 октября». */
export function occurrenceName({ kind, from, to, dueOn }: PlanOccurrence, today: string) {
	if (kind !== 'review' && dueOn) return `до ${dayText(dueOn, today)}`;
	if (from && to) return dayRangeText(from, to, today);
	return kind === 'on-demand' ? 'по мере необходимости' : 'без срока';
}

/** «перенесено с 25 сентября: педсовет в октябре»; a first day where there was none is «назначено». */
export const Moved = ({ occurrence: { moved }, today }: { occurrence: PlanOccurrence; today: string }) =>
	moved && (
		<span class="quiet">
			{' '}
			({moved.from ? `перенесено с ${dayText(moved.from, today)}` : 'день назначен'}
			{moved.reason && `: ${moved.reason}`})
		</span>
	);
