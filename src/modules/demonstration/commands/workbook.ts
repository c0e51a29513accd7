import writeWorkbook from 'write-excel-file/node';
import type { SeedRoadmap } from '../../../../db/seeds/story';
import { fillIn } from '../rules';

/** The plan as an Excel file: lines above, then the table, as it would be written for the day `today`. */
export async function workbookOf({ above, rows }: SeedRoadmap, today: string): Promise<Uint8Array> {
	const columns = rows[0]?.length ?? 1;
	const cell = (text: string) => (text ? { value: fillIn(text, today) } : null);
	const data = [
		...above.map((line) => [cell(line), ...Array<null>(columns - 1).fill(null)]),
		...rows.map((row) => row.map(cell))
	];
	return new Uint8Array(await writeWorkbook(data, { sheet: 'План' }).toBuffer());
}
