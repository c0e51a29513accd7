import { createReadStream, createWriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answerText } from './jobs/answer-text';
import { type Aside, solveAside, solveFileAside } from './jobs/solve-aside';
import { toBinary } from './readers/binary-form';
import { ByteStream } from './readers/byte-stream';
import { isBinary, readBinary } from './readers/read-binary';
import { mostBytes, readMatching, refuseTooLong, UnreadableMatching } from './readers/read-matching';
import type { MatchingInput } from './rules/input';
import { type Answered, match } from './rules/match';
import { hasRoles } from './rules/roles/check';

/** Input that cannot be understood, as distinct from a wrong call. */
const unreadable = 2;
const usage =
	'Укажите файл: nastavnik match ФАЙЛ --json. Вместо имени файла «-» – читать со стандартного ввода. Переписать в двоичный вид: nastavnik match ФАЙЛ --as-binary НОВЫЙ_ФАЙЛ.';

const rolesInJson = 'Роли пишутся только в JSON: в двоичном виде для них нет места.';

/**
 * `nastavnik match FILE --json`: the best pairs as JSON on stdout, or a Russian sentence on stderr. The file is JSON or the
 * binary form, as its first bytes tell. `--as-binary OUT` writes the binary form instead.
 */
export async function matchCommand(args: readonly string[]): Promise<number> {
	const named = args.indexOf('--as-binary');
	const out = named < 0 ? undefined : args[named + 1];
	const [path, ...more] = args.filter(
		(arg, at) => arg !== '--json' && (named < 0 || (at !== named && at !== named + 1))
	);
	if (!path || more.length > 0 || (named >= 0 && !out)) return said(usage, 1);
	const stream = new ByteStream(path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 }));
	try {
		if (out) {
			const { input } = await read(stream);
			return hasRoles(input) ? said(rolesInJson, unreadable) : await rewrite(input, out);
		}
		const answered = await answer(path, stream);
		if (!answered.ok) return said(answered.message, unreadable);
		const text = 'solved' in answered ? answerText(answered.solved) : [`${JSON.stringify(answered.answer)}\n`];
		await pipeline(Readable.from(text), process.stdout, { end: false });
		return 0;
	} catch (error) {
		if (error instanceof UnreadableMatching) return said(error.message, unreadable);
		if (isFault(error, 'read', 'open'))
			return said('Файл не удалось прочитать: нет такого файла или к нему нет доступа.', unreadable);
		throw error;
	} finally {
		await stream.close();
	}
}

async function answer(path: string, stream: ByteStream): Promise<Aside | Answered> {
	const threads = availableParallelism();
	if (path !== '-' && (await isBinary(stream))) return solveFileAside(path, { threads });
	const { input, binary } = await read(stream);
	if (hasRoles(input)) return match(input);
	// Whoever hands over JSON is told everything about everybody left, as long as it takes.
	return solveAside(input, { threads, ...(!binary && { fully: true }) });
}

async function read(stream: ByteStream): Promise<{ input: MatchingInput; binary: boolean }> {
	if (await isBinary(stream)) return { input: await readBinary(stream, process.availableMemory()), binary: true };
	return { input: readMatching((await stream.rest(mostBytes)) ?? refuseTooLong()), binary: false };
}

async function rewrite(input: MatchingInput, out: string): Promise<number> {
	try {
		const written = out === '-' ? process.stdout : createWriteStream(out, { highWaterMark: 1 << 20 });
		await pipeline(Readable.from(toBinary(input)), written, { end: out !== '-' });
		return 0;
	} catch (error) {
		if (isFault(error, 'write', 'open'))
			return said('Файл не удалось записать: нет такой папки, места или доступа.', 1);
		throw error;
	}
}

const isFault = (error: unknown, ...calls: string[]) =>
	error instanceof Error && calls.includes((error as NodeJS.ErrnoException).syscall ?? '');

function said(sentence: string, code: number) {
	process.stderr.write(`${sentence}\n`);
	return code;
}
