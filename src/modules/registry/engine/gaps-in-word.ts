import { showDate } from '../../../core/dates';
import { paperInWord } from '../../../core/paper-in-word';
import { type Gaps, gapState, gapStates } from '../rules/gaps';

type Report = { acceptedOn: string; conclusion: string; contents: Gaps };

/** The report: the table with names, what it adds up to, and the conclusion to be mended in Word. */
export const gapsInWord = ({ acceptedOn, conclusion, contents }: Report): Promise<Uint8Array> =>
	paperInWord({
		title: 'Отчёт о сопоставлении запросов наставляемых и предложений наставников',
		stamp: [contents.organisation, `на ${showDate(acceptedOn)}`],
		parts: [
			`Наставляемых с запросом: ${contents.requests}. Наставников с предложением: ${contents.offers}.`,
			{
				headings: ['№', 'Направление', 'Кому нужно (уровень)', 'Кто может (мест)', 'Вывод'],
				widths: [1, 4, 5, 5, 3],
				rows: contents.rows.map((row, at) => [
					String(at + 1),
					row.name,
					row.needs.map(({ name, level }) => `${name} (${level})`).join('\n'),
					row.can.map(({ name, places }) => `${name} (${places})`).join('\n'),
					gapStates[gapState(row)]
				])
			},
			{ heading: 'Вывод' },
			conclusion,
			'Куратор ____________________ / ____________________'
		]
	});
