import { History } from '../../../ui/card';
import { dayText } from '../../../ui/text';
import { lifeCycle } from '../rules/life';
import type { StepLine } from '../rules/mentorship';
import { orderTitle, reasons } from '../rules/words';
import type { CardProps } from './mentorship';

/** What a step says besides its name and day. */
function about(
	{ what, person, how, reason, words, number, pay, orderNumber, orderOn, actKind, from, to, noticedOn }: StepLine,
	today: string
) {
	const term = from && to && what !== 'proposed' ? `срок по ${dayText(to, today)}` : '';
	return [
		person,
		how === 'words' && 'со слов',
		number && `№ ${number}`,
		pay,
		orderNumber && orderOn && actKind && orderTitle(actKind, orderNumber, orderOn),
		reason && reasons[reason],
		noticedOn && `предупреждение ${dayText(noticedOn, today)}`,
		words,
		term
	]
		.filter(Boolean)
		.join(', ');
}

/** What happened, the newest first; what was told in confidence stands under its step for those who read it. */
export const PairHistory = ({ view: { actor, now }, mentorship, confidences }: CardProps) => (
	<History
		timeZone={actor.timeZone}
		today={now.today}
		entries={[...mentorship.steps].reverse().map((step) => {
			const confidence = confidences.get(step.id);
			return {
				at: step.at,
				who: step.who,
				what: `${lifeCycle[step.what].says}, ${dayText(step.on, now.today)}`,
				details: (
					<>
						{step.orderId ? (
							<a href={`/mentorship-orders/${step.orderId}`}>{about(step, now.today)}</a>
						) : (
							about(step, now.today)
						)}
						{confidence && (
							<p>
								<strong>Только для куратора:</strong> {confidence}
							</p>
						)}
					</>
				)
			};
		})}
	/>
);
