import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cellText } from '../../engine/grid';
import { readRoadmap } from '../read-roadmap';
import { readDocx } from './read-docx';

const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="mc"';
const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const list = (id: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const start = '<w:vMerge w:val="restart"/>';
const under = '<w:vMerge/>';

const numbering = `<w:numbering ${ns}>
	<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>
	<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>
	<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>`;

const word = (body: string) =>
	zipSync({
		'word/document.xml': strToU8(`<w:document ${ns}><w:body>${body}</w:body></w:document>`),
		'word/numbering.xml': strToU8(numbering)
	});
const head = tr(...['№', 'Этап', 'Мероприятия', 'Срок', 'Ответственный'].map((text) => tc(p(text))));

test('numbers and bullets that Word draws itself, merged stages and merged deadlines are all there', async () => {
	const found = await readRoadmap(
		word(
			p('План мероприятий по наставничеству на 2025-2026 учебный год') +
				tbl(
					head,
					tr(
						tc(p('', list(5)), start),
						tc(p('Начало'), start),
						tc(p('Опрос учителей', list(6)) + p('Собеседование с наставниками', list(6))),
						tc(p('сентябрь'), start),
						tc(p('завуч'))
					),
					tr(
						tc(p(''), under),
						tc(p(''), under),
						tc(p('Приказ о закреплении пар')),
						tc(p(''), under),
						tc(p('директор'))
					),
					tr(tc(p('', list(5))), tc(p('Конец')), tc(p('Итоговый круглый стол')), tc(p('май')), tc(p('завуч')))
				)
		),
		'план.docx'
	);
	expect(found.stages.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Начало', '2 Конец']);
	expect(found.activities.map(({ title, stage, deadline }) => [title, stage, deadline.text])).toEqual([
		['Опрос учителей', 0, 'сентябрь'],
		['Собеседование с наставниками', 0, 'сентябрь'],
		['Приказ о закреплении пар', 0, 'сентябрь'],
		['Итоговый круглый стол', 1, 'май']
	]);
	expect(found.doubts.filter(({ field }) => field === 'deadline')).toEqual([]);
});

test('what was deleted, a field code and the second copy of a drawing are not read; what was inserted is', () => {
	const grid = readDocx(
		word(
			'<w:p><w:r><w:t>План </w:t></w:r><w:del><w:r><w:delText>старый</w:delText></w:r></w:del><w:ins><w:r><w:t>новый</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>' +
				'<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>раз</w:t></mc:Choice><mc:Fallback><w:t>раз</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>'
		)
	);
	expect(grid.blocks.map((block) => block.kind === 'paragraph' && block.line.text)).toEqual(['План новый', 'раз']);
});

test('a frame around the plan is no table; a small table inside a cell is lines of the cell', () => {
	const inner = tbl(tr(tc(p('а')), tc(p('б'))), tr(tc(p('в')), tc(p('г'))));
	const framed = readDocx(word(tbl(tr(tc(p('Заголовок') + inner)))));
	expect(framed.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
	const nested = readDocx(
		word(
			tbl(tr(tc(p('1')), tc(tbl(tr(tc(p('а')), tc(p('б')))))), tr(tc(p('2')), tc(p('х'))), tr(tc(p('3')), tc(p('у'))))
		)
	);
	expect(nested.blocks).toHaveLength(1);
	expect(nested.blocks[0]?.kind === 'table' && cellText(nested.blocks[0].rows[0]?.cells[1])).toBe('а б');
});

test('rows whose borders stand a little apart still fall into the columns of the head', async () => {
	const span = (count: number) => `<w:gridSpan w:val="${count}"/>`;
	const found = await readRoadmap(
		word(
			p('Дорожная карта наставничества на 2025 год') +
				tbl(
					tr(tc(p('Мероприятие'), span(2)), tc(p('Срок'), span(2)), tc(p('Ответственный'))),
					tr(tc(p('Опрос учителей'), span(3)), tc(p('март')), tc(p('завуч'))),
					tr(tc(p('Раздел для всех'), span(5))),
					tr(tc(p('Педсовет')), tc(p('апрель'), span(3)), tc(p('директор')))
				)
		),
		'план.docx'
	);
	expect(
		found.activities.map(({ title, deadline, responsible }) => [title, deadline.text, responsible[0]?.text])
	).toEqual([
		['Опрос учителей', 'март', 'завуч'],
		['Педсовет', 'апрель', 'директор']
	]);
	expect(found.stages.map(({ title }) => title)).toEqual(['Раздел для всех']);
});
