import { showDate } from '../../../core/dates';
import { paperInWord } from '../../../core/paper-in-word';
import { outcomes } from '../rules/questions';
import { type RoundContents, roundTitle } from '../rules/round';

type Round = {
	register: 'mentors' | 'mentees';
	since: string;
	finishedOn: string;
	note: string;
	contents: RoundContents;
};

/** The list of a finished round: who, when, by whom, with what outcome; nothing of what was said. */
export const roundInWord = ({ register, since, finishedOn, note, contents }: Round): Promise<Uint8Array> =>
	paperInWord({
		title: roundTitle(register, showDate(finishedOn)),
		stamp: [contents.organisation],
		parts: [
			`Период: с ${showDate(since)} по ${showDate(finishedOn)}.`,
			{
				headings: ['№', 'ФИО', 'Должность', 'Дата', 'Кто беседовал', 'Итог'],
				rows: contents.people.map(({ name, post, heldOn, outcome, who }, at) => [
					String(at + 1),
					name,
					post,
					heldOn ? showDate(heldOn) : '',
					who,
					outcome ? outcomes[outcome] : 'не проводилось'
				])
			},
			...(note ? [note] : []),
			'Куратор ____________________ / ____________________'
		]
	});
