import { Unreadable } from '../../rules/understanding';
import { type Font, type Marks, type Matrix, marksOf, type OperatorCodes } from './page-marks';
import type { Rulings } from './rulings';
import { Wire } from './wire';
import { type Word, wordsOf } from './words';

/** An upright page, `width` by `height` points. */
export type Page = { words: Word[]; rulings: Rulings; width: number; height: number };

const maxPages = 300;
/** Of a whole file: a page full of small print has 8,000 letters and few hundred lines. */
const maxOperators = 6_000_000;
/** A spoilt font is looked for anew wherever the page names it, often to the end of the file: so many bytes in all. */
const maxBytesForFonts = 16 * 1024 * 1024;
const locked = 'Файл PDF защищён паролем. Откройте его, сохраните без пароля и загрузите ещё раз.';
const broken =
	'Файл PDF повреждён или скачан не до конца. Скачайте его заново или загрузите документ, с которого он сделан.';
const tooMany = 'В файле PDF слишком много страниц для дорожной карты. Оставьте в нём только план и загрузите ещё раз.';
const tooDrawn =
	'В файле PDF слишком много рисунков и знаков для дорожной карты. Оставьте в нём только план и загрузите ещё раз.';

/** The parts of the library's page we use. */
type SourcePage = {
	getViewport(options: { scale: number }): { transform: readonly number[]; width: number; height: number };
	getOperatorList(options: { annotationMode: number }): Promise<{ fnArray: number[]; argsArray: unknown[] }>;
	commonObjs: { has(name: string): boolean; get(name: string): unknown };
	cleanup(): void;
};

/** @throws Unreadable with a Russian sentence. */
export async function readPages(bytes: Uint8Array): Promise<Page[]> {
	hush();
	try {
		return await pagesOf(bytes);
	} finally {
		setTimeout(unhush, 1_000).unref();
	}
}

/**
 * The library lets go of promises that a spoilt file breaks, some of them after its answer: each would end the process. What is
 * wrong with the file it says besides, where we listen.
 */
let hushed = 0;
const deaf = () => undefined;
function hush() {
	if (hushed++ === 0) process.on('unhandledRejection', deaf);
}
function unhush() {
	if (--hushed === 0) process.off('unhandledRejection', deaf);
}

async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
	const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
	const { OPS, PDFWorker } = await getResolvedPDFJS();
	const wire = talking(maxBytesForFonts / bytes.length);
	const worker = new PDFWorker({ port: wire as never, verbosity: 0 });
	try {
		const document = await getDocumentProxy(new Uint8Array(bytes), {
			worker,
			isEvalSupported: false,
			disableFontFace: false, // or the outline of every letter is made
			useSystemFonts: false,
			verbosity: 0,
			maxImageSize: 1,
			stopAtErrors: false
		});
		if (document.numPages > maxPages) throw new Unreadable(tooMany);
		const pages: Page[] = [];
		let operators = 0;
		for (let number = 1; number <= document.numPages; number++) {
			const source = await document.getPage(number);
			const drawn = await source.getOperatorList({ annotationMode: 0 });
			if (wire.spoilt) throw new Unreadable(broken);
			operators += drawn.fnArray.length;
			if (operators > maxOperators) throw new Unreadable(tooDrawn);
			pages.push(pageOf(source as unknown as SourcePage, drawn, OPS));
			source.cleanup();
		}
		await document.destroy();
		return pages;
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		throw new Unreadable((error as Error).name === 'PasswordException' ? locked : broken);
	} finally {
		worker.destroy();
	}
}

type Half = { WorkerMessageHandler: { initializeFromPort(port: Wire): void } };

/** A wire with the half of the library that reads at its other end. */
function talking(mostLostFonts: number) {
	const wire = new Wire(mostLostFonts);
	(globalThis as unknown as { pdfjsWorker: Half }).pdfjsWorker.WorkerMessageHandler.initializeFromPort(wire);
	return wire;
}

function pageOf(source: SourcePage, drawn: { fnArray: number[]; argsArray: unknown[] }, codes: OperatorCodes): Page {
	const { transform, width, height } = source.getViewport({ scale: 1 });
	const [a, b, c, d, e, f] = transform as unknown as Matrix;
	const upright: Matrix = [a, -b, c, -d, e, height - f]; // the viewport looks from above: its y grows downwards
	const fontOf = (name: string) => (source.commonObjs.has(name) ? (source.commonObjs.get(name) as Font) : {});
	const marks: Marks = marksOf(drawn, upright, codes, fontOf);
	return { words: wordsOf(marks.runs), rulings: marks.rulings, width, height };
}
