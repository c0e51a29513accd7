import writeWorkbook from 'write-excel-file/node';
import type { SeedRoadmap } from '../../../../db/seeds/story';
import { withYear } from '../rules';

/** The plan as an Excel file: lines above, then the table, in the school year that begins in `begins`. */
export async function workbookOf({ above, rows }: SeedRoadmap, begins: number): Promise<Uint8Array> {
	const columns = rows[0]?.length ?? 1;
	const cell = (text: string) => (text ? { value: withYear(text, begins) } : null);
	const data = [
		...above.map((line) => [cell(line), ...Array<null>(columns - 1).fill(null)]),
		...rows.map((row) => row.map(cell))
	];
	return new Uint8Array(await writeWorkbook(data, { sheet: 'План' }).toBuffer());
}
