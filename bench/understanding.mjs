// How quick the reading of roadmaps is, in one run beside what others do with the same file:
//   node bench/understanding.mjs [rounds]
// whole process: ./bin/nastavnik roadmap parse against LibreOffice converting the file to text;
// in one process: our understanding against a bare reader (mammoth for .docx, unpdf for .pdf) that only takes the text out.
import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';

const run = promisify(execFile);
const home = dirname(dirname(fileURLToPath(import.meta.url)));
const rounds = Number(process.argv[2] ?? 5);
const limits = { wholeProcess: 1 / 5, inProcess: 1.5 };
const folder = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
try {
	const { readRoadmap, invent, layouts } = await ours();
	const office = await officeProgram();
	const plan = planOf(40, invent);
	const long = { ...plan, rows: Array.from({ length: 10 }, () => plan.rows).flat() };
	const docx = join(folder, 'plan.docx');
	await writeFile(docx, layouts.docx(plan).bytes);
	await writeFile(join(folder, 'long.docx'), layouts.docx(long).bytes);
	console.log(
		`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}; medians of ${rounds} rounds, ms\n`
	);

	const bytes = layouts.docx(plan).bytes;
	await compare('.docx, 40 activities', docx, bytes, 'mammoth', () =>
		mammoth.extractRawText({ buffer: Buffer.from(bytes) })
	);
	if (office) {
		await convert('pdf', join(folder, 'long.docx'));
		const pdf = join(folder, 'long.pdf');
		const pdfBytes = new Uint8Array(await readFile(pdf));
		const { numPages } = await getDocumentProxy(pdfBytes.slice());
		await compare(`.pdf, ${numPages} pages`, pdf, pdfBytes, 'unpdf', async () =>
			extractText(await getDocumentProxy(pdfBytes.slice()))
		);
	} else console.log('LibreOffice is not here: no PDF, no whole process beside it.');

	async function compare(what, path, content, bareName, bare) {
		console.log(what);
		const nastavnik = await median(rounds, () =>
			run(process.execPath, [join(home, 'bin/nastavnik'), 'roadmap', 'parse', path, '--json'], { maxBuffer: 1e9 })
		);
		if (office && (await givesText(path)))
			told('whole process', nastavnik, 'LibreOffice', await median(rounds, () => toText(path)), limits.wholeProcess);
		else console.log(`  whole process: Наставник ${nastavnik.toFixed(1)}; LibreOffice here gives no text out of it`);
		const understood = await median(rounds * 5, () => readRoadmap(content.slice(), path), 10);
		told('in one process', understood, bareName, await median(rounds * 5, bare, 10), limits.inProcess);
	}

	async function givesText(path) {
		await toText(path);
		const text = await readFile(path.replace(/\.\w+$/, '.txt'), 'utf8').catch(() => '');
		return text.trim() !== '';
	}

	function toText(path) {
		return convert('txt:Text', path, path.endsWith('.pdf') ? ['--infilter=writer_pdf_import'] : []);
	}

	function convert(format, path, more = []) {
		const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
		return run(office, [profile, '--headless', ...more, '--convert-to', format, '--outdir', folder, path]);
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}

/** Our reader and the maker of invented roadmaps, built as the program is. */
async function ours() {
	const contents = `export { readRoadmap } from './src/modules/roadmap/readers/read-roadmap';
export { invent } from './test/understanding/invent';
export { layouts } from './test/understanding/write/layouts';`;
	await symlink(join(home, 'node_modules'), join(folder, 'node_modules'));
	const outfile = join(folder, 'ours.mjs');
	await build({
		stdin: { contents, resolveDir: home },
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		outfile,
		logLevel: 'error'
	});
	return import(pathToFileURL(outfile).href);
}

/** The first invented roadmap of exactly so many activities in a table with deadlines and people. */
function planOf(activities, invent) {
	for (let seed = 0; seed < 10_000; seed++) {
		const plan = invent(seed);
		const whole =
			plan.columns.includes('deadline') && plan.columns.includes('responsible') && plan.columns.includes('number');
		if (whole && plan.truth.activities.length === activities) return plan;
	}
	throw new Error(`no roadmap of ${activities} activities`);
}

async function officeProgram() {
	for (const path of [
		'/usr/bin/soffice',
		'/usr/bin/libreoffice',
		'/Applications/LibreOffice.app/Contents/MacOS/soffice'
	]) {
		if (
			await access(path).then(
				() => true,
				() => false
			)
		)
			return path;
	}
	return null;
}

/** The first calls warm up and are not counted. */
async function median(times, work, warmUps = 1) {
	const taken = [];
	for (let round = 0; round < times + warmUps; round++) {
		const started = performance.now();
		await work();
		if (round >= warmUps) taken.push(performance.now() - started);
	}
	return taken.sort((a, b) => a - b)[taken.length >> 1];
}

function told(where, own, otherName, other, most) {
	const ratio = own / other;
	console.log(
		`  ${where}: Наставник ${own.toFixed(1)}, ${otherName} ${other.toFixed(1)}: ${ratio.toFixed(2)} of it (at most ${most.toFixed(2)}) ${ratio <= most ? '✓' : '✗'}`
	);
	if (ratio > most) process.exitCode = 1;
}
