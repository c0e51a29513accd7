import { showDate } from '../../../core/dates';
import { paperInWord, type WordLine, type WordTable } from '../../../core/paper-in-word';
import { attendances } from '../rules/event';
import { type MinutesItem, minutesTitle, type Present, votesText } from '../rules/minutes';

type Given = {
	organisation: string;
	event: { title: string; heldOn: string; place: string };
	minutes: {
		number: string;
		body: string;
		chair: string;
		secretary: string;
		present: number | null;
		invited: number | null;
		guests: string;
		items: readonly MinutesItem[];
		people: readonly Present[];
	};
};

const both = (line: string, before = 0): WordLine => ({ line, align: 'both', before });

/** One full stop at the end: initials bring theirs. */
const ended = (text: string) => (text.endsWith('.') ? text : `${text}.`);

/** «1. СЛУШАЛИ: …» with what was decided and how it was voted. */
const pointParts = ({ question, speaker, heard, decisions, votes }: MinutesItem, at: number): WordLine[] => [
	{ line: `${at + 1}. ${question}`, bold: true, align: 'both', before: 160 },
	both(`СЛУШАЛИ: ${[speaker, heard].filter(Boolean).join(' – ') || question}`),
	{ line: 'РЕШИЛИ:' },
	...(decisions.length > 0
		? decisions.map(({ text, responsible, due }, number) =>
				both(
					[
						`${at + 1}.${number + 1}. ${text.replace(/[.;\s]+$/, '')}.`,
						responsible && `Ответственный: ${ended(responsible)}`,
						due && `Срок: до ${showDate(due)}.`
					]
						.filter(Boolean)
						.join(' ')
				)
			)
		: [both('Принять информацию к сведению.')]),
	...(votes ? [both(`Голосовали: ${votesText(votes)}.`)] : [])
];

const presentTable = (people: readonly Present[]): WordTable => ({
	headings: ['№', 'ФИО', 'Должность', 'Отметка'],
	widths: [1, 5, 5, 4],
	rows: people.map(({ name, post, attendance }, at) => [
		String(at + 1),
		name,
		post,
		attendance ? attendances[attendance] : ''
	])
});

/** Minutes of a meeting: number and day, who was there, agenda, heard, decided, votes, places to sign; those present as an annex. */
export const minutesInWord = ({ organisation, event, minutes }: Given): Promise<Uint8Array> => {
	const { number, body, chair, secretary, present, invited, guests, items, people } = minutes;
	return paperInWord({
		title: 'ПРОТОКОЛ',
		head: [organisation],
		upright: true,
		parts: [
			{ line: body, align: 'center' },
			{ line: `${showDate(event.heldOn)} № ${number || '____'}`, align: 'center', before: 80 },
			...(event.place ? [{ line: event.place, align: 'center' as const }] : []),
			{ line: event.title, bold: true, align: 'center', before: 120 },
			both(`Председатель: ${chair || '____________________'}`, 160),
			both(`Секретарь: ${secretary || '____________________'}`),
			both(
				`Присутствовали: ${present ?? '____'}${invited === null ? '' : ` из ${invited}`}${people.length > 0 ? ' (список прилагается)' : ''}`
			),
			...(guests ? [both(`Приглашённые: ${guests}`)] : []),
			{ line: 'ПОВЕСТКА ДНЯ:', bold: true, before: 160 },
			...items.map(({ question, speaker }, at) =>
				both(`${at + 1}. ${question.replace(/[.\s]+$/, '')}.${speaker ? ` Докладчик: ${ended(speaker)}` : ''}`)
			),
			...items.flatMap(pointParts),
			{ line: `Председатель ____________________ ${chair}`, before: 360 },
			{ line: `Секретарь ____________________ ${secretary}`, before: 160 },
			...(people.length > 0
				? [{ line: `Приложение: список присутствовавших. ${minutesTitle(minutes)}`, before: 360 }, presentTable(people)]
				: [])
		]
	});
};
