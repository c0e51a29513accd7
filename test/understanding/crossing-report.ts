import { cross } from './crossing';
import { invent } from './invent';
import { knownPlans } from './known';

/** `crossing-report.ts [roadmaps]`: invented roadmaps and the known five in twenty manners × six formats; the pairs that fall behind. */
for (const [what, plans] of [
	['invented', Array.from({ length: Number(process.argv[2] ?? 24) }, (_, seed) => invent(seed))],
	['known', knownPlans()]
] as const) {
	if (plans.length === 0) continue;
	const crossed = await cross(plans);
	const strict = crossed.map(({ score }) => score.strict);
	const [best, least] = [Math.max(...strict), Math.min(...strict)];
	console.log(
		`${plans.length} ${what}, ${crossed.length} pairs: strict from ${least.toFixed(4)} to ${best.toFixed(4)}`
	);
	for (const { manner, format, score } of crossed)
		if (score.strict < best - 0.01) console.log(`  ${manner} × ${format}: ${score.strict.toFixed(4)}`);
}
