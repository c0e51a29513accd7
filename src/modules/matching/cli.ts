import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { readMatching, UnreadableMatching } from './readers/read-matching';
import { match } from './rules/match';

/** Input that cannot be understood, as distinct from a wrong call. */
const unreadable = 2;
const usage = 'Укажите файл: nastavnik match ФАЙЛ --json. Вместо имени файла «-» – читать со стандартного ввода.';

/** `nastavnik match FILE --json`: the best pairs as JSON on stdout, or a Russian sentence on stderr. */
export async function matchCommand(args: readonly string[]): Promise<number> {
	const [path, ...more] = args.filter((arg) => arg !== '--json');
	if (!path || more.length > 0) return said(usage, 1);
	let bytes: Buffer;
	try {
		bytes = path === '-' ? await buffer(process.stdin) : await readFile(path);
	} catch {
		return said('Файл не удалось прочитать: нет такого файла или к нему нет доступа.', unreadable);
	}
	try {
		const answered = match(readMatching(bytes));
		if (!answered.ok) return said(answered.message, unreadable);
		process.stdout.write(`${JSON.stringify(answered.answer)}\n`);
		return 0;
	} catch (error) {
		if (error instanceof UnreadableMatching) return said(error.message, unreadable);
		throw error;
	}
}

function said(sentence: string, code: number) {
	process.stderr.write(`${sentence}\n`);
	return code;
}
