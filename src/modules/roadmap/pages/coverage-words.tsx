import type { PlanActivity } from '../queries/activities';
import { keptWithPlan, kindOf, manyText } from '../rules/coverage';
import type { Coverage } from '../rules/understanding';

export const coverageNames: Record<Coverage, string> = {
	'each-pair': 'о каждой паре',
	'each-mentor': 'о каждом наставнике',
	'each-mentee': 'о каждом наставляемом',
	'each-teacher': 'о каждом педагоге',
	'each-group': 'о каждой группе'
};

/** «8 из 12 пар» beside the state of a row. */
export const Many = ({ activity }: { activity: PlanActivity }) =>
	activity.coverage && activity.many ? <span class="quiet together">{manyText(activity)}</span> : null;

/** Where the list of the many is kept, in words and with the way there. */
export const WhereKept = ({ activity: { coverage, roadmapId }, leads }: { activity: PlanActivity; leads: boolean }) => {
	if (!coverage || !leads) return null;
	if (keptWithPlan(coverage)) {
		return (
			<p>
				Кого-то нет в списке или он больше не участвует? <a href={`/roadmap/${roadmapId}/units`}>Пары и группы плана</a>
			</p>
		);
	}
	const filter = { mentor: 'mentors', mentee: 'mentees', teacher: 'teachers', pair: '', group: '' }[kindOf[coverage]];
	return (
		<p>
			Список – по ролям и должностям на сегодня. Кого-то нет или он больше не участвует?{' '}
			<a href={`/people?filter=${filter}`}>Откройте «Люди»</a> и поправьте роль или должность.
		</p>
	);
};
