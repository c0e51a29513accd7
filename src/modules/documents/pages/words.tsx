import { showDate } from '../../../core/dates';
import type { FieldSpec } from '../rules/fields/spec';

export const documentsCrumb = { href: '/documents', label: 'Документы' };

export const madeCrumb = { href: '/documents/made', label: 'Сделанные документы' };
export const documentWords = ['документ', 'документа', 'документов'] as const;

export const kindWords: Record<FieldSpec['kind'], string> = {
	text: 'текст',
	words: 'слова, склоняются',
	person: 'имя, склоняется',
	day: 'дата',
	number: 'число',
	flag: 'да или нет',
	list: 'список',
	group: 'раздел'
};

export type FieldLine = { name: string; about: string; kind: FieldSpec['kind']; example: string };

/** Fields as they are written in a template, one a line: «организация.полное», «пары» and within it «наставник.имя». */
export function fieldLines(fields: readonly FieldSpec[], before = '', depth = ''): FieldLine[] {
	return fields.flatMap(({ name, about, kind, example, fields: inner }) => {
		const full = before + name;
		if (kind === 'group')
			return fieldLines(inner ?? [], `${full}.`, depth).map((line) => ({ ...line, about: `${about}: ${line.about}` }));
		const shown = kind === 'day' ? showDate(example) : example;
		if (kind !== 'list') return [{ name: `${depth}{${full}}`, about, kind, example: shown }];
		return [
			{ name: `${depth}{#${full}}`, about: `${about}: начало`, kind, example: '' },
			...fieldLines(inner ?? [], '', `${depth}— `),
			{ name: `${depth}{/${full}}`, about: `${about}: конец`, kind, example: '' }
		];
	});
}

/** What may stand after «|», with what it makes. */
export const modifierLines: readonly (readonly [string, string])[] = [
	[
		'| родительный, дательный, винительный, творительный, предложный',
		'имя, должность, название в нужном падеже; коротко: род, дат, вин, твор, предл'
	],
	['| инициалы', 'Шевчук А. И.; вместе с падежом: {наставник.имя | дательный | инициалы}'],
	['| подпись', 'А. И. Шевчук'],
	['| по полу: ознакомлен, ознакомлена', 'слово по полу человека'],
	[
		'| дата цифрами, | дата словами, | день словами',
		'05.10.2026; пятого октября две тысячи двадцать шестого года; пятого октября'
	],
	['| счёт: пара, пары, пар', '1 пара, 2 пары, 5 пар'],
	['| прописью', 'две тысячи пятьсот'],
	['| с большой буквы', 'Директор'],
	['| или: ______', 'что напечатать, если пусто']
];
