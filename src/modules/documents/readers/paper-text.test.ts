import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { organisationKinds } from '../../../core/actor';
import { wordsOf } from '../../organisations/rules/words';
import { checkPaper } from '../engine/checker/check';
import { homeOf } from '../engine/checker/fixtures/papers';
import { commonValues } from '../engine/common-values';
import { exampleFields } from '../engine/library/example';
import { openOwnTemplate } from '../engine/library/own';
import { p, row, table, wordFile } from '../engine/template/fixtures/word-file';
import type { Fields } from '../engine/template/values';
import type { KnownPerson } from '../rules/checker/paper';
import type { FieldSpec } from '../rules/fields/spec';
import { type OwnTemplate, ownTemplateCodes, ownTemplates } from '../rules/library/templates';
import { readPaper } from './paper-text';

const textsOf = (bytes: Uint8Array) => {
	const read = readPaper(bytes);
	return read.ok ? read.pieces.map(({ place, text }) => `${place}: ${text}`) : [read.reason];
};

test('paragraphs and cells are read as one reads them, without what was struck out', () => {
	const body = `${p('Об ', '<w:del><w:r><w:delText>утверждении</w:delText></w:r></w:del>', 'итогах')}${table(row('1', 'Дроздова\u00a0А.\u00a0П.'), row('2', p('а') + p('б')))}${p('конец')}`;
	expect(textsOf(wordFile(body, { header: p('шапка') }).bytes)).toEqual([
		'абзац 1: Об итогах',
		'таблица 1, строка 1, столбец 1: 1',
		'таблица 1, строка 1, столбец 2: Дроздова А. П.',
		'таблица 1, строка 2, столбец 1: 2',
		'таблица 1, строка 2, столбец 2: а\nб',
		'абзац 7: конец',
		'верхний колонтитул, абзац 1: шапка'
	]);
});

const examplesOf = (fields: readonly FieldSpec[]): string[] =>
	fields.flatMap(({ kind, example, fields: inner }) => (kind === 'person' ? [example] : examplesOf(inner ?? [])));
const people = (code: keyof typeof ownTemplates): KnownPerson[] =>
	[...new Set(examplesOf(ownTemplates[code].fields))].map((name) => {
		const [familyName = '', givenName = '', patronymic = ''] = name.split(' ');
		return { id: name, familyName, givenName, patronymic, sex: null, leftOn: null };
	});
const nouns = {
	...{ school: 'школа', gymnasium: 'гимназия', lyceum: 'лицей', kindergarten: 'детский сад', college: 'колледж' },
	...{ additional: 'дом творчества', 'sports-school': 'спортивная школа', 'boarding-school': 'школа-интернат' },
	...{ 'resource-centre': 'ресурсный центр', authority: 'управление образования', region: 'министерство образования' }
};

const cases = ownTemplateCodes.flatMap((code) => organisationKinds.map((kind) => [code, kind] as const));
test.each(cases)('%s of a %s, filled: no false alarm', (code, kind) => {
	const { fields, bases, byHand = false }: OwnTemplate = ownTemplates[code];
	const fullName = `муниципальное бюджетное учреждение ${nouns[kind]} № 5 «Заря»`;
	const organisation = {
		...{ kind, words: {}, fullName, shortName: `МБУ «${nouns[kind]} № 5 «Заря»`, place: 'г. Ясногорск' },
		...{ founder: null, address: 'ул. Садовая, 7', taxNumber: '6300000001', site: 'zarya.example' }
	};
	const { head } = wordsOf(kind, {});
	const example = exampleFields(fields, 3);
	const known = commonValues({
		...{ organisation, head: null, curator: null, document: { number: '27', on: '2026-12-20' }, on: '2026-12-20' },
		...{ schoolYear: '2026/2027', bases, acquainted: [] }
	});
	const own = Object.fromEntries(
		Object.entries(known).filter(([name]) =>
			['организация', 'документ', 'учебный_год', 'основания', 'слова'].includes(name)
		)
	);
	const signer = { ...(example.руководитель as Fields), ...(known.руководитель as Fields) };
	const read = readPaper(openOwnTemplate(code).render({ ...example, ...own, руководитель: signer }));
	if (!read.ok) throw new Error(read.reason);
	expect(read.pieces.length).toBeGreaterThan(5);
	const home = homeOf({
		kind,
		names: [organisation.shortName, fullName],
		head: head.one,
		people: people(code),
		pairs: []
	});
	expect(checkPaper(read.pieces, home).filter((found) => !(byHand && found.kind === 'blank'))).toEqual([]);
});

/** Chance that can be repeated. */
const chance = (seed: number) => {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return state / 4_294_967_296;
	};
};
const shards = [
	'<w:p>',
	'</w:p>',
	'<w:tc>',
	'</w:tc>',
	'<w:tr>',
	'</w:tbl>',
	'<w:del>',
	'</w:del>',
	'<w:t>',
	'</w:t>',
	'<w:p/>'
];
const words = [
	'____',
	'{имя',
	'}',
	'«___»',
	'31.02.2026',
	'№ 145-р',
	'Дроздова А. П.',
	'с 01.01.2027 по 01.01.2026',
	'&#0;',
	'&amp;'
];

test('whatever a file holds, the checker answers or says why it cannot', () => {
	for (let seed = 1; seed <= 300; seed++) {
		const next = chance(seed);
		const any = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
		const body = Array.from({ length: 40 }, () => (next() < 0.5 ? any(shards) : any(words))).join('');
		const files = unzipSync(wordFile(p('да')).bytes);
		const xml = next() < 0.5 ? `<w:document><w:body>${body}</w:body></w:document>` : body;
		const bytes = zipSync({ ...files, 'word/document.xml': strToU8(xml) });
		if (next() < 0.2) bytes.set([Math.floor(next() * 256)], Math.floor(next() * bytes.length));
		const read = readPaper(bytes);
		if (read.ok) expect(Array.isArray(checkPaper(read.pieces, homeOf()))).toBe(true);
		else expect(read.reason).toMatch(/[а-я]{4}/);
	}
});

test('a page of nothing but blanks is checked in no time', () => {
	const hostile = [
		'_'.repeat(20_000),
		'«___» '.repeat(5000),
		'{'.repeat(20_000),
		`${'с 01.09.2026 по '.repeat(1200)}`,
		'согласие '.repeat(2200),
		'даю согласие на '.repeat(1200),
		'Дроздова '.repeat(2200),
		'от 01.01.2026 № '.repeat(1200)
	];
	const before = process.cpuUsage().user;
	const pieces = hostile.map((text, at) => ({ place: `абзац ${at}`, text: text.slice(0, 20_000), row: null }));
	checkPaper(pieces, homeOf());
	expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(5);
});
