import { documents, moreDocuments } from './documents/all';
import { fifthDocuments } from './documents/fifth/all';
import { fourthDocuments } from './documents/fourth/all';
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
	untouched,
	wholeFigures
} from './examine';

/**
 * `blind-report.ts [--faults] [--open]`: the examination by strangers' words; faults of held-out things only with --open.
 * `--fifth`: the fifth bank instead, which nobody tunes by: measured as a whole, at first sight; its faults too only with --open.
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

async function reportFifth() {
	for (const [name, ask] of Object.entries(untouched)) {
		const answers = ask();
		tellAnswers(answers, () => open);
		whole(`${name} (${answers.length})`, answers.reduce((sum, { score }) => sum + score, 0) / answers.length);
	}
	const judged = await examineDocuments(fifthDocuments);
	tellDocuments(judged, () => open);
	console.log(`fifth documents: ${judged.length}, none tuned by`);
	for (const { measure, whole: mean } of wholeFigures(judged)) whole(`  ${measure}`, mean);
}

await (process.argv.includes('--fifth') ? reportFifth() : reportThirds());
