import { readFile } from 'node:fs/promises';
import { readTable } from './readers/read-table';
import { UnreadableTable } from './rules/staff-import/table';

/** A file that cannot be read, as distinct from a wrong call. */
const unreadable = 2;

/** `nastavnik staff read FILE`: the sheets of a table as JSON on stdout, or a Russian sentence on stderr. */
export const staffCommands = {
	read: async (args: readonly string[]): Promise<number> => {
		const [path] = args;
		if (!path) {
			process.stderr.write('Укажите файл: nastavnik staff read ФАЙЛ.\n');
			return 1;
		}
		try {
			process.stdout.write(`${JSON.stringify(await readTable(await readFile(path)))}\n`);
			return 0;
		} catch (error) {
			const known = error instanceof UnreadableTable;
			process.stderr.write(
				`${known ? error.message : 'Файл не удалось прочитать: нет такого файла или он повреждён.'}\n`
			);
			return unreadable;
		}
	}
};
