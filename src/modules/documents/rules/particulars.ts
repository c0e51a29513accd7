import { parseDate, showDate } from '../../../core/dates';
import { type Problems, plainText, type Values } from '../../../core/forms';
import type { Ask } from './library/asks';

/** What a small form says: texts by name (days as YYYY-MM-DD), people by name, in the order they were ticked. */
export type Typed = { texts: Record<string, string>; people: Record<string, string[]> };

/** What may be chosen in it. */
export type Choosing = { staff: readonly string[]; plans: readonly string[]; events: readonly string[] };

const longest = { line: 300, lines: 6000, number: 40 };
const dayProblem = 'Напишите дату так: 05.09.2026, или оставьте пусто';
const gone = 'Этого в списке уже нет: выберите снова';

/** The names of the inputs of one question. */
export const inputsOf = ({ name, kind }: Ask) => (kind === 'paper' ? [`${name}.дата`, `${name}.номер`] : [name]);

/** Reads the answers to the questions of one kind of paper; what is not asked is passed over. */
export function readParticulars(asks: readonly Ask[], data: FormData, choosing: Choosing) {
	const typed: Typed = { texts: {}, people: {} };
	const problems: Problems = {};
	const sent = (name: string) =>
		data
			.getAll(name)
			.filter((one) => typeof one === 'string')
			.map((one) => plainText(one).replaceAll('\r\n', '\n').trim())
			.filter(Boolean);
	const day = (name: string, text: string) => {
		const read = text && parseDate(text);
		if (text && !read) problems[name] = dayProblem;
		return read || text;
	};
	const among = (name: string, ids: readonly string[], known: readonly string[]) => {
		if (ids.some((id) => !known.includes(id))) problems[name] = gone;
		return ids;
	};
	const short = (name: string, text: string, most: number) => {
		if (text.length > most) problems[name] = `Не длиннее ${most} знаков`;
		return text;
	};
	for (const ask of asks) {
		const { name, kind } = ask;
		const all = sent(name);
		const [first = ''] = all;
		if (kind === 'day') typed.texts[name] = day(name, first);
		else if (kind === 'line' || kind === 'lines') typed.texts[name] = short(name, first, longest[kind]);
		else if (kind === 'choice') typed.texts[name] = among(name, [first], Object.keys(ask.choices ?? {}))[0] ?? '';
		else if (kind === 'plan' || kind === 'event')
			typed.texts[name] = among(name, first ? [first] : [], choosing[`${kind}s`])[0] ?? '';
		else if (kind === 'person' || kind === 'people') {
			const chosen = kind === 'person' ? all.slice(0, 1) : [...new Set(all)];
			typed.people[name] = [...among(name, chosen, choosing.staff)];
		} else {
			const [on = '', number = ''] = inputsOf(ask);
			typed.texts[on] = day(on, sent(on)[0] ?? '');
			typed.texts[number] = short(number, (sent(number)[0] ?? '').replace(/^(№|N)\s*/i, ''), longest.number);
		}
	}
	const { с: from = '', по: until = '' } = typed.texts;
	if (!problems.с && !problems.по && from && until && until < from) problems.по = 'Раньше первого дня: проверьте даты';
	return { typed, problems };
}

type Kept = { texts: Readonly<Record<string, string>>; people: readonly { name: string; personId: string }[] };

/** The form as it was answered last, or as it usually is; people are `chosen`, by name. */
export function valuesOf(asks: readonly Ask[], kept: Kept | undefined): { values: Values; chosen: Typed['people'] } {
	const values: Values = {};
	const chosen: Typed['people'] = {};
	for (const ask of asks) {
		for (const name of inputsOf(ask)) {
			const text = kept?.texts[name] ?? ask.usual ?? '';
			values[name] = /^\d{4}-\d\d-\d\d$/.test(text) ? showDate(text) : text;
		}
		const people = kept?.people.filter(({ name }) => name === ask.name).map(({ personId }) => personId) ?? [];
		chosen[ask.name] = people;
		if (ask.kind === 'person') values[ask.name] = people[0] ?? '';
	}
	return { values, chosen };
}
