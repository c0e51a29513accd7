import type { Problems, Values } from '../../../../core/forms';
import { Button, DateField, FormToken } from '../../../../ui/form';
import { Fold } from '../../../../ui/report';
import type { Wave } from '../../queries/waves';

/** The days of a wave that is open already. */
export const DatesForm = ({ wave, values, problems }: { wave: Wave; values: Values; problems: Problems }) => (
	<Fold label="Изменить даты" open={Boolean(problems.opensOn || problems.closesOn)}>
		<form method="post" action={`/surveys/waves/${wave.id}/dates`}>
			<FormToken values={values} />
			<fieldset class="dates">
				<legend class="unseen">Даты</legend>
				<DateField name="opensOn" label="Первый день" required {...{ values, problems }} />
				<DateField name="closesOn" label="Последний день" required {...{ values, problems }} />
			</fieldset>
			<Button kind="secondary">Изменить даты</Button>
		</form>
	</Fold>
);
