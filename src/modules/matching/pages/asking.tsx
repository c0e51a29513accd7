import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, DateField, FormToken, LinkButton, RadioGroup } from '../../../ui/form';
import { counted, Moment } from '../../../ui/text';
import type { Proposal } from '../queries/proposals';

type Props = { view: View; proposal: Proposal; at: string; values: Values; problems?: Problems };

/** The accepted pairs are put to the people, in one act; or were, and may be taken back together. */
export const Asking = ({ view, proposal, at, values, problems = {} }: Props) => {
	const given = { values, problems };
	return proposal.askedAt ? (
		<Card
			title="Предложено участникам"
			actions={
				<>
					<LinkButton href="/mentorships">К парам</LinkButton>
					<LinkButton href={`${at}/slips`} icon="printer">
						Листки без почты
					</LinkButton>
					<ActionForm
						action={`${at}/asking/undoing`}
						label="Отменить предложение участникам"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				</>
			}
		>
			<p>
				<Moment at={proposal.askedAt} timeZone={view.actor.timeZone} today={view.now.today} />:{' '}
				{counted(proposal.mentorships.length, ['предложение', 'предложения', 'предложений'])}. Ответы, согласия и приказ
				– в разделе «Пары».
			</p>
		</Card>
	) : (
		<Card title="Предложить участникам">
			<form method="post" action={`${at}/asking`}>
				<FormToken values={values} />
				<p>
					Каждый узнает о предложении своими словами и ответит согласием или отказом. Причин и баллов никто не увидит.
				</p>
				<DateField name="from" label="С какого дня" required {...given} />
				<DateField name="to" label="По какой день" required {...given} />
				<RadioGroup
					name="together"
					label="Если у наставника двое или у наставляемого двое наставников"
					options={{
						apart: 'Каждая пара отдельно',
						together: { label: 'Вместе', hint: 'Триада или группа: одна программа, один приказ' }
					}}
					{...given}
				/>
				<div class="buttons">
					<Button>Предложить участникам</Button>
				</div>
			</form>
		</Card>
	);
};
