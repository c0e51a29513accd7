// How quick the reading of roadmaps is, in one run beside what others do with the same file:
//   node bench/understanding.mjs [rounds]
// whole process: ./bin/nastavnik roadmap parse against LibreOffice converting the file to text;
// in one process: our understanding against a bare reader (mammoth for .docx, unpdf for .pdf) that only takes the text out.
import { execFile, spawnSync } from 'node:child_process';
import { access, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { findNode } from '../bin/install.mjs';

const run = promisify(execFile);
if (Number(process.versions.node.split('.')[0]) < 24) {
	const { status } = spawnSync(findNode(), process.argv.slice(1), { stdio: 'inherit' });
	process.exit(status ?? 1);
}
const home = dirname(dirname(fileURLToPath(import.meta.url)));
const rounds = Number(process.argv[2] ?? 5);
const limits = { wholeProcess: 1 / 5, inProcess: 1.5 };
const folder = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
try {
	const { readRoadmap, invent, layouts } = await ours();
	const office = await officeProgram();
	const plan = planOf(40, invent);
	const long = { ...plan, rows: Array.from({ length: 10 }, () => plan.rows).flat() };
	const different = { ...plan, rows: rowsLike(plan, 350, invent) };
	const docx = join(folder, 'plan.docx');
	await writeFile(docx, layouts.docx(plan).bytes);
	await writeFile(join(folder, 'long.docx'), layouts.docx(long).bytes);
	await writeFile(join(folder, 'different.docx'), layouts.docx(different).bytes);
	console.log(
		`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}; medians of ${rounds} rounds turn about, ms\n`
	);

	const bytes = layouts.docx(plan).bytes;
	await compare('.docx, 40 activities', docx, bytes, 'mammoth', () =>
		mammoth.extractRawText({ buffer: Buffer.from(bytes) })
	);
	if (office) {
		for (const [name, rows] of [
			['long', 'the same 40 rows ten times'],
			['different', '350 different rows']
		]) {
			await convert('pdf', join(folder, `${name}.docx`));
			const pdf = join(folder, `${name}.pdf`);
			const pdfBytes = new Uint8Array(await readFile(pdf));
			const { numPages } = await getDocumentProxy(pdfBytes.slice());
			await compare(`.pdf, ${numPages} pages, ${rows}`, pdf, pdfBytes, 'unpdf', async () =>
				extractText(await getDocumentProxy(pdfBytes.slice()))
			);
		}
	} else console.log('LibreOffice is not here: no PDF, no whole process beside it.');

	async function compare(what, path, content, bareName, bare) {
		console.log(what);
		const whole = () => run(join(home, 'bin/nastavnik'), ['roadmap', 'parse', path, '--json'], { maxBuffer: 1e9 });
		if (office && (await givesText(path)))
			told('whole process', 'LibreOffice', await side(rounds, whole, () => toText(path)), limits.wholeProcess);
		else console.log('  whole process: LibreOffice here gives no text out of it');
		const inProcess = await side(rounds * 5, () => readRoadmap(content.slice(), path), bare, 10);
		told('in one process', bareName, inProcess, limits.inProcess);
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

/** So many rows, no two of one plan alike, of plans with the same columns: a reader that remembers words has little to remember. */
function rowsLike({ columns }, many, invent) {
	const rows = [];
	for (let seed = 0; rows.length < many; seed++) {
		const other = invent(seed);
		if (other.columns.join() === columns.join()) rows.push(...other.rows);
	}
	return rows.slice(0, many);
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

/**
 * Two pieces of work turn about, so that whatever else the machine does falls on both: the median of each, in milliseconds. The
 * first calls warm up and are not counted.
 */
async function side(times, work, other, warmUps = 1) {
	const [own, others] = [[], []];
	for (let round = 0; round < times + warmUps; round++)
		for (const [taken, one] of [
			[own, work],
			[others, other]
		]) {
			const started = performance.now();
			await one();
			if (round >= warmUps) taken.push(performance.now() - started);
		}
	const median = (taken) => taken.sort((a, b) => a - b)[taken.length >> 1];
	return { own: median(own), other: median(others) };
}

function told(where, otherName, { own, other }, most) {
	const ratio = own / other;
	console.log(
		`  ${where}: Наставник ${own.toFixed(1)}, ${otherName} ${other.toFixed(1)}: ${ratio.toFixed(2)} of it (at most ${most.toFixed(2)}) ${ratio <= most ? '✓' : '✗'}`
	);
	if (ratio > most) process.exitCode = 1;
}
