import { LinkButton } from '../../../../ui/form';
import { Note } from '../../../../ui/state';
import type { KnownPlan } from '../../rules/renewal';

/** Before a file is accepted as a plan of its own: it looks like a newer version of one that is at work. */
export const NewerVersion = ({ id, plan }: { id: string; plan: KnownPlan }) => (
	<Note tone="warm" title={`Похоже, это новая версия плана «${plan.title}»`}>
		<p>
			Обновите его – отметки о выполнении, подтверждения и исполнители останутся – или примите файл ниже как отдельный
			план.
		</p>
		<LinkButton href={`/roadmap/imports/${id}/renewal?plan=${plan.id}`} icon="repeat">
			Посмотреть отличия и обновить
		</LinkButton>
	</Note>
);
