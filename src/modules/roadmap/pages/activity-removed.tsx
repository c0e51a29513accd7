import type { View } from '../../../core/view';
import { ActionForm } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import type { RemovedActivity } from '../queries/removed';

/** An activity that has left its plan, with the way back. */
export const RemovedActivityPage = ({ view, removed }: { view: View; removed: RemovedActivity }) => (
	<Page
		view={view}
		title={removed.title}
		crumbs={[
			{ href: '/roadmap', label: 'Дорожная карта' },
			{ href: `/roadmap/${removed.roadmapId}`, label: 'План' }
		]}
	>
		<Lede>Этого мероприятия больше нет в плане. Отметки и подтверждения сохранены.</Lede>
		{!removed.archivedAt && (
			<ActionForm
				action={`/activities/${removed.id}/restoration`}
				token={crypto.randomUUID()}
				label="Вернуть в план"
				icon="back"
			/>
		)}
	</Page>
);
