import { showDate } from '../../../core/dates';
import { paperInWord, type WordTable } from '../../../core/paper-in-word';
import { type AcquaintedHow, type Attendance, acquaintedHow, attendances } from '../rules/event';
import { outsideWords } from '../rules/sheet';

type Person = {
	name: string;
	post: string;
	attendance: Attendance | null;
	acquaintedOn: string | null;
	acquaintedHow: AcquaintedHow | null;
};

type Sheet = {
	organisation: string;
	event: {
		kind: string;
		title: string;
		words: string;
		heldOn: string;
		meets: boolean;
		acquaints: boolean;
		leader: string;
		outside: string;
		outsideCount: number | null;
		outcome: string;
	};
	people: readonly Person[];
	/** Who was there, as marked; otherwise a sheet to sign. */
	came?: boolean;
};

/** A sheet to sign (who has read, or who is present), or the list of those who came. */
export const sheetInWord = ({ organisation, event, people, came = false }: Sheet): Promise<Uint8Array> => {
	const [title, about] = came
		? ['Список присутствующих', 'Присутствовали']
		: event.acquaints || !event.meets
			? ['Лист ознакомления', 'Ознакомлены']
			: ['Лист регистрации', 'Присутствовали'];
	return paperInWord({
		title,
		head: [organisation],
		upright: true,
		parts: [
			{ line: `${event.kind}: ${event.title}`, align: 'center', bold: true },
			{ line: `${showDate(event.heldOn)} г.`, align: 'center' },
			...(event.meets ? [] : paragraphsOf(event.words)),
			{ line: `${about}:`, before: 120 },
			came ? cameTable(people) : signTable(people),
			...(outsideWords(event) ? [{ line: `Со стороны: ${outsideWords(event)}.`, before: 120 }] : []),
			...(came && event.outcome ? [{ line: `Итог: ${event.outcome}`, before: 120 }] : []),
			{ line: 'Ответственный ____________________ / ____________________', before: 240 }
		]
	});
};

const paragraphsOf = (text: string) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line) => ({ line, align: 'both' as const, before: 60 }));

const cameTable = (people: readonly Person[]): WordTable => ({
	headings: ['№', 'ФИО', 'Должность', 'Отметка'],
	widths: [1, 5, 5, 4],
	rows: people.map(({ name, post, attendance }, at) => [
		String(at + 1),
		name,
		post,
		attendance ? attendances[attendance] : ''
	])
});

const signTable = (people: readonly Person[]): WordTable => ({
	headings: ['№', 'ФИО', 'Должность', 'Дата', 'Подпись'],
	widths: [1, 5, 4, 3, 4],
	rows: people.map(({ name, post, acquaintedOn, acquaintedHow: how }, at) => [
		String(at + 1),
		name,
		post,
		acquaintedOn ? showDate(acquaintedOn) : '',
		how === 'program' ? `отмечено ${acquaintedHow.program}` : how === 'paper' ? 'подпись на бумаге' : '\n'
	])
});
