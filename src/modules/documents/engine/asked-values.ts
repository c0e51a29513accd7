import type { Ask } from '../rules/library/asks';
import { type Worker, workerValue } from './common-values';
import { wholeNumber } from './template/unbroken';
import { dayValue, type Fields, postValue, type Value } from './template/values';

/** What was answered when a paper was made: texts by name, people by name. */
export type Answers = {
	texts: Readonly<Record<string, string>>;
	people: Readonly<Record<string, readonly Worker[]>>;
};
export const noAnswers: Answers = { texts: {}, people: {} };

const linesOf = (text: string) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

/** The lines of a list: numbered, the last with a full stop. */
export const listed = <T>(all: readonly T[], value: (one: T) => Fields): Fields[] =>
	all.map((one, at) => ({ номер: at + 1, ...value(one), знак: at === all.length - 1 ? '.' : ';' }));

/** «.» after «» would be a mistake, and so would «;» after «;». */
const withoutSign = (line: string) => line.replace(/[.;]+$/, '');
export const lineValues = (text: string) => listed(linesOf(text), (line) => ({ текст: withoutSign(line) }));

export const actValue = (kind: string): Fields => {
	const name = kind === 'directive' ? 'распоряжение' : 'приказ';
	return { название: postValue(name), заглавными: name.toUpperCase(), распоряжение: kind === 'directive' };
};

function answered({ name, kind, choices, usual, flags }: Ask, { texts, people }: Answers): Fields {
	const text = texts[name] ?? usual ?? '';
	const only = (value: Value): Fields => ({ [name]: value });
	switch (kind) {
		case 'day':
			return only(text ? dayValue(text) : null);
		case 'line':
			return only(text || null);
		case 'lines':
			return only(lineValues(text));
		case 'tick':
			return only(text === 'on');
		case 'choice':
			if (name === 'акт') return only(actValue(text));
			return {
				...only(choices?.[text] ?? null),
				...(flags && Object.fromEntries(Object.keys(choices ?? {}).map((one) => [`${name}_${one}`, one === text])))
			};
		case 'paper': {
			const [on = '', number = ''] = [texts[`${name}.дата`], texts[`${name}.номер`]];
			return only(on || number ? { дата: on ? dayValue(on) : null, номер: number ? wholeNumber(number) : null } : null);
		}
		case 'person':
			return only(workerValue(people[name]?.[0] ?? null));
		case 'people': {
			const lines = listed(people[name] ?? [], (one) => workerValue(one) as Fields);
			return { [name]: lines, [`есть_${name}`]: lines.length > 0 };
		}
		default:
			return {}; // an event, a plan: what they say is gathered apart
	}
}

/** What a small form says, as fields of the paper; «партнёр.адрес» stands within «партнёр». */
export function askedValues(asks: readonly Ask[], answers: Answers): Fields {
	const values: Record<string, Value> = {};
	for (const ask of asks)
		for (const [name, value] of Object.entries(answered(ask, answers))) {
			const [outer = '', inner] = name.split('.');
			values[outer] = inner ? { ...(values[outer] as Fields | undefined), [inner]: value } : value;
		}
	return values;
}

/** Everybody a form has named, each once. */
export const namedIn = ({ people }: Answers): Worker[] => {
	const everybody = Object.values(people).flat();
	return everybody.filter((one, at) => everybody.findIndex(({ id }) => id === one.id) === at);
};
