import { showDate } from '../../../core/dates';
import { paperInWord } from '../../../core/paper-in-word';
import type { SheetLine } from '../rules/approval-sheet';

type Given = {
	organisation: string;
	title: string;
	text: string;
	lines: readonly SheetLine[];
	on: string;
	unagreed: string;
};

/** «Лист согласования» in Word: what was answered, and places for a pen where nothing was. */
export const approvalSheetInWord = ({ organisation, title, text, lines, on, unagreed }: Given): Promise<Uint8Array> =>
	paperInWord({
		title: 'Лист согласования',
		head: [organisation],
		upright: true,
		parts: [
			{ line: `к документу «${title}»`, align: 'center' },
			{ line: `Согласуется текст: ${text}. Состояние на ${showDate(on)}.`, before: 160 },
			{
				headings: ['№', 'Кто согласует', 'Что', 'Ответ, замечания', 'Дата', 'Подпись'],
				widths: [1, 7, 4, 7, 3, 4],
				rows: lines.map(({ number, who, what, answer, on: day, signature }) => [
					...[String(number), who, what, answer, day, signature]
				])
			},
			...(unagreed ? [{ line: `Подписан без недостающих виз: ${unagreed}`, before: 160 }] : []),
			{
				line: '«В программе» – отметка под своим входом в программу; без локального акта о простой электронной подписи подпись ставят от руки.',
				before: 160
			},
			{ line: 'Ответственный ____________________ / ____________________', before: 240 }
		]
	});
