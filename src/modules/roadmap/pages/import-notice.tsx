import type { Child } from 'hono/jsx';
import type { View } from '../../../core/view';
import { ActionForm } from '../../../ui/form';
import type { RoadmapImport } from '../queries/imports';

/** What was just done, with the way back; after an undo only that it was taken back. */
export function noticeOf(view: View, found: RoadmapImport, token: string): Child {
	if (view.saved === 'undone') return 'Исправление отменено, запись стоит как прежде.';
	if (view.saved === 'return') return 'Загрузка возвращена.';
	if (view.saved === 'received') return 'То, чего вы ждали, отмечено в дорожной карте: принято к сведению.';
	if (view.saved !== 'correction' || !found.lastCorrection) return undefined;
	return (
		<>
			{found.lastCorrection}{' '}
			<ActionForm action={`/roadmap/imports/${found.id}/undoing`} label="Отменить" kind="quiet" token={token} />
		</>
	);
}
