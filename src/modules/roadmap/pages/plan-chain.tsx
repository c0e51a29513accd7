import { LinkButton } from '../../../ui/form';
import { Note } from '../../../ui/state';
import { Day } from '../../../ui/text';
import type { Plan } from '../queries/plans';
import { asksForNext, isHistory } from '../rules/next-year';

/** The plans before and after this one, and the call to begin the next when its time ends. */
export const PlanChain = ({ plan, today }: { plan: Plan; today: string }) => (
	<>
		{plan.to && !plan.next && !plan.archivedAt && asksForNext(plan, today) && !isHistory(plan, today) && (
			<Note tone="accent" title="Пора готовить следующий план">
				<p>
					Этот кончается <Day date={plan.to} today={today} />. Новый начнётся с него: сроки сдвинутся на год, а что
					переносить, решите вы.
				</p>
				<p>
					<LinkButton href={`/roadmap/${plan.id}/next-year`} icon="repeat">
						Новый учебный год
					</LinkButton>
				</p>
			</Note>
		)}
		{(plan.previous || plan.next) && (
			<p class="quiet">
				{plan.previous && (
					<>
						Продолжает план <a href={`/roadmap/${plan.previous.id}`}>{plan.previous.title}</a>
						{plan.previous.archived ? '' : ' (он ещё в работе: уберите его в архив, когда он закончится)'}.{' '}
					</>
				)}
				{plan.next && (
					<>
						Продолжен планом <a href={`/roadmap/${plan.next.id}`}>{plan.next.title}</a>.
					</>
				)}
			</p>
		)}
		{!plan.next && !(plan.to && asksForNext(plan, today)) && !plan.archivedAt && (
			<p class="quiet">
				<a href={`/roadmap/${plan.id}/next-year`}>Новый учебный год: начать следующий план с этого</a>
			</p>
		)}
	</>
);
