import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readRoadmap } from './readers/read-roadmap';
import { type Understanding, Unreadable } from './rules/understanding';

/** `out` may ask to be waited for: who reads us may be slower than we are. */
type Io = { out: (text: string) => void | Promise<void>; err: (text: string) => void };
type Command = (args: readonly string[], io?: Io) => Promise<number>;

const stdio: Io = { out: written, err: (text) => process.stderr.write(text) };
async function written(text: string) {
	if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

const usage = 'Укажите файл: nastavnik roadmap parse ФАЙЛ [--json].\n';
/** A file that cannot be read, as distinct from a wrong call. */
const unreadable = 2;

/** `nastavnik roadmap parse FILE [--json]`: exit code 0 with the answer on stdout, or a Russian sentence on stderr. */
export const roadmapCommands = {
	parse: async (args, io = stdio) => {
		const path = args.find((argument) => argument !== '--json');
		if (!path) {
			io.err(usage);
			return 1;
		}
		try {
			const understood = await readRoadmap(await readFile(path), basename(path));
			if (args.includes('--json')) for (const part of jsonInParts(understood)) await io.out(part);
			else await io.out(asText(understood));
			return 0;
		} catch (error) {
			io.err(`${sentenceFor(error)}\n`);
			return unreadable;
		}
	}
} satisfies Record<string, Command>;

const partLength = 500;

/** JSON of the understanding piece by piece: of fifty thousand rows it is longer than memory likes in one string. */
function* jsonInParts(understood: Understanding) {
	let before = '{';
	for (const [key, value] of Object.entries(understood)) {
		yield `${before}${JSON.stringify(key)}:`;
		before = ',';
		if (!Array.isArray(value)) {
			yield JSON.stringify(value);
			continue;
		}
		for (let at = 0; at < value.length; at += partLength)
			yield (at ? ',' : '[') + JSON.stringify(value.slice(at, at + partLength)).slice(1, -1);
		yield value.length ? ']' : '[]';
	}
	yield '}\n';
}

function sentenceFor(error: unknown) {
	if (error instanceof Unreadable) return error.message;
	const code = (error as NodeJS.ErrnoException).code;
	if (code === 'ENOENT') return 'Такого файла нет. Проверьте имя.';
	if (code === 'EISDIR') return 'Это папка. Укажите файл в ней.';
	if (code === 'EACCES' || code === 'ERR_ACCESS_DENIED') return 'Файл нельзя открыть: не хватает прав.';
	return 'Файл не удалось прочитать: похоже, он повреждён. Откройте его в той программе, где он сделан, сохраните заново и повторите.';
}

/** The understanding for eyes: stages with their activities, doubts at the foot. */
function asText(understood: Understanding) {
	const lines = [
		understood.title ?? 'Без названия',
		understood.period ? `Период: ${understood.period.from} – ${understood.period.to}` : 'Период не указан'
	];
	let stage: number | null | undefined;
	for (const activity of understood.activities) {
		if (activity.stage !== stage && activity.stage !== null)
			lines.push(
				'',
				`${understood.stages[activity.stage]?.number ?? '–'}. ${understood.stages[activity.stage]?.title ?? ''}`
			);
		stage = activity.stage;
		const people = activity.responsible.map(({ text }) => text).join('; ') || '—';
		lines.push(`  • ${activity.title} | ${activity.deadline.text ?? '—'} | ${people} | ${activity.capability ?? '?'}`);
	}
	const doubts = understood.doubts.map(
		({ activity, why }) => `  ${understood.activities[activity]?.title.slice(0, 60)}: ${why}`
	);
	if (doubts.length) lines.push('', 'Проверьте:', ...doubts);
	return `${[...lines, ...understood.warnings.map((warning) => `! ${warning}`)].join('\n')}\n`;
}
