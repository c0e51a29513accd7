import { expect, test } from 'vitest';
import type { FieldSpec } from '../../rules/fields/spec';
import { checkFields } from './check';
import { p, row, table, wordFile } from './fixtures/word-file';
import { openTemplate } from './template';

const problemsOf = (body: string, header?: string) => {
	const { bytes, parts } = wordFile(body, header ? { header } : {});
	const opened = openTemplate(parts, bytes);
	return opened.ok ? [] : opened.problems.map(({ place, near, reason }) => `${place}: ${near} – ${reason}`);
};

test('a broken template tells the place and the reason', () => {
	expect(problemsOf(p('первый') + p('Назначить {наставник'))).toEqual([
		'абзац 2: {наставник – Скобка «{» открыта и не закрыта до конца абзаца: поле пишется так: {название}.'
	]);
	expect(problemsOf(p('Назначить наставник}'))).toEqual([
		'абзац 1: Назначить наставник} – Скобка «}» закрыта, а открытой «{» перед ней нет.'
	]);
	expect(problemsOf(p('{#пары}нет конца'))).toEqual(['абзац 1: {#пары} – Раздел открыт и не закрыт: нужен {/пары}.']);
	expect(problemsOf(p('конец{/пары}'))).toEqual([
		'абзац 1: {/пары} – Раздел закрыт, но не открыт: перед «{/пары}» нет {#пары}.'
	]);
	expect(problemsOf(p('{#пары}') + p('{#очно}') + p('{/пары}') + p('{/очно}'))).toEqual([
		'абзац 3: {/пары} – Закрыт раздел «пары», а последним открыт «очно» (абзац 2).',
		'абзац 4: {/очно} – Закрыт раздел «очно», а последним открыт «пары» (абзац 1).'
	]);
	expect(problemsOf(p('текст') + table(row('№', 'имя'), row('{#пары}{имя}', 'б')) + p('{/пары}'))).toEqual([
		'таблица 1, строка 2, столбец 1: {#пары} – Раздел «пары» начинается в таблице, а кончается за её пределами (или наоборот): {#…} и {/…} ставят в одной таблице или оба вне её.'
	]);
	expect(problemsOf(p('{имя | дателный}'))).toEqual([
		'абзац 1: {имя | дателный} – После «|» стоит «дателный»: такого преобразования нет. Список преобразований – в списке полей.'
	]);
	expect(problemsOf(p('{ }'))).toEqual(['абзац 1: { } – В фигурных скобках ничего не написано: нужно название поля.']);
	expect(problemsOf(p('да'), p('{номер'))).toEqual([
		'верхний колонтитул, абзац 1: {номер – Скобка «{» открыта и не закрыта до конца абзаца: поле пишется так: {название}.'
	]);
});

test("docxtemplater's own mistakes are told in our words", () => {
	expect(problemsOf(p('Итого {@сырое}'))[0]).toMatch(/^текст документа/);
	expect(problemsOf(`${p('{@сырое}')}${p('{#пары}')}`)[0]).toContain('Раздел открыт и не закрыт');
});

test('a template of countless fields is refused rather than worked through', () => {
	expect(problemsOf(p('{а}'.repeat(600)))[0]).toContain('В одном абзаце больше 500 полей');
	expect(problemsOf(p('{а}'.repeat(400)).repeat(6))[0]).toContain('больше 2000 полей');
});

test('several mistakes are all told at once', () => {
	expect(problemsOf(p('{а') + p('б}') + p('{#в}'))).toHaveLength(3);
});

const known: FieldSpec[] = [
	{ name: 'организация', about: '', example: '', kind: 'text' },
	{
		name: 'пары',
		about: '',
		example: '',
		kind: 'list',
		fields: [
			{ name: 'наставник', about: '', example: '', kind: 'person' },
			{ name: 'доплата', about: '', example: '', kind: 'text' }
		]
	},
	{
		name: 'приказ',
		about: '',
		example: '',
		kind: 'group',
		fields: [{ name: 'номер', about: '', example: '', kind: 'text' }]
	}
];

const checked = (body: string) => {
	const { bytes, parts } = wordFile(body);
	const opened = openTemplate(parts, bytes);
	if (!opened.ok) throw new Error('broken');
	return checkFields(opened.template.parts, known);
};

test('known, missing and misspelt fields', () => {
	expect(checked(table(row('{#пары}{наставник}', '{организация}{/пары}')) + p('{приказ.номер}'))).toEqual({
		used: ['пары', 'пары.наставник', 'организация', 'приказ.номер'],
		unknown: []
	});
	const { unknown } = checked(
		`${table(row('{#пары}{наставнк}', '{/пары}'))}${p('{приказ.номре} {организацыя} {совсем другое}')}`
	);
	expect(unknown.map(({ place, near, suggestion }) => [place, near, suggestion])).toEqual([
		['таблица 1, строка 1, столбец 1', '{наставнк}', 'наставник'],
		['абзац 1', '{приказ.номре}', 'приказ.номер'],
		['абзац 1', '{организацыя}', 'организация'],
		['абзац 1', '{совсем другое}', undefined]
	]);
});

test('a field of a line is unknown outside of its list', () => {
	expect(checked(p('{наставник}')).unknown[0]?.reason).toBe('Поля «наставник» нет в списке полей.');
});
