import type { Values } from '../core/forms';
import { Facts } from './card';
import { Note } from './state';

/**
 * Somebody else was faster (409): what stands there now, field by field, above the form that keeps what one typed.
 * Only fields that differ from one's own words are shown. The form below must carry the new version, so that sending it
 * again is a decision.
 */
export const Conflict = ({
	theirs,
	mine,
	labels
}: {
	theirs?: Values | undefined;
	mine: Values;
	/** Field → its label, in the order of the form. */
	labels: Record<string, string>;
}) => {
	if (!theirs) return null;
	const differing = Object.entries(labels).filter(([name]) => (theirs[name] ?? '') !== (mine[name] ?? ''));
	return (
		<div role="alert">
			<Note tone="warm" title="Пока вы правили, эту запись изменили">
				<p>Ваши слова остались в полях ниже. Сейчас записано так:</p>
				<Facts facts={differing.map(([name, label]) => [label, theirs[name] || 'пусто'] as const)} />
				<p>Поправьте, если нужно, и сохраните ещё раз – тогда останется ваше.</p>
			</Note>
		</div>
	);
};
