import { unbroken } from '../template/unbroken';
import { asText } from '../template/xml';
import { archiveOf, packed } from '../template/zip';
import { checkMark } from './check-mark';
import { type Block, blocksOf, isSigning, type Layout, type StyleName, usualLayout } from './source';
import { headerXml, namespace, numberingXml, paragraphProperties, stylesXml, twips, xmlHead } from './styles';

const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** **Bold** words, line by line. */
const runs = (text: string, bold = false) =>
	text
		.split('**')
		.map((piece, at) => {
			if (piece === '') return '';
			const look = bold || at % 2 === 1 ? '<w:rPr><w:b/></w:rPr>' : '';
			return `<w:r>${look}<w:t xml:space="preserve">${asText(unbroken(piece))}</w:t></w:r>`;
		})
		.join('');

const paragraph = (style: string, content: string, extra: readonly string[] = []) =>
	`<w:p><w:pPr><w:pStyle w:val="${style}"/>${paragraphProperties(extra)}</w:pPr>${content}</w:p>`;

/** Where somebody signs: before a line with the name of the signer, and where the source says «►». */
const marked = (source: string, marks: boolean) =>
	marks ? source.replace(/(_{8,})(?= ?\{[^}]*\| подпись)/g, '► $1') : source.replaceAll('►', '');

/** A template of ours as an ordinary Word file, to be filled here or edited in Word. */
export function templateFile(title: string, source: string, layout: Layout = usualLayout): Uint8Array {
	const blocks = blocksOf(marked(source, layout.marks === true));
	const headed = headedSheets(blocks);
	const width = twips(210 - layout.left - layout.right);
	let list = 1;
	let newSheet = false;
	const body = blocks.map((block, at) => {
		if (block.kind === 'page') {
			list++;
			newSheet = true;
			return '';
		}
		if (block.kind === 'table') return tableXml(block, width);
		if (block.kind === 'signature')
			return signatureXml(block, width, {
				marks: layout.marks === true,
				last: blocks[at + 1]?.kind === 'page'
			});
		const first = newSheet && block.style !== 'tag';
		if (first) newSheet = false;
		const number = numberOf(block.style, headed[list - 1] ?? false, list);
		return paragraph(
			block.style,
			block.right === undefined ? runs(block.text) : `${runs(block.text)}<w:r><w:tab/></w:r>${runs(block.right)}`,
			[
				...(block.keepNext ? ['<w:keepNext/>'] : []),
				...(first ? ['<w:pageBreakBefore/>'] : []),
				...(number ? [number] : [])
			]
		);
	});
	const mark = layout.check ? checkMark(width, relations) : {};
	const margins = `<w:pgMar w:top="${twips(layout.top)}" w:right="${twips(layout.right)}" w:bottom="${twips(layout.bottom)}" w:left="${twips(layout.left)}" w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/>`;
	const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>${layout.check ? '<w:footerReference w:type="first" r:id="rId4"/>' : ''}<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/>${margins}<w:titlePg/></w:sectPr>`;
	return archive({
		'[Content_Types].xml': `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${layout.check ? '<Default Extension="png" ContentType="image/png"/>' : ''}${[
			['document', 'document.main'],
			['styles', 'styles'],
			['numbering', 'numbering'],
			['header1', 'header'],
			...(layout.check ? [['footer1', 'footer']] : [])
		]
			.map(([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${kinds}.${kind}+xml"/>`)
			.join(
				''
			)}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
		'_rels/.rels': `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
		'docProps/core.xml': `${xmlHead}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${asText(title)}</dc:title><dc:creator>Наставник</dc:creator></cp:coreProperties>`,
		'word/_rels/document.xml.rels': `${xmlHead}<Relationships xmlns="${packages}/relationships">${[
			'styles',
			'numbering',
			'header',
			...(layout.check ? ['footer'] : [])
		]
			.map(
				(kind, at) =>
					`<Relationship Id="rId${at + 1}" Type="${relations}/${kind}" Target="${kind === 'header' || kind === 'footer' ? `${kind}1` : kind}.xml"/>`
			)
			.join('')}</Relationships>`,
		'word/styles.xml': stylesXml(layout),
		'word/numbering.xml': numberingXml(headed),
		'word/header1.xml': headerXml,
		...mark,
		'word/document.xml': `${xmlHead}<w:document ${namespace} xmlns:r="${relations}"><w:body>${body.join('')}${section}</w:body></w:document>`
	});
}

/** Sheet by sheet: whether it has sections. An order has none, the regulation that is its annex has. */
function headedSheets(blocks: readonly Block[]): boolean[] {
	const sheets = [false];
	for (const block of blocks)
		if (block.kind === 'page') sheets.push(false);
		else if (block.kind === 'paragraph' && block.style === 'heading') sheets[sheets.length - 1] = true;
	return sheets;
}

/** Points begin anew on a new sheet; in a paper with sections they are «1.1.». */
function numberOf(style: StyleName, withHeadings: boolean, list: number) {
	const level = { heading: 0, point: withHeadings ? 1 : 0, subpoint: withHeadings ? 2 : 1 }[style as 'heading'];
	return level === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** In twips; the frame of a table stands within the margins of the page. */
const cellMargin = 70;

const cell = (width: number, content: string, across = 1) =>
	`<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${across > 1 ? `<w:gridSpan w:val="${across}"/>` : ''}</w:tcPr>${content}</w:tc>`;

function tableXml({ widths, rows }: Extract<Block, { kind: 'table' }>, width: number) {
	const whole = widths.reduce((sum, one) => sum + one, 0);
	const columns = widths.map((one) => Math.floor((one * (width - cellMargin)) / whole));
	const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
		.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
		.join('');
	const together = isSigning(rows) ? ['<w:keepNext/>'] : [];
	const body = rows.map((cells, at) => {
		const style = at === 0 ? 'cellHead' : 'cell';
		const lines = (text = '') =>
			text
				.split('⏎')
				.map((line) => paragraph(style, runs(line.trim(), at === 0), together))
				.join('');
		// a single cell stands across the whole table: the name of a stage
		const content =
			cells.length === 1
				? [cell(width - cellMargin, lines(cells[0]), columns.length)]
				: columns.map((one, column) => cell(one, lines(cells[column])));
		return `<w:tr><w:trPr><w:cantSplit/>${at === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${content.join('')}</w:tr>`;
	});
	return `<w:tbl><w:tblPr><w:tblW w:w="${width - cellMargin}" w:type="dxa"/><w:tblInd w:w="${cellMargin}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="${cellMargin}" w:type="dxa"/><w:right w:w="${cellMargin}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>${body.join('')}</w:tbl>${paragraph('small', '')}`;
}

/** Post at the left, name at the right, room to sign between; the whole block stays on one page with what is above. */
function signatureXml(
	{ left, right }: Extract<Block, { kind: 'signature' }>,
	width: number,
	{ marks, last }: { marks: boolean; last: boolean }
) {
	const columns = [0.5, 0.2, 0.3].map((share) => Math.floor(width * share));
	const line = (text: string, align: string) => paragraph('plain', runs(text), [`<w:jc w:val="${align}"/>`]);
	const cells = [line(left, 'left'), line(`${marks ? '► ' : ''}____________`, 'center'), line(right, 'right')];
	return `${paragraph('plain', '', ['<w:keepNext/>'])}<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((content, at) => cell(columns[at] ?? 0, content).replace('</w:tcPr>', '<w:vAlign w:val="bottom"/></w:tcPr>')).join('')}</w:tr></w:tbl>${paragraph('small', '', last ? [hairline] : [])}`;
}

/** What must stand between a table and a new sheet takes no room: it would be a page of nothing. */
const hairline = '<w:spacing w:after="0" w:line="20" w:lineRule="exact"/>';

const archive = (files: Record<string, string | Uint8Array>) =>
	archiveOf(
		Object.entries(files).map(([name, text]) => packed(name, typeof text === 'string' ? Buffer.from(text) : text))
	);
