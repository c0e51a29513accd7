import { documents, moreDocuments } from './documents/all';
import { fourthDocuments } from './documents/fourth/all';
import { afterwards } from './documents/third/afterwards';
import { thirdDocuments } from './documents/third/all';
import { documentFigures, examineDocuments, figuresOf, isHeldOut, parts } from './examine';

/** `blind-report.ts [--faults] [--open]`: the examination by strangers' words; faults of held-out things only with --open. */
const open = process.argv.includes('--open');
const faults = open || process.argv.includes('--faults');
const shown = (index: number) => faults && (open || !isHeldOut(index));
const line = (name: string, tuned: number, heldOut: number) =>
	console.log(`${name.padEnd(24)}tuned ${tuned.toFixed(3)}   held out ${heldOut.toFixed(3)}`);

for (const [name, ask] of Object.entries(parts)) {
	const answers = ask();
	for (const [index, { score, fault }] of answers.entries())
		if (score < 1 && shown(index)) console.log(`  ${score.toFixed(2)} ${fault.replaceAll('\n', '⏎')}`);
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
	for (const [index, { name, score, faults: wrong }] of judged.entries()) {
		if (!shown(index)) continue;
		console.log(`  ${name}: strict ${score.strict.toFixed(3)}`);
		for (const { measure, expected, got } of wrong)
			console.log(`    ${measure}: ${expected} ≠ ${got}`.replaceAll('\n', '⏎'));
	}
	console.log(`${what}: ${judged.length}, each third held out`);
	for (const { measure, tuned, heldOut } of documentFigures(judged)) line(`  ${measure}`, tuned, heldOut);
}
