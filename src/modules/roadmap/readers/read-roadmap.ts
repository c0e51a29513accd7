import { type Grid, tidy } from '../engine/grid';
import { understand } from '../engine/understand';
import { type SourceFormat, type Understanding, Unreadable } from '../rules/understanding';
import { readCsv, separatorOf } from './csv';
import { detectFormat } from './detect';
import { readDocx } from './docx/read-docx';
import { decode } from './encoding';
import { maxFileBytes } from './limits';
import { readText } from './text/read-text';
import { readXlsx } from './xlsx/read-xlsx';

type Read = { grid: Grid; encoding: string | null; format: SourceFormat };

/**
 * Understands a roadmap out of the bytes of a file: what they are is told by themselves first, by the name second.
 * @throws Unreadable with a Russian sentence for the user.
 */
export async function readRoadmap(bytes: Uint8Array, name: string): Promise<Understanding> {
	if (bytes.length === 0) throw new Unreadable('Файл пуст. Проверьте, тот ли файл выбран.');
	if (bytes.length > maxFileBytes)
		throw new Unreadable('Файл слишком велик для дорожной карты. Оставьте в нём только план и загрузите ещё раз.');
	const { grid, encoding, format } = readGrid(bytes, name);
	if (!holdsText(grid))
		throw new Unreadable(
			'В файле нет текста: возможно, в нём только картинки. Загрузите документ, в котором план набран текстом.'
		);
	return understand(grid, { name, format, encoding, tables: 0 });
}

/** Understands text pasted from Word, Excel or a page. */
export function readPastedText(text: string): Understanding {
	return understand(gridOfText(text.replace(/\r\n?/g, '\n'), '').grid, {
		name: '',
		format: 'pasted',
		encoding: null,
		tables: 0
	});
}

function readGrid(bytes: Uint8Array, name: string): Read {
	const format = detectFormat(bytes, name);
	if (format === 'docx') return { grid: readDocx(bytes), encoding: null, format };
	if (format === 'xlsx') return { grid: readXlsx(bytes), encoding: null, format };
	const { text, encoding } = decode(bytes);
	return { ...gridOfText(text, name), encoding };
}

function gridOfText(text: string, name: string): { grid: Grid; format: SourceFormat } {
	const separator = /\.csv$/i.test(name) || !text.includes('\t') ? separatorOf(text) : undefined;
	return separator ? { grid: readCsv(text, separator), format: 'csv' } : { grid: readText(text), format: 'txt' };
}

const holdsText = (grid: Grid) =>
	grid.blocks.some((block) =>
		block.kind === 'paragraph'
			? tidy(block.line.text) !== ''
			: block.rows.some((row) => row.cells.some((cell) => cell.lines.length > 0))
	);
