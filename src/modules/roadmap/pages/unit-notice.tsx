import type { Child } from 'hono/jsx';
import { counted } from '../../../ui/text';
import type { PlanUnit } from '../queries/units';
import { Undo } from './activity-notice';

/** What has just been done to the list of pairs and groups, with its undo. */
export function unitsNotice(saved: string | undefined, of: string | undefined, units: readonly PlanUnit[]): Child {
	if (saved === 'units') return `Добавлено: ${counted(Number(of) || 0, ['название', 'названия', 'названий'])}`;
	const unit = units.find(({ id }) => id === of);
	if (saved === 'unit-ending' && unit?.removedOn) {
		return (
			<>
				Больше не участвует: {unit.name} <Undo action={`/units/${unit.id}/return`} />
			</>
		);
	}
	if (saved === 'unit-return' && unit) return `Снова участвует: ${unit.name}`;
	return undefined;
}
