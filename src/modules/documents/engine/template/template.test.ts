import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { byDocxtemplater } from './fallback';
import { p, r, row, seen, table, wordFile } from './fixtures/word-file';
import { openTemplate, type Template } from './template';
import { dayValue, type Fields, personValue, postValue } from './values';

const anna = { familyName: 'Шевчук', givenName: 'Анна', patronymic: 'Ильинична', sex: 'female' } as const;
const pavel = { familyName: 'Заяц', givenName: 'Павел', patronymic: 'Лукич', sex: 'male' } as const;
const fields: Fields = {
	школа: 'МБОУ «Школа № 5» <Самара> & "область"',
	приказ: { номер: '16/1-О', дата: dayValue('2026-10-05') },
	пары: [
		{
			наставник: personValue(anna),
			должность: postValue('старший воспитатель'),
			задачи: ['урок', 'журнал'],
			очно: true
		},
		{ наставник: personValue(pavel), должность: postValue('учитель физики'), задачи: [], очно: false }
	],
	пусто: [],
	строки: 'первая\nвторая',
	доплата: 2500,
	премия: null,
	по_трудовой_функции: false,
	куратор: { имя: personValue(anna), телефон: '' }
};

/** Cases by name: what a template says, and how the paper reads. */
const stories: Record<string, { body: string; reads: string }> = {
	'a field whose letters stand in several runs': {
		body: p('Приказ № {прик', 'аз.но', 'мер} от {', 'приказ.дата', '}'),
		reads: 'Приказ № 16/1-О от 5\u00a0октября 2026\u00a0г.'
	},
	'values that are dangerous in XML': { body: p('{школа}'), reads: 'МБОУ «Школа №\u00a05» <Самара> & "область"' },
	'a value of two lines': { body: p('«{строки}»'), reads: '«первая⏎вторая»' },
	'rows of a table, with what stands outside the row': {
		body: table(row('№', 'Наставник'), row('{#пары}{наставник | инициалы}', '{должность}, {приказ.номер}{/пары}')),
		reads:
			'№|Наставник|\nШевчук\u00a0А.\u00a0И.|старший воспитатель, 16/1-О|\nЗаяц\u00a0П.\u00a0Л.|учитель физики, 16/1-О|'
	},
	'two rows for each': {
		body: table(row('{#пары}{наставник}', 'а'), row('{должность}', 'б{/пары}')),
		reads: 'Шевчук Анна Ильинична|а|\nстарший воспитатель|б|\nЗаяц Павел Лукич|а|\nучитель физики|б|'
	},
	'a list in one line and a condition within it': {
		body: p('{#пары}{наставник | твор}{#очно} (очно){/очно}{^очно} (заочно){/}; {/пары}'),
		reads: 'Шевчук Анной Ильиничной (очно); Зайцем Павлом Лукичом (заочно);'
	},
	'paragraphs for each, with a list inside': {
		body: `${p('{#пары}')}${p('{наставник | дат}:')}${p('{#задачи}')}${p('– {.};')}${p('{/задачи}')}${p('{^задачи}')}${p('– нет')}${p('{/задачи}')}${p('{/пары}')}`,
		reads: 'Шевчук Анне Ильиничне:\n– урок;\n– журнал;\nЗайцу Павлу Лукичу:\n– нет'
	},
	'a section that begins in one paragraph and ends in another with words around': {
		body: `${p('Всего: {#пары}пара')}${p('и ещё {/пары}всё')}`,
		reads: 'Всего: пара\nи ещё пара\nи ещё всё'
	},
	'a whole table for a condition': {
		body: `${p('{#пары}')}${table(row('{наставник}', 'есть'))}${p('{/пары}')}${p('{#пусто}')}${table(row('нет', 'нет'))}${p('{/пусто}')}${p('конец')}`,
		reads: 'Шевчук Анна Ильинична|есть|\nЗаяц Павел Лукич|есть|\nконец'
	},
	'a table without rows goes away': {
		body: `${p('до')}${table(row('{#пусто}{имя}', '{/пусто}'))}${p('после')}`,
		reads: 'до\nпосле'
	},
	'a cell left without words keeps a paragraph': {
		body: table(row(`${p('{#пусто}')}${p('нет')}${p('{/пусто}')}`, 'рядом')),
		reads: '|рядом|'
	},
	'what is empty or not there': {
		body: p('[{премия}] [{нет такого}] [{куратор.телефон}] [{премия | или: ______}] [{по_трудовой_функции}]'),
		reads: '[] [] [] [______] []'
	},
	'numbers, dates and agreement': {
		body: p(
			'{доплата} ({доплата | прописью}) руб.; {пары | счёт: пара, пары, пар}; {приказ.дата | дата словами}; {приказ.дата | дата цифрами}'
		),
		reads: '2500 (две тысячи пятьсот) руб.; 2 пары; пятого октября две тысячи двадцать шестого года; 05.10.2026'
	},
	'a group opened like a section': {
		body: p('{#куратор}{имя | род | инициалы}, {имя | подпись}{/куратор}{^премия}, без премии{/премия}'),
		reads: 'Шевчук\u00a0А.\u00a0И., А.\u00a0И.\u00a0Шевчук, без премии'
	},
	'names of what every thing has are no fields': {
		body: p('[{constructor}][{пары.length}][{__proto__}][{куратор.toString}]'),
		reads: '[][][][]'
	},
	'braces and signs of the template itself': {
		body: p('5 &lt; 6 &amp; {приказ.номер} &#171;да&#187;'),
		reads: '5 < 6 & 16/1-О «да»'
	}
};

const opened = (body: string) => {
	const { bytes, parts } = wordFile(body);
	const result = openTemplate(parts, bytes);
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return { template: result.template, bytes };
};

test.each(Object.entries(stories))('%s: ours and docxtemplater read alike', (_, { body, reads }) => {
	const { template, bytes } = opened(body);
	expect(template.way).toBe('compiled');
	const ours = seen(template.render(fields));
	expect(ours).toBe(reads);
	expect(seen(byDocxtemplater(bytes, fields))).toBe(ours);
});

test('what is not of our tags is filled by docxtemplater, with our names and modifiers', () => {
	const { template } = opened(
		`${p('{@сырое}')}${table(row('{-w:tr пары}{наставник | дат | инициалы}{/пары}', 'да'))}${p('{приказ.дата | дата цифрами}')}`
	);
	expect(template.way).toBe('docxtemplater');
	const filled = seen(template.render({ ...fields, сырое: p('как есть') }));
	expect(filled).toBe('как есть\nШевчук\u00a0А.\u00a0И.|да|\nЗайцу\u00a0П.\u00a0Л.|да|\n05.10.2026');
});

test('fields in a header are filled too; the same values give the same bytes', () => {
	const { bytes, parts } = wordFile(p('{школа}'), { header: p('№ {приказ.номер}') });
	const { template } = openTemplate(parts, bytes) as { template: Template };
	const paper = template.render(fields);
	expect(seen(paper, 'word/header1.xml')).toBe('№ 16/1-О');
	expect(Buffer.compare(paper, template.render(fields))).toBe(0);
});

test('a Word template (.dotx) gives documents', () => {
	const { bytes, parts } = wordFile(p('{школа}'), { type: 'template.main' });
	const { template } = openTemplate(parts, bytes) as { template: Template };
	const contents = new TextDecoder().decode(unzipSync(template.render(fields))['[Content_Types].xml']);
	expect(contents).toContain('document.main+xml');
	expect(contents).not.toContain('template.main');
});

test('a tag cut within its own run keeps the look of the run where it begins', () => {
	const { template } = opened(`<w:p>${r('а{приказ')}<w:proofErr w:type="spellStart"/>${r('.номер}б')}</w:p>`);
	expect(seen(template.render(fields))).toBe('а16/1-Об');
});

test('a hostile file that opens drawings and relations without end is looked through once, not once for each', () => {
	const many = 40_000;
	const one = '<w:drawing><pic descr="{документ.проверка}" r:embed="rId1"/></w:drawing>';
	const { bytes, parts } = wordFile(`<!--${one}${'<w:drawing>'.repeat(many)}-->${p('{школа}')}`);
	parts.set('word/_rels/document.xml.rels', new TextEncoder().encode('<Relationship '.repeat(many)));
	const contents = new TextDecoder().decode(parts.get('[Content_Types].xml')) + '<Override '.repeat(many);
	parts.set('[Content_Types].xml', new TextEncoder().encode(contents));
	const begun = process.threadCpuUsage(); // its own time: a busy machine is no fault
	expect(openTemplate(parts, bytes).ok).toBe(true);
	expect(process.threadCpuUsage(begun).user / 1000).toBeLessThan(1000);
});
