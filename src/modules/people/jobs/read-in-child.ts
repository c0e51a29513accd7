import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { type Grid, UnreadableTable } from '../rules/staff-import/table';

export const childLimits = { milliseconds: 20_000, heapMegabytes: 384, output: 32 * 1024 * 1024 };
const tooMuch =
	'Таблицу не удалось прочитать: она слишком сложна. Скопируйте список людей в новый файл и загрузите его.';

/** Each may take the whole heap, and the request that waits holds a connection to the database: no crowd of them. */
const mostAtOnce = 4;
const tooMany =
	'Сейчас читаются таблицы других людей. Подождите минуту и загрузите файл ещё раз или вставьте список из буфера обмена.';
let atWork = 0;

/** The program itself, as it lies beside the server that runs: `dist/…/cli.js`. */
const cliBeside = () => join(dirname(process.argv[1] ?? '.'), 'cli.js');

/**
 * Opens an Excel file in a process of its own (`staff read FILE`), which may read its own code and the one file and nothing
 * else, within a heap and a time. Throws `UnreadableTable` with a sentence for people.
 */
export async function readInChild(bytes: Uint8Array, cli = cliBeside(), limits = childLimits): Promise<Grid[]> {
	if (atWork >= mostAtOnce) throw new UnreadableTable(tooMany);
	atWork += 1;
	try {
		return await readApart(bytes, resolve(cli), limits);
	} finally {
		atWork -= 1;
	}
}

async function readApart(bytes: Uint8Array, program: string, limits: typeof childLimits) {
	const folder = await mkdtemp(join(tmpdir(), 'nastavnik-staff-'));
	try {
		const file = join(folder, 'list.xlsx');
		await writeFile(file, bytes, { mode: 0o600 });
		return sheetsIn(await run(program, file, folder, limits));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const shape = v.pipe(v.string(), v.parseJson(), v.array(v.array(v.array(v.string()))));

function sheetsIn(output: string): Grid[] {
	const parsed = v.safeParse(shape, output);
	if (!parsed.success) throw new UnreadableTable(tooMuch);
	return parsed.output;
}

function run(program: string, file: string, folder: string, limits: typeof childLimits): Promise<string> {
	const args = [
		`--max-old-space-size=${limits.heapMegabytes}`,
		'--permission',
		`--allow-fs-read=${join(folder, '*')}`,
		`--allow-fs-read=${join(dirname(program), '*')}`,
		...[program, 'staff', 'read', file]
	];
	const options = {
		cwd: folder,
		env: { LANG: 'C.UTF-8', TZ: 'UTC', ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }) },
		timeout: limits.milliseconds,
		maxBuffer: limits.output,
		killSignal: 'SIGKILL' as const,
		windowsHide: true
	};
	return new Promise((read, refuse) => {
		execFile(process.execPath, args, options, (error, output, complaint) => {
			if (!error) return read(output);
			if (error.code === 2) return refuse(new UnreadableTable(sentenceIn(complaint) ?? tooMuch));
			refuse(new UnreadableTable(tooMuch, { cause: error }));
		});
	});
}

/** The reader complains in one Russian paragraph; a stack trace is not shown to people. */
const sentenceIn = (complaint: string) => /^[А-ЯЁ«][^\n]{10,500}[.!?»]$/.exec(complaint.trim())?.[0];
