import { Card } from '../../../ui/card';
import { ActionForm, Button, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { StatePill } from '../../../ui/state';
import { dayText } from '../../../ui/text';
import type { EventProps } from './event';

/** What the event asks of whoever looks, one button each; what they have said, with a way back. */
export const ForMe = ({ view, event, values, problems = {} }: EventProps) => {
	const { mine, acquaints, callsMentors, wave, cancelledAt, id } = event;
	if (!mine || cancelledAt || !(acquaints || callsMentors || mine.participant)) return null;
	const { today } = view.now;
	return (
		<>
			{acquaints && (
				<Card>
					{mine.acquaintedOn ? (
						<div>
							<StatePill state="done" label={`вы ознакомились ${dayText(mine.acquaintedOn, today)}`} />{' '}
							{mine.acquaintedHow === 'program' && (
								<ActionForm
									action={`/events/${id}/acquaintance/undoing`}
									label="Снять отметку"
									token={crypto.randomUUID()}
									kind="quiet"
								/>
							)}
						</div>
					) : (
						<ActionForm
							action={`/events/${id}/acquaintance`}
							label="Ознакомлен(а)"
							token={crypto.randomUUID()}
							kind="primary"
							icon="check"
						/>
					)}
				</Card>
			)}
			{callsMentors && (
				<Card title="Хотите быть наставником?">
					{mine.repliedAt ? (
						<div>
							<StatePill state="done" label="вы откликнулись" /> {mine.reply}{' '}
							<ActionForm
								action={`/events/${id}/reply/undoing`}
								label="Забрать отклик"
								token={crypto.randomUUID()}
								kind="quiet"
							/>
						</div>
					) : (
						<form method="post" action={`/events/${id}/reply`}>
							<FormToken values={values} />
							<TextArea
								name="reply"
								label="Чем можете поделиться"
								hint="Отклик прочтут куратор и директор. Это ещё не обязательство."
								rows={2}
								maxlength={1000}
								optional
								{...{ values, problems }}
							/>
							<Button kind={acquaints && !mine.acquaintedOn ? 'secondary' : 'primary'}>Хочу быть наставником</Button>
						</form>
					)}
				</Card>
			)}
			{mine.participant && wave && (
				<p>
					<LinkButton href={`/my-surveys/${mine.participant}`} icon="arrow">
						Ответить на анкету «{wave.title}»
					</LinkButton>
				</p>
			)}
		</>
	);
};
