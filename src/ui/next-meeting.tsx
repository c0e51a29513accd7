import { ahead, dayOfMeeting, held, lastHeld, type Meeting } from '../modules/meetings/rules/meeting';
import { meetingForms, meetingKinds } from '../modules/meetings/rules/words';
import { LinkButton } from './form';
import { counted, dayText } from './text';

/** «5 октября, 14:30, каб. 12» */
export const whenText = ({ heldOn, plannedOn, startsAt, place }: Meeting, today: string) =>
	[dayText(heldOn ?? plannedOn ?? '', today), startsAt, place].filter(Boolean).join(', ');

/** What comes next in a pair, with one button: here and in «Моя пара». */

type Next = { mentorshipId: string; meetings: readonly Meeting[]; today: string; former?: boolean };
export const NextOfPair = ({ mentorshipId, meetings, today, former = false }: Next) => {
	const [next] = ahead(meetings, today);
	const last = lastHeld(meetings);
	const due = next && dayOfMeeting(next) <= today;
	const journal = `/mentorships/${mentorshipId}/meetings`;
	if (former)
		return (
			<p>
				<a href={journal}>Журнал встреч</a>: {counted(held(meetings).length, meetingForms)}.
			</p>
		);
	return (
		<>
			<p>
				{next
					? `${due ? 'Была назначена' : 'Следующая'}: ${meetingKinds[next.kind].toLocaleLowerCase('ru')}, ${whenText(next, today)}. `
					: 'Следующая встреча не назначена. '}
				{last &&
					`Состоялось: ${counted(held(meetings).length, meetingForms)}, последняя ${dayText(dayOfMeeting(last), today)}.`}
			</p>
			<div class="buttons">
				<LinkButton href={next ? `/meetings/${next.id}/record` : `${journal}/new`} icon="check">
					Записать встречу
				</LinkButton>
				<LinkButton href={journal} kind="quiet">
					План и журнал
				</LinkButton>
			</div>
		</>
	);
};
