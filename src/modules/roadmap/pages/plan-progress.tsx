import type { Problems, Values } from '../../../core/forms';
import { Button, Buttons, DateField } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import type { Plan } from '../queries/plans';

type Props = { plan: Plan; problems: Problems | undefined; values: Values | undefined };

/** The same report of a day that has passed: «на 1 декабря» is often asked for on the third. */
export const ProgressOn = ({ plan, problems, values }: Props) => (
	<Fold label="Информация о ходе выполнения на другое число" open={problems?.on !== undefined}>
		<form method="get" action={`/roadmap/${plan.id}/progress.docx`}>
			<DateField name="on" label="На какое число" required {...{ values, problems }} />
			<Buttons>
				<Button kind="secondary" icon="download">
					Скачать Word
				</Button>
				<Button kind="quiet" icon="download" formaction={`/roadmap/${plan.id}/progress.xlsx`}>
					Скачать Excel
				</Button>
			</Buttons>
		</form>
	</Fold>
);
