import { checkPictureName } from '../../rules/check-page';
import { checkPicture } from '../check-picture';
import { namespace, twips, xmlHead } from './styles';

/** Where the parts of the mark stand in a Word file. */
export const checkMarkParts = { footer: 'word/footer1.xml', picture: 'word/media/check.png' } as const;

const millimetres = 22;
const size = millimetres * 36_000; // in units of drawings
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const picture = `<w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${size}" cy="${size}"/><wp:docPr id="1" name="QR-код" descr="${checkPictureName}"/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="check.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${size}" cy="${size}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;

const line = (style: string, content: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;
const words = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tag = (mark: string) => line('tag', words(checkPictureName.replace('{', `{${mark}`)));
const cell = (width: number, content: string) =>
	`<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;

/**
 * The code and the address at the foot of the first page, `width` twips wide: there it never begins a page of its own, whatever the length
 * of the paper. A paper without a page of its own has nothing there.
 */
export function checkMark(width: number, relations: string): Record<string, string | Uint8Array> {
	const left = twips(millimetres + 2);
	const said = `Номер, дату и файл этого документа можно проверить на странице ${checkPictureName}`;
	const table = `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${left}"/><w:gridCol w:w="${width - left}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(left, line('cell', `<w:r>${picture}</w:r>`))}${cell(width - left, line('small', words(said)))}</w:tr></w:tbl>`;
	return {
		[checkMarkParts.footer]: `${xmlHead}<w:ftr ${namespace} xmlns:r="${relations}">${tag('#')}${table}${tag('/')}${line('cell', '')}</w:ftr>`,
		'word/_rels/footer1.xml.rels': `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/image" Target="media/check.png"/></Relationships>`,
		[checkMarkParts.picture]: checkPicture('https://example.org')
	};
}
