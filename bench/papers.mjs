// How quick papers are made, beside what others make of the same, in one run:
//   node bench/papers.mjs [ours] [theirs]
// An order about pairs with a table of eight of them. Ours: our template compiled once, the papers streamed into one archive on disk
// (100,000 when not told otherwise). Theirs, turn about: docxtemplater with the very same template and values, and the `docx` library
// building the like from code, 1,000 each. Rates are compared; fifty papers spread through the archive are opened by LibreOffice.
// Rates are told by the clock and by the processor's own time: the second is the same on a busy machine. Ends with an error where
// ours is below 40 times docxtemplater or 3,000 a second of processor, where memory grew by 100 MB, or where a paper does not open.
import { execFileSync, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import Docxtemplater from 'docxtemplater';
import { build } from 'esbuild';
import PizZip from 'pizzip';
import { findNode } from '../bin/install.mjs';

if (Number(process.versions.node.split('.')[0]) < 24) {
	const { status } = spawnSync(findNode(), process.argv.slice(1), { stdio: 'inherit' });
	process.exit(status ?? 1);
}
const home = dirname(dirname(fileURLToPath(import.meta.url)));
const many = Number(process.argv[2] ?? 100_000);
const few = Number(process.argv[3] ?? 1_000);
const sample = 50;
const folder = mkdtempSync(join(tmpdir(), 'nastavnik-papers-'));
try {
	const { openOwnTemplate, ownTemplateFile, papersInZip, parser, postValue, personValue, dayValue } = await ours();
	const template = openOwnTemplate('pairing-order');
	const families = ['Шевчук', 'Заяц', 'Кравец', 'Дорофеева', 'Гайда', 'Мороз', 'Соловьёва', 'Белых'];
	const people = families.map((familyName, at) => ({
		имя: personValue({
			familyName,
			givenName: 'Любовь',
			patronymic: at % 2 ? 'Никитична' : 'Ильинична',
			sex: 'female'
		}),
		должность: postValue('учитель русского языка и литературы')
	}));
	const of = (at) => ({
		организация: {
			полное: postValue(`муниципальное бюджетное общеобразовательное учреждение «Школа № ${at + 1}»`),
			кратко: `МБОУ «Школа № ${at + 1}»`,
			город: 'г. Ясногорск'
		},
		руководитель: { имя: people[at % 8].имя, должность: postValue('директор') },
		куратор: people[(at + 1) % 8],
		документ: { номер: `${at + 1}/1-О`, дата: dayValue('2026-09-14') },
		учебный_год: '2026/2027',
		основания: 'со статьёй 351.8 Трудового кодекса Российской Федерации',
		пары: people.map((наставник, number) => ({
			номер: number + 1,
			наставник,
			наставляемые: [people[(number + at + 1) % 8]],
			форма: 'педагог – педагог',
			с: dayValue('2026-09-15'),
			по: dayValue('2027-05-31'),
			согласие: dayValue('2026-09-10'),
			соглашение: { дата: dayValue('2026-09-14'), номер: `${number + 1}-26` },
			доплата: '2500 рублей'
		})),
		срок_программ: dayValue('2026-09-30'),
		срок_отчёта: dayValue('2027-05-31'),
		ознакомлены: people.map((one, number) => ({ номер: number + 1, ...one }))
	});
	console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}\n`);

	const bytes = ownTemplateFile('pairing-order');
	const options = { paragraphLoop: true, linebreaks: true, parser, nullGetter: () => '', errorLogging: false };
	const byDocxtemplater = (at) => {
		const document = new Docxtemplater(new PizZip(bytes), options);
		document.render(of(at));
		return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
	};
	for (let at = 0; at < 20; at++) {
		template.render(of(at));
		byDocxtemplater(at);
		await byDocx(of(at));
	}
	// the peers in two halves, before ours and after: whatever else the machine does falls on all
	const half = Math.ceil(few / 2);
	const peers = { docxtemplater: nothing(), docx: nothing() };
	const measurePeers = async () => {
		await timed(peers.docxtemplater, half, byDocxtemplater);
		await timed(peers.docx, half, (at) => byDocx(of(at)));
	};
	await measurePeers();

	globalThis.gc?.();
	const base = process.memoryUsage().rss;
	const heights = [];
	function* orders() {
		for (let at = 0; at < many; at++) {
			if (at % Math.ceil(many / 100) === 0) heights.push(process.memoryUsage().rss);
			yield { name: `Приказ ${at + 1}.docx`, fields: of(at) };
		}
	}
	const path = join(folder, 'orders.zip');
	const own = nothing();
	const stop = watch(own);
	await pipeline(Readable.from(papersInZip(template, orders())), createWriteStream(path));
	stop(many);
	await measurePeers();

	const quarter = Math.floor(heights.length / 4);
	const highest = (list) => Math.max(...list);
	const [early, late, grown] = [
		highest(heights.slice(0, quarter)),
		highest(heights.slice(-quarter)),
		highest(heights) - base
	].map((size) => size / 1024 ** 2);
	const all = { ours: own, ...peers };
	const { ours: mine, docxtemplater: theirs } = all;
	console.log(
		'| | papers | a second by the clock | a second of processor | times slower, by the clock | by the processor |\n|---|---|---|---|---|---|'
	);
	for (const [name, { made, clock, processor }] of Object.entries(all))
		console.log(
			`| ${name} | ${made} | ${(made / clock).toFixed(0)} | ${(made / processor).toFixed(0)} | ${ratio(mine, all[name], 'clock').toFixed(0)} | ${ratio(mine, all[name], 'processor').toFixed(0)} |`
		);
	console.log(
		`\narchive ${(statSync(path).size / 1024 ** 2).toFixed(0)} MB in ${own.clock.toFixed(1)} s; memory at most ${grown.toFixed(0)} MB above the base, first quarter ${early.toFixed(0)} MB, last ${late.toFixed(0)} MB`
	);
	const opened = openedByLibreOffice(path);
	console.log(`LibreOffice opened ${opened} of ${sample} spread through the archive`);
	const wrong = [
		ratio(mine, theirs, 'processor') < 40 && 'less than 40 times docxtemplater',
		mine.made / mine.processor < 3000 && 'less than 3,000 a second of processor',
		grown > 100 && 'memory grew by more than 100 MB',
		opened < sample && 'not every paper opened'
	].filter(Boolean);
	if (wrong.length > 0) {
		console.error(`✗ ${wrong.join('; ')}`);
		process.exitCode = 1;
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function nothing() {
	return { made: 0, clock: 0, processor: 0 };
}

/** How many times slower the other is. */
function ratio(one, other, by) {
	return one.made / one[by] / (other.made / other[by]);
}

/** Seconds from now until it is stopped, added to what was measured before. */
function watch(sums) {
	const [began, used] = [performance.now(), process.cpuUsage()];
	return (made) => {
		const { user, system } = process.cpuUsage(used);
		sums.made += made;
		sums.clock += (performance.now() - began) / 1000;
		sums.processor += (user + system) / 1_000_000;
	};
}

async function timed(sums, count, make) {
	const stop = watch(sums);
	for (let at = 0; at < count; at++) await make(at);
	stop(count);
}

/** The same words by the `docx` library: paragraphs, a table of eight rows, one to sign. */
async function byDocx(fields) {
	const text = (value) => (value && typeof value === 'object' ? (value.cases?.[0] ?? value.day) : String(value ?? ''));
	const paragraph = (words, align = AlignmentType.JUSTIFIED) =>
		new Paragraph({ alignment: align, children: [new TextRun({ text: words, size: 26 })] });
	const row = (cells) =>
		new TableRow({
			cantSplit: true,
			children: cells.map((cell) => new TableCell({ children: [paragraph(cell, AlignmentType.LEFT)] }))
		});
	const document = new Document({
		sections: [
			{
				children: [
					paragraph(text(fields.организация.полное), AlignmentType.CENTER),
					paragraph('ПРИКАЗ', AlignmentType.CENTER),
					paragraph(`${text(fields.документ.дата)} № ${fields.документ.номер}`),
					paragraph(`О закреплении наставнических пар (групп) на ${fields.учебный_год} учебный год`),
					paragraph(
						`В соответствии ${fields.основания}, на основании письменных согласий работников и дополнительных соглашений к трудовым договорам`
					),
					paragraph('ПРИКАЗЫВАЮ:'),
					paragraph('1. Закрепить 8 наставнических пар (групп):'),
					new Table({
						rows: [
							row([
								'№',
								'Наставник, должность',
								'Наставляемый, должность, стаж',
								'Форма, вид',
								'Срок',
								'Основание',
								'Доплата'
							]),
							...fields.пары.map((pair) =>
								row([
									String(pair.номер),
									`${text(pair.наставник.имя)}, ${text(pair.наставник.должность)}`,
									pair.наставляемые.map((one) => `${text(one.имя)}, ${text(one.должность)}`).join('; '),
									pair.форма,
									`${text(pair.с)} – ${text(pair.по)}`,
									`согласие от ${text(pair.согласие)}; соглашение от ${text(pair.соглашение.дата)} № ${pair.соглашение.номер}`,
									pair.доплата
								])
							)
						]
					}),
					...[
						'2. Наставникам составить программы',
						'3. Куратору вести учёт и представить отчёт',
						'4. Контроль за исполнением приказа оставляю за собой.'
					].map((point) => paragraph(point)),
					paragraph(`${text(fields.руководитель.должность)} ____________ ${fields.руководитель.имя.signature}`),
					new Table({
						rows: fields.ознакомлены.map((one) =>
							row([String(one.номер), `${text(one.имя)}, ${text(one.должность)}`, '', ''])
						)
					})
				]
			}
		]
	});
	return Packer.toBuffer(document);
}

/** Takes fifty papers out by the list at the end of the archive, as any unpacker does, and turns them into PDF. */
function openedByLibreOffice(path) {
	const out = join(folder, 'sample');
	const names = Array.from(
		{ length: sample },
		(_, at) => `Приказ ${Math.floor((at * (many - 1)) / (sample - 1)) + 1}.docx`
	);
	const script = 'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\n[z.extract(n,sys.argv[2]) for n in sys.argv[3:]]';
	execFileSync('python3', ['-c', script, path, out, ...names]);
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	execFileSync(
		'soffice',
		[profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...names.map((name) => join(out, name))],
		{ stdio: 'ignore' }
	);
	return readdirSync(out).filter(
		(name) => name.endsWith('.pdf') && execFileSync('pdftotext', [join(out, name), '-']).includes('ПРИКАЗЫВАЮ')
	).length;
}

/** The program's own code as it stands in src/, bundled for this run alone. */
async function ours() {
	const file = join(folder, 'ours.mjs');
	const engine = join(home, 'src/modules/documents/engine');
	writeFileSync(
		join(folder, 'ours.ts'),
		`export { openOwnTemplate, ownTemplateFile } from '${engine}/library/own';
export { papersInZip } from '${engine}/template/archive';
export { parser } from '${engine}/template/fallback';
export { dayValue, personValue, postValue } from '${engine}/template/values';`
	);
	await build({
		entryPoints: [join(folder, 'ours.ts')],
		outfile: file,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node24',
		nodePaths: [join(home, 'node_modules')],
		banner: {
			js: "import { createRequire as requireMaker } from 'node:module'; const require = requireMaker(import.meta.url);"
		}
	});
	return import(pathToFileURL(file).href);
}
