type Props = { id: string; name: string; value: string; label: string; hint?: string | undefined; checked: boolean };

/** One line of a list to choose from, with its quiet words. */
export const Tick = ({ id, name, value, label, hint, checked }: Props) => (
	<div class="choice">
		<input type="checkbox" {...{ id, name, value, checked }} />
		<label for={id}>
			{label}
			{hint && <span class="quiet"> {hint}</span>}
		</label>
	</div>
);
