import type { Span } from '../../../core/dates';
import type { View } from '../../../core/view';
import { Lede, shortName } from '../../../ui/text';
import { Timeline } from '../../../ui/timeline';
import type { PlanActivity } from '../queries/activities';
import type { Plan } from '../queries/plans';
import { manyText } from '../rules/coverage';
import { drawnAs } from './plan-words';

type Props = { view: View; plan: Plan; activities: readonly PlanActivity[] };

/** The plan as a picture: stages and activities over its period, and the same as a table beneath. */
export const PlanTimeline = ({ view, plan, activities }: Props) => {
	const period = periodOf(plan, activities);
	if (!period) return <Lede>В плане нет ни периода, ни сроков: на ленте времени показать нечего.</Lede>;
	return (
		<section id="activities">
			<h2>План на ленте времени</h2>
			<Timeline
				label={plan.title}
				period={period}
				today={view.now.today}
				stages={[...Map.groupBy(activities, ({ stageId }) => stageId).values()].map((inStage) => ({
					title: inStage[0]?.stageTitle ?? '',
					items: inStage.map((activity) => ({
						label: [activity.title, manyText(activity)].filter(Boolean).join(' – '),
						href: `/activities/${activity.id}`,
						state: drawnAs[activity.standing.state],
						spans: spansOf(activity),
						deadline: activity.deadlineText,
						responsible: activity.responsible
							.map(({ personName, text }) => (personName ? shortName(personName) : text))
							.join(', ')
					}))
				}))}
			/>
		</section>
	);
};

const spansOf = ({ occurrences }: PlanActivity) =>
	occurrences.flatMap(({ from, to, dueOn }): Span[] => {
		const [first, last] = [from ?? dueOn, to ?? dueOn];
		return first && last ? [{ from: first, to: last }] : [];
	});

/** The plan's own period; without one, from the first term to the last. */
function periodOf({ from, to }: Plan, activities: readonly PlanActivity[]): Span | undefined {
	if (from && to) return { from, to };
	const spans = activities.flatMap(spansOf);
	const [first] = spans.map((span) => span.from).sort();
	const last = spans
		.map((span) => span.to)
		.sort()
		.at(-1);
	return first && last ? { from: first, to: last } : undefined;
}
