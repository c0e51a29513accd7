import { roleName } from '../../../core/actor';
import type { View } from '../../../core/view';
import { dayText } from '../../../ui/text';
import type { StoredDocument } from '../queries/document';
import type { Effect } from '../queries/effects';
import { appointments } from '../rules/appointments';

/** Whom an order appoints, by what they are appointed to. */
export const appointedFacts = ({ appointed }: Pick<StoredDocument, 'appointed'>): [string, string][] =>
	[...Map.groupBy(appointed, ({ to }) => to)].map(([to, all]) => [
		`Назначает: ${appointments[to].name}`,
		all.map(({ name }) => name).join(', ')
	]);

/** What a document has done elsewhere, as it stands today: a role may have ended since. */
export const EffectWords = ({ view, effect }: { view: View; effect: Effect }) => {
	const { what, thingId, person, role, until } = effect;
	if (what === 'order') return <a href={`/mentorship-orders/${thingId}`}>приказ записан в пары</a>;
	const { today } = view.now;
	const name = role && roleName(role, view.actor.organisation.kind);
	if (until && until < today)
		return (
			<>
				{person} – {name} до {dayText(until, today)} включительно, роль снята
			</>
		);
	return (
		<>
			{person} – {name}
			{until && ` по ${dayText(until, today)}`}
		</>
	);
};
