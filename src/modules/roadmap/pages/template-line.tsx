import { LinkButton } from '../../../ui/form';
import { Note } from '../../../ui/state';
import type { Plan } from '../queries/plans';
import type { TemplateCopy } from '../queries/templates';

type Props = { plan: Plan; copy: TemplateCopy | undefined; publishes: boolean };

/** Where a plan stands among templates: the call to look at a newer version of its own; for a level above, the way to give it downwards. */
export const TemplateLine = ({ plan, copy, publishes }: Props) => {
	const linked = copy && !plan.archivedAt && !copy.withdrawnAt ? copy : undefined;
	return (
		<>
			{publishes && !plan.archivedAt && (
				<p class="plan-line quiet">
					<a href={`/roadmap/${plan.id}/template`}>Образец для организаций</a>
				</p>
			)}
			{linked && linked.seen >= linked.number && (
				<p class="plan-line quiet">
					Начат с образца{linked.by && ` (${linked.by})`}, версия {linked.seen}
					{' · '}
					<a href={`/roadmap/templates/${linked.id}`}>открыть образец</a>
				</p>
			)}
			{linked && linked.seen < linked.number && (
				<Note tone="accent" title={`Обновлён образец этого плана${linked.by ? `: ${linked.by}` : ''}`}>
					<p>{linked.note || 'Посмотрите, что изменилось, и возьмите нужное: ваше останется вашим.'}</p>
					<p>
						<LinkButton href={`/roadmap/${plan.id}/template-update`} icon="repeat">
							Посмотреть изменения
						</LinkButton>
					</p>
				</Note>
			)}
		</>
	);
};
