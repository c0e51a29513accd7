import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { expect, test, vi } from 'vitest';
import { tidy } from '../../src/modules/roadmap/engine/grid';

/** A regular expression that walks a long run again from each of its signs lets one cell keep the reader busy for minutes. */

const home = join(import.meta.dirname, '../../src/modules/roadmap');
const files = ['engine', 'readers']
	.flatMap((folder) => readdirSync(join(home, folder), { recursive: true }).map((name) => join(folder, String(name))))
	.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('fixtures'));

/** What sees no more than so many signs: `glance` at a text, or short texts alone. */
const bounded: readonly (readonly [file: RegExp, longest: number])[] = [
	[/^engine\/(?:deadlines\/|period\.|coverage\.)/, 600],
	[/^engine\/columns\./, 140]
];
const longestSeen = (file: string) => bounded.find(([name]) => name.test(file))?.[1] ?? 8000;

type Expression = { expression: RegExp; file: string };

/** Every expression written out, and every one put together while the modules are loaded. */
async function expressionsOf(): Promise<Expression[]> {
	const found = new Map<string, Expression>();
	const add = (expression: RegExp, file: string) => found.set(`${file} ${expression}`, { expression, file });
	for (const file of files)
		JSON.stringify(
			parseSync(readFileSync(join(home, file), 'utf8'), { syntax: 'typescript', target: 'es2022' }),
			(_, node) => {
				if (node?.type === 'RegExpLiteral') add(new RegExp(node.pattern, node.flags), file);
				return node;
			}
		);
	const Written = RegExp;
	vi.resetModules();
	vi.stubGlobal(
		'RegExp',
		new Proxy(Written, {
			construct(target, args: [string, string]) {
				const expression = new target(...args);
				const maker = new Error().stack?.split('\n')[2] ?? ''; // a library may be loaded by one of ours
				const [, file] = /modules\/roadmap\/((?:engine|readers)\/[\w/-]+\.ts)/.exec(maker) ?? [];
				if (file) add(expression, file);
				return expression;
			}
		})
	);
	for (const file of files) await import(join(home, file));
	vi.unstubAllGlobals();
	return [...found.values()];
}

const signs = [...' *1аАaI,.()«-–_;:/|\t\n№<&'];
const pairs = [
	'а ',
	'А ',
	'1 ',
	'1.',
	'1. ',
	'А.',
	'А. ',
	', ',
	'а,',
	'а-',
	'-а',
	'( ',
	'ый ',
	'и ',
	' - ',
	'№1',
	'а\n'
];

/** Some words of the expression itself: what it waits for takes it farther than noise does. */
function wordsOf({ source }: RegExp, most: number) {
	const words = [...new Set(source.match(/[а-яёa-z]{2,}/giu) ?? [])];
	const step = Math.max(1, Math.floor(words.length / most));
	return words.filter((_, index) => index % step === 0).slice(0, most);
}

function* hostile(expression: RegExp) {
	const own = wordsOf(expression, 4);
	for (const begins of ['', '1', '(', 'А.', ...own.slice(0, 3)])
		for (const unit of [...signs, ...pairs, ...own, ...own.map((word) => `${word} `)]) yield { begins, unit };
}

/** The quickest of several, in milliseconds: whatever else the machine does makes it only slower. */
function quickest({ expression }: Expression, text: string, times: number) {
	let least = Number.POSITIVE_INFINITY;
	for (let time = 0; time < times; time++) {
		const begun = performance.now();
		expression.lastIndex = 0;
		if (expression.global) text.replace(expression, '');
		else expression.exec(text);
		least = Math.min(least, performance.now() - begun);
	}
	return least;
}

/** A known fault: it walks a run of letters again from each of them. */
const known: Expression = { file: 'engine/known.ts', expression: /[а-я]+!$/ };
/** Less than this is nothing to speak of: half of what walking 2,000 signs again from each costs this machine. */
const floor = quickest(known, 'а'.repeat(2000), 15) / 2;
/** Four times the text is to take four times as long; sixteen times is what walking again and again costs. */
const mostGrowth = 10;

/** How the time grows with the text, where it grows faster than the text. */
function faults(one: Expression) {
	const longest = longestSeen(one.file);
	const cell = one.file.startsWith('engine/') ? tidy : (text: string) => text; // the engine reads tidy lines
	for (const { begins, unit } of hostile(one.expression)) {
		const textOf = (length: number) => cell(`${begins}${unit.repeat(Math.ceil(length / unit.length))}\u0001`);
		const grows = (to: number, times: number) => {
			const long = quickest(one, textOf(to), times);
			return long > floor && long > mostGrowth * quickest(one, textOf(to / 4), times);
		};
		if (grows(Math.min(2000, longest), 1) && grows(Math.min(2000, longest), 7) && grows(longest, 3))
			return [`${one.file}: ${one.expression} on «${begins}» and many «${unit}»`];
	}
	return [];
}

test('no expression of the engine and the readers takes longer than in proportion to its text', async () => {
	const expressions = await expressionsOf();
	expect(expressions.length).toBeGreaterThan(400);
	expect(faults(known)).toHaveLength(1);
	expect(expressions.flatMap(faults)).toEqual([]);
});
