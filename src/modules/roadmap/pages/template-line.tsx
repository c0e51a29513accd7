import { LinkButton } from '../../../ui/form';
import { Note } from '../../../ui/state';
import type { Plan } from '../queries/plans';
import type { TemplateCopy } from '../queries/templates';

/** On a plan begun from a template: the call to look at its newer version. */
export const TemplateLine = ({ plan, copy }: { plan: Plan; copy: TemplateCopy | undefined }) => {
	if (!copy || plan.archivedAt || copy.withdrawnAt) return null;
	if (copy.seen >= copy.number)
		return (
			<p class="quiet">
				План начат с образца{copy.by && ` «${copy.by}»`}, версия {copy.seen}.
			</p>
		);
	return (
		<Note tone="accent" title={`Обновлён образец этого плана${copy.by ? `: ${copy.by}` : ''}`}>
			<p>
				{copy.note || 'Посмотрите, что изменилось, и возьмите нужное: ваше останется вашим.'}{' '}
				<LinkButton href={`/roadmap/${plan.id}/template-update`} icon="repeat">
					Посмотреть изменения
				</LinkButton>
			</p>
		</Note>
	);
};
