import { blockFigures, blocks, examineBlocks, untouchedBlocks, wholeBlockFigures } from './blocks';
import { documents, moreDocuments } from './documents/all';
import type { Described } from './documents/described';
import { eighthDocuments } from './documents/eighth/all';
import { fifthDocuments } from './documents/fifth/all';
import { fourthDocuments } from './documents/fourth/all';
import { ninthDocuments } from './documents/ninth/all';
import { seventhDocuments } from './documents/seventh/all';
import { sixthDocuments } from './documents/sixth/all';
import { afterwards } from './documents/third/afterwards';
import { thirdDocuments } from './documents/third/all';
import {
	type Answer,
	documentFigures,
	examineDocuments,
	figuresOf,
	isHeldOut,
	type Judged,
	parts,
	tunedWholly,
	untouched,
	wholeFigures
} from './examine';

/**
 * `blind-report.ts [--faults] [--open]`: the examination by strangers' words; faults of held-out things only with --open.
 * `--fifth`: the fifth bank instead, which nobody tunes by: measured as a whole, at first sight; its faults too only with --open.
 * `--sixth`: the sixth bank instead, which is tuned by wholly: its faults with --faults.
 * `--seventh`: the seventh bank instead, which is tuned by wholly since 28.11.2026: its faults with --faults.
 * `--blocks`: small plans of one question: what the plan is called, when it is, which of several tables is it; each third held out.
 * The second title blocks among them are held out as a whole: only their means are told, their faults only with --open.
 * `--eighth`: the eighth bank of documents instead, of which nobody tunes by anything: only its means are told, its faults only with --open.
 * `--ninth`: the ninth, the same.
 */
const open = process.argv.includes('--open');
const faults = open || process.argv.includes('--faults');
const shown = (index: number) => faults && (open || !isHeldOut(index));
const line = (name: string, tuned: number, heldOut: number) =>
	console.log(`${name.padEnd(24)}tuned ${tuned.toFixed(3)}   held out ${heldOut.toFixed(3)}`);
const whole = (name: string, mean: number) => console.log(`${name.padEnd(24)}whole ${mean.toFixed(3)}`);

function tellAnswers(answers: readonly Answer[], isShown: (index: number) => boolean) {
	for (const [index, { score, fault }] of answers.entries())
		if (score < 1 && isShown(index)) console.log(`  ${score.toFixed(2)} ${fault.replaceAll('\n', '⏎')}`);
}

function tellDocuments(judged: Judged, isShown: (index: number) => boolean) {
	for (const [index, { name, score, faults: wrong }] of judged.entries()) {
		if (!isShown(index)) continue;
		console.log(`  ${name}: strict ${score.strict.toFixed(3)}`);
		for (const { measure, expected, got } of wrong)
			console.log(`    ${measure}: ${expected} ≠ ${got}`.replaceAll('\n', '⏎'));
	}
}

async function reportThirds() {
	for (const [name, ask] of Object.entries(parts)) {
		const answers = ask();
		tellAnswers(answers, shown);
		const { tuned, heldOut, tunedCount, heldOutCount } = figuresOf(answers);
		line(`${name} (${tunedCount}+${heldOutCount})`, tuned, heldOut);
	}
	for (const [what, some] of Object.entries({
		documents,
		'more documents': moreDocuments,
		'third documents': thirdDocuments,
		afterwards,
		'fourth documents': fourthDocuments
	})) {
		const judged = await examineDocuments(some);
		tellDocuments(judged, shown);
		console.log(`${what}: ${judged.length}, each third held out`);
		for (const { measure, tuned, heldOut } of documentFigures(judged)) line(`  ${measure}`, tuned, heldOut);
	}
}

async function reportWhole(
	titles: Record<string, () => Answer[]>,
	what: string,
	some: readonly Described[],
	isShown: () => boolean
) {
	for (const [name, ask] of Object.entries(titles)) {
		const answers = ask();
		tellAnswers(answers, isShown);
		whole(`${name} (${answers.length})`, answers.reduce((sum, { score }) => sum + score, 0) / answers.length);
	}
	const judged = await examineDocuments(some);
	tellDocuments(judged, isShown);
	console.log(`${what}: ${judged.length}`);
	for (const { measure, whole: mean } of wholeFigures(judged)) whole(`  ${measure}`, mean);
}

async function reportBlocks() {
	for (const [what, some] of Object.entries(blocks)) {
		const judged = await examineBlocks(some);
		tellDocuments(judged, shown);
		console.log(`${what}: ${judged.length}, each third held out`);
		for (const { measure, tuned, heldOut } of blockFigures(judged)) line(`  ${measure}`, tuned, heldOut);
	}
	for (const [what, some] of Object.entries(untouchedBlocks)) {
		const judged = await examineBlocks(some);
		tellDocuments(judged, () => open);
		console.log(`${what}: ${judged.length}, none tuned by`);
		for (const { measure, whole: mean } of wholeBlockFigures(judged)) whole(`  ${measure}`, mean);
	}
}

if (process.argv.includes('--blocks')) await reportBlocks();
else if (process.argv.includes('--fifth'))
	await reportWhole(untouched, 'fifth documents, none tuned by', fifthDocuments, () => open);
else if (process.argv.includes('--sixth'))
	await reportWhole(tunedWholly.sixth, 'sixth documents, all tuned by', sixthDocuments, () => faults);
else if (process.argv.includes('--seventh'))
	await reportWhole(tunedWholly.seventh, 'seventh documents, all tuned by', seventhDocuments, () => faults);
else if (process.argv.includes('--eighth'))
	await reportWhole({}, 'eighth documents, none tuned by', eighthDocuments, () => open);
else if (process.argv.includes('--ninth'))
	await reportWhole({}, 'ninth documents, none tuned by', ninthDocuments, () => open);
else await reportThirds();
