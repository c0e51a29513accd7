import type { Layout, StyleName } from './source';

export const twips = (mm: number) => Math.round((mm * 1440) / 25.4);
const indent = twips(12.5);

type Look = { name: string; align: 'both' | 'center' | 'left'; paragraph?: string; run?: string };

/** Named styles, so that a template is mended in Word by changing a style. */
export const looks = (layout: Layout): Record<StyleName | 'cell' | 'cellHead', Look> => {
	const width = twips(210 - layout.left - layout.right);
	const half = (points: number) =>
		`<w:sz w:val="${Math.round(points * 2)}"/><w:szCs w:val="${Math.round(points * 2)}"/>`;
	return {
		text: { name: 'Текст документа', align: 'both', paragraph: `<w:ind w:firstLine="${indent}"/>` },
		title: {
			name: 'Вид документа',
			align: 'center',
			paragraph: '<w:spacing w:before="240" w:after="120"/>',
			run: '<w:b/>'
		},
		subject: {
			name: 'Заголовок к тексту',
			align: 'left',
			paragraph: `<w:spacing w:before="120" w:after="240"/><w:ind w:right="${Math.round(width * 0.4)}"/>`,
			run: '<w:b/>'
		},
		centre: { name: 'По центру', align: 'center' },
		stamp: { name: 'Гриф, адресат', align: 'left', paragraph: `<w:ind w:left="${Math.round(width * 0.53)}"/>` },
		heading: {
			name: 'Раздел',
			align: 'center',
			paragraph: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="200" w:after="80"/>',
			run: '<w:b/>'
		},
		point: { name: 'Пункт', align: 'both' },
		subpoint: { name: 'Подпункт', align: 'both' },
		small: { name: 'Пояснение', align: 'left', run: half(9) },
		plain: { name: 'Строка', align: 'left', paragraph: `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>` },
		tag: { name: 'Служебная строка', align: 'left', run: `<w:color w:val="808080"/>${half(9)}` },
		cell: {
			name: 'Ячейка',
			align: 'left',
			paragraph: '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
			run: half(layout.tableSize)
		},
		cellHead: {
			name: 'Шапка таблицы',
			align: 'center',
			paragraph: '<w:keepNext/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
			run: half(layout.tableSize)
		}
	};
};

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Elements of `w:pPr` must stand in the order of the standard. */
const order = ['keepNext', 'pageBreakBefore', 'numPr', 'tabs', 'spacing', 'ind', 'jc'];
const placeOf = (element: string) => order.indexOf(/^<w:(\w+)/.exec(element)?.[1] ?? '');
export const paragraphProperties = (elements: readonly string[]) =>
	elements
		.flatMap((text) => text.match(/<w:(numPr|tabs)>.*?<\/w:\1>|<w:[^>]*\/>/g) ?? [])
		.toSorted((a, b) => placeOf(a) - placeOf(b))
		.join('');

export function stylesXml(layout: Layout) {
	const size = Math.round(layout.size * 2);
	const font = layout.font.replace(/[^\p{L}\p{N} -]/gu, '');
	const styles = Object.entries(looks(layout)).map(
		([id, { name, align, paragraph = '', run = '' }]) =>
			`<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraphProperties([paragraph, `<w:jc w:val="${align}"/>`])}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
	);
	return `${xmlHead}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${styles.join('')}</w:styles>`;
}

const formats = ['%1.', '%1.%2.', '%1.%2.%3.'];

/** Numbered points, a list a sheet, so that each begins with 1: «1.», «1.1.». Sections stand in the middle, points from the red line. */
export function numberingXml(headed: readonly boolean[]) {
	const abstract = headed.map(
		(withHeadings, at) =>
			`<w:abstractNum w:abstractNumId="${at}"><w:multiLevelType w:val="multilevel"/>${levelsOf(withHeadings)}</w:abstractNum>`
	);
	const nums = abstract.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`);
	return `${xmlHead}<w:numbering ${w}>${abstract.join('')}${nums.join('')}</w:numbering>`;
}

function levelsOf(withHeadings: boolean) {
	const levels = formats.map((format, level) => {
		const first = level === 0 && withHeadings ? 0 : indent;
		return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="${format}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="${first}"/></w:pPr></w:lvl>`;
	});
	return levels.join('');
}

/** The number of the page in the middle of the upper margin; the first page has none. */
export const headerXml = `${xmlHead}<w:hdr ${w}><w:p><w:pPr><w:pStyle w:val="centre"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;
export const namespace = w;
