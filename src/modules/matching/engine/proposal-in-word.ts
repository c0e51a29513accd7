import { showDate } from '../../../core/dates';
import { paperInWord } from '../../../core/paper-in-word';
import { type ProposalContents, type Stage, stages, unitsText } from '../rules/proposal';

type Paper = { stage: Stage; on: string; conclusion: string; contents: ProposalContents };

/** The table of pairs with who, whom and why, those who were left, and the conclusion. Who is not put with whom is not in it. */
export const proposalInWord = ({ stage, on, conclusion, contents }: Paper): Promise<Uint8Array> =>
	paperInWord({
		title: stages[stage].title,
		stamp: [contents.organisation, `на ${showDate(on)}`],
		parts: [
			`Вид наставничества: ${contents.kind}. Подобрано: ${unitsText(contents.pairs)}.`,
			{
				headings: ['№', 'Наставляемый, должность', 'Наставник, должность', 'Почему'],
				widths: [1, 5, 5, 7],
				rows: contents.pairs.map(({ mentee, menteePost, mentor, mentorPost, why }, at) => [
					String(at + 1),
					[mentee, menteePost].filter(Boolean).join(',\n'),
					[mentor, mentorPost].filter(Boolean).join(',\n'),
					why
				])
			},
			...(contents.alone.length > 0
				? [
						{ heading: 'Наставник пока не найден, поиск продолжается' },
						{
							headings: ['№', 'Наставляемый', 'Почему'],
							widths: [1, 5, 12],
							rows: contents.alone.map(({ name, reason }, at) => [String(at + 1), name, reason])
						}
					]
				: []),
			{ heading: 'Вывод' },
			conclusion,
			'Куратор ____________________ / ____________________'
		]
	});
