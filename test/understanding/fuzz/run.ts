import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readRoadmap } from '../../../src/modules/roadmap/readers/read-roadmap';
import { Unreadable } from '../../../src/modules/roadmap/rules/understanding';
import { invent } from '../invent';
import { randomFrom } from '../random';
import { type File, layouts } from '../write/layouts';
import { pdfLayouts } from '../write/pdf/layouts';
import { mutate } from './mutate';

/** What went wrong with one file: by its number it can be made again. */
export type Accident = { number: number; file: string; what: string };
export type Fuzzed = { files: number; understood: number; refused: number; slowest: number; accidents: Accident[] };

const cleanFileEvery = 500;
const slow = 10_000;

/**
 * Reads mutated files one after another. Each must end in an understanding or in a sentence for people, in time; an entity
 * that names `canary` must bring nothing of that file; and between them a clean file must read as it always does.
 */
export async function fuzz(
	from: number,
	to: number,
	{
		canary,
		files = inventedFiles(),
		beat
	}: { canary: { path: string; secret: string }; files?: readonly File[]; beat?: (number: number) => void }
): Promise<Fuzzed> {
	const armed = files.map((file) => withCanary(file, canary.path));
	const [clean] = files;
	const before = clean ? await answerTo(clean) : '';
	const out: Fuzzed = { files: 0, understood: 0, refused: 0, slowest: 0, accidents: [] };
	for (let number = from; number < to; number++) {
		beat?.(number);
		const random = randomFrom(number + 7_000_000);
		const { name, bytes } = random.pick(armed);
		const file = { name, bytes: mutate(bytes, random, random.pick(armed).bytes) };
		const started = process.threadCpuUsage(); // its own time: a busy machine is no fault
		const answer = await answerTo(file);
		const { user, system } = process.threadCpuUsage(started);
		const took = (user + system) / 1000;
		out.files++;
		out.slowest = Math.max(out.slowest, took);
		if (answer.startsWith('{')) out.understood++;
		else out.refused++;
		const what = wrongWith(answer, took, canary.secret);
		if (what) out.accidents.push({ number, file: name, what });
		if (number % cleanFileEvery === 0 && clean && (await answerTo(clean)) !== before)
			out.accidents.push({ number, file: name, what: 'a clean file reads otherwise after it' });
	}
	return out;
}

function wrongWith(answer: string, took: number, secret: string) {
	if (answer.includes(secret)) return 'the words of another file came out';
	if (took > slow) return `took ${Math.round(took)} ms`;
	if (answer.startsWith('!')) return answer;
	return null;
}

/** The understanding as JSON, the sentence, or «!» and what was thrown. */
async function answerTo({ name, bytes }: File): Promise<string> {
	try {
		return JSON.stringify(await readRoadmap(bytes, name));
	} catch (error) {
		if (error instanceof Unreadable && /^[А-ЯЁ«][^\n]{10,500}[.!?»]$/.test(error.message)) return error.message;
		return `! ${error instanceof Error ? error.stack : String(error)}`;
	}
}

/** A few small plans in every layout, and as PDF. */
export const inventedFiles = (): File[] => [
	...Object.values(layouts).flatMap((layout, index) => [layout(invent(index * 3)), layout(invent(index * 3 + 1))]),
	...Object.values(pdfLayouts)
		.slice(0, 3)
		.map((layout, index) => layout(invent(index)))
];

/** The same file with an entity that points at a file of ours, ready to be used by a mutation. */
function withCanary({ name, bytes }: File, path: string): File {
	const declare = (text: string) =>
		text.replace(/^(<\?xml[^>]*\?>)/, `$1<!DOCTYPE x [<!ENTITY canary SYSTEM "file://${path}">]>`);
	if (bytes[0] !== 0x50) return { name, bytes };
	const parts = unzipSync(bytes);
	if (bytes.length % 2 === 0) return { name, bytes };
	return {
		name,
		bytes: zipSync(
			Object.fromEntries(Object.entries(parts).map(([part, content]) => [part, strToU8(declare(strFromU8(content)))])),
			{ level: 1 }
		)
	};
}
