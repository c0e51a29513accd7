import { ActionForm } from './form';

type Guest = { personId: string; number: number };

/** Takes back what was written last of a mentor of another organisation; who was only entered and leads nobody goes with it. */
export const UndoGuest = ({ guest: { personId, number }, leads }: { guest: Guest; leads: boolean }) =>
	number > 1 || !leads ? (
		<ActionForm
			action={`/mentorship-guests/${personId}/undoing`}
			label={number > 1 ? 'Отменить последнее изменение' : 'Отменить запись'}
			token={crypto.randomUUID()}
			kind="quiet"
		>
			<input type="hidden" name="version" value={number} />
		</ActionForm>
	) : null;
