import { expect, test } from 'vitest';
import { capabilityCodes, isCapability } from '../../../src/modules/roadmap/rules/capabilities';
import { layouts } from '../write/layouts';
import { documents, moreDocuments } from './documents/all';
import { type Described, truthOf } from './documents/described';
import { eighthDocuments } from './documents/eighth/all';
import { fifthDocuments } from './documents/fifth/all';
import { fileOf, rowsOf } from './documents/files';
import { fourthDocuments } from './documents/fourth/all';
import { ninthDocuments } from './documents/ninth/all';
import { seventhDocuments } from './documents/seventh/all';
import { sixthDocuments } from './documents/sixth/all';
import { afterwards } from './documents/third/afterwards';
import { thirdDocuments } from './documents/third/all';
import { documentFigures, examineDocuments, figuresOf, isHeldOut, parts, wholeFigures } from './examine';
import { fifthTitles, fourthTitles, secondTitles, seventhTitles, sixthTitles, thirdTitles, titles } from './titles';

/**
 * Words of somebody who has not read the engine. The bounds stand a little below what was measured; raise them as the
 * engine improves, never by looking at what is held out (`blind-report.ts` shows it only with --open).
 */
const atLeast = {
	titles: { tuned: 0.98, heldOut: 0.89 },
	'titles, second': { tuned: 0.98, heldOut: 0.89 },
	'titles, third': { tuned: 0.98, heldOut: 0.8 },
	'titles, fourth': { tuned: 0.9, heldOut: 0.84 },
	deadlines: { tuned: 0.99, heldOut: 0.98 },
	responsibles: { tuned: 0.99, heldOut: 0.98 },
	'responsibles, second': { tuned: 0.98, heldOut: 0.89 },
	results: { tuned: 0.99, heldOut: 0.99 }
};

for (const [name, bounds] of Object.entries(atLeast))
	test(`strangers' ${name} are understood about as well as when they were last measured`, () => {
		const { tuned, heldOut } = figuresOf(parts[name as keyof typeof atLeast]());
		expect(tuned, 'tuned').toBeGreaterThanOrEqual(bounds.tuned);
		expect(heldOut, 'held out').toBeGreaterThanOrEqual(bounds.heldOut);
	});

test('whole documents of strangers, read by hand, are understood: their rows, terms, people', async () => {
	const figures = documentFigures(await examineDocuments(documents));
	for (const { measure, tuned, heldOut } of figures) {
		const bound = measure === 'capability' ? 0.85 : measure === 'stage' ? 0.9 : 0.95;
		if (measure === 'strict') continue; // the mean of others
		expect(tuned, `${measure}, tuned`).toBeGreaterThanOrEqual(bound);
		expect(heldOut, `${measure}, held out`).toBeGreaterThanOrEqual(bound);
	}
});

/** A little below what was last measured. */
const moreAtLeast: Record<string, { tuned: number; heldOut: number }> = {
	f1: { tuned: 0.99, heldOut: 0.99 },
	stage: { tuned: 0.99, heldOut: 0.99 },
	kind: { tuned: 0.99, heldOut: 0.975 },
	windows: { tuned: 0.99, heldOut: 0.96 },
	responsible: { tuned: 0.99, heldOut: 0.98 },
	results: { tuned: 0.99, heldOut: 0.99 },
	capability: { tuned: 0.98, heldOut: 0.9 },
	title: { tuned: 0.99, heldOut: 0.99 },
	period: { tuned: 0.99, heldOut: 0.99 },
	strict: { tuned: 0.985, heldOut: 0.965 }
};

const thirdAtLeast: Record<string, { tuned: number; heldOut: number }> = {
	f1: { tuned: 0.99, heldOut: 0.99 },
	stage: { tuned: 0.99, heldOut: 0.99 },
	kind: { tuned: 0.99, heldOut: 0.99 },
	windows: { tuned: 0.99, heldOut: 0.98 },
	responsible: { tuned: 0.99, heldOut: 0.97 },
	results: { tuned: 0.99, heldOut: 0.99 },
	capability: { tuned: 0.97, heldOut: 0.92 },
	title: { tuned: 0.99, heldOut: 0.99 },
	period: { tuned: 0.99, heldOut: 0.99 },
	strict: { tuned: 0.985, heldOut: 0.97 }
};

const fourthAtLeast: Record<string, { tuned: number; heldOut: number }> = {
	f1: { tuned: 0.99, heldOut: 0.99 },
	stage: { tuned: 0.99, heldOut: 0.93 },
	kind: { tuned: 0.99, heldOut: 0.99 },
	windows: { tuned: 0.99, heldOut: 0.98 },
	responsible: { tuned: 0.98, heldOut: 0.94 },
	results: { tuned: 0.99, heldOut: 0.99 },
	capability: { tuned: 0.9, heldOut: 0.9 },
	title: { tuned: 0.99, heldOut: 0.99 },
	period: { tuned: 0.99, heldOut: 0.99 },
	strict: { tuned: 0.97, heldOut: 0.95 }
};

test.each([
	['documents of gardens, colleges, districts and others', moreDocuments, moreAtLeast],
	['documents of the third bank', thirdDocuments, thirdAtLeast],
	['documents written after it', afterwards, thirdAtLeast],
	['documents of the fourth bank', fourthDocuments, fourthAtLeast]
])('%s are understood about as well as when they were last measured', async (_, some, atLeast) => {
	for (const { measure, tuned, heldOut } of documentFigures(await examineDocuments(some))) {
		expect(tuned, `${measure}, tuned`).toBeGreaterThanOrEqual(atLeast[measure]?.tuned ?? 1);
		expect(heldOut, `${measure}, held out`).toBeGreaterThanOrEqual(atLeast[measure]?.heldOut ?? 1);
	}
});

/** Held out as a whole: 0.02 below what was measured at first sight. */
const eighthAtLeast: Record<string, number> = {
	f1: 0.965,
	stage: 0.98,
	kind: 0.98,
	windows: 0.98,
	responsible: 0.977,
	results: 0.98,
	capability: 0.942,
	title: 0.909,
	period: 0.909,
	strict: 0.969
};

test('the fourteen documents of the eighth bank, which nobody tunes by, are understood about as well as at first sight', async () => {
	expect(eighthDocuments).toHaveLength(14);
	for (const { measure, whole } of wholeFigures(await examineDocuments(eighthDocuments)))
		expect(whole, measure).toBeGreaterThanOrEqual(eighthAtLeast[measure] ?? 1);
});

/** Held out as a whole: about 0.02 below what was measured at first sight. */
const ninthAtLeast: Record<string, number> = {
	f1: 0.98,
	stage: 0.98,
	kind: 0.98,
	windows: 0.98,
	responsible: 0.979,
	results: 0.98,
	capability: 0.898,
	title: 0.917,
	period: 0.98,
	strict: 0.963
};

test('the sixteen documents of the ninth bank, which nobody tunes by, are understood about as well as at first sight', async () => {
	expect(ninthDocuments).toHaveLength(16);
	for (const { measure, whole } of wholeFigures(await examineDocuments(ninthDocuments)))
		expect(whole, measure).toBeGreaterThanOrEqual(ninthAtLeast[measure] ?? 1);
});

const oneTable = ({ body }: Described) => body.split('\n[[\n').length === 2;

test.each(Object.keys(layouts) as (keyof typeof layouts)[])(
	'the tuned documents of the third bank with one table mean the same as %s',
	async (format) => {
		const some = thirdDocuments.filter((one, at) => !isHeldOut(at) && oneTable(one));
		expect(some.length).toBeGreaterThanOrEqual(6);
		for (const { name, score } of await examineDocuments(some.map((one) => ({ ...one, format }))))
			for (const measure of ['f1', 'stage', 'kind', 'windows', 'responsible', 'results', 'title', 'period'] as const)
				expect(score[measure], `${name}, ${measure}`).toBeGreaterThanOrEqual(0.95);
	}
);

test('the second bank of titles asks for every capability at least twenty times, in each third, and nothing twice', () => {
	for (const code of capabilityCodes) {
		const places = secondTitles.flatMap((one, at) => (one.code === code ? [at] : []));
		expect(places.length, code).toBeGreaterThanOrEqual(20);
		expect(places.filter(isHeldOut).length, `${code}, held out`).toBeGreaterThanOrEqual(6);
	}
	const codes = secondTitles.flatMap(({ code, also }) => [code, ...also]);
	expect(codes.filter((code) => !isCapability(code))).toEqual([]);
	const asked = [...titles, ...secondTitles].map(({ title }) => title.toLowerCase());
	const twice = asked.filter((title, at) => at >= titles.length && asked.indexOf(title) < at);
	expect(twice).toEqual([]);
});

test('the third bank of titles asks for every capability ten times, three times in each third, and nothing twice', () => {
	expect(thirdTitles).toHaveLength(300);
	for (const code of capabilityCodes) {
		const places = thirdTitles.flatMap((one, at) => (one.code === code ? [at] : []));
		expect(places.length, code).toBeGreaterThanOrEqual(10);
		expect(places.filter(isHeldOut).length, `${code}, held out`).toBeGreaterThanOrEqual(3);
	}
	expect(thirdTitles.flatMap(({ code, also }) => [code, ...also]).filter((code) => !isCapability(code))).toEqual([]);
	const before = [...titles, ...secondTitles].map(({ title }) => title.toLowerCase());
	const asked = [...before, ...thirdTitles.map(({ title }) => title.toLowerCase())];
	expect(asked.filter((title, at) => at >= before.length && asked.indexOf(title) < at)).toEqual([]);
});

test('the sixth bank of titles asks for every capability seventeen times, and nothing that was asked before', () => {
	for (const code of capabilityCodes)
		expect(sixthTitles.filter((one) => one.code === code).length, code).toBeGreaterThanOrEqual(17);
	expect(sixthTitles.flatMap(({ code, also }) => [code, ...also]).filter((code) => !isCapability(code))).toEqual([]);
	const others = [titles, secondTitles, thirdTitles, fourthTitles, fifthTitles].flat();
	const asked = [...others, ...sixthTitles].map(({ title }) => title.toLowerCase());
	expect(asked.filter((title, at) => at >= others.length && asked.indexOf(title) < at)).toEqual([]);
});

test('the seventh bank of titles has 240, every capability four times, and nothing that was asked before', () => {
	expect(seventhTitles).toHaveLength(240);
	for (const code of capabilityCodes)
		expect(seventhTitles.filter((one) => one.code === code).length, code).toBeGreaterThanOrEqual(4);
	expect(seventhTitles.flatMap(({ code, also }) => [code, ...also]).filter((code) => !isCapability(code))).toEqual([]);
	const others = [titles, secondTitles, thirdTitles, fourthTitles, fifthTitles, sixthTitles].flat();
	const asked = [...others, ...seventhTitles].map(({ title }) => title.toLowerCase());
	expect(asked.filter((title, at) => at >= others.length && asked.indexOf(title) < at)).toEqual([]);
});

/** Words with what a description adds to them taken away, and the white space of a hasty hand. */
const bare = (words: string) => words.replace(/^= |[⏎^]/gm, ' ').replace(/\s+/g, ' ');
/** Where a row runs over a page's end its words stand in no one place. */
const withoutTails = [...sixthDocuments, ...seventhDocuments, ...eighthDocuments, ...ninthDocuments].filter(
	({ body }) => !body.includes('\n---\n')
);
const strangers = [...moreDocuments, ...thirdDocuments, ...afterwards, ...fourthDocuments, ...withoutTails].map(
	(one) => [one.name, one] as const
);

test.each(strangers)('%s: what a person reads in it stands in it', (_, one: Described) => {
	const { titles, stages, activities } = truthOf(one);
	const body = bare(one.body);
	const people = activities.flatMap(({ people: readings }) => readings.flat().map(({ text }) => text));
	const results = activities.flatMap(({ results: readings }) => readings.flat());
	for (const words of [...stages, ...activities.flatMap(({ titles: some }) => some), ...people, ...results])
		expect(body).toContain(words);
	for (const word of titles.join(' ').split(' ')) expect(body).toContain(word);
	expect(activities.length).toBeGreaterThanOrEqual(12);
	expect(activities.every(({ deadlines }) => deadlines.every(({ windows }) => windows.every(isDated)))).toBe(true);
});

test.each(strangers)('%s: its rows are as wide as the head, its file is written', (_, one: Described) => {
	for (const table of one.body.matchAll(/^\[\[\n([\s\S]*?)^\]\]/gm)) {
		const rows = rowsOf(table[1]?.trim() ?? '').filter(({ across }) => !across);
		expect(new Set(rows.map(({ cells }) => cells.length)).size).toBe(1);
	}
	expect(fileOf(one).bytes.length).toBeGreaterThan(one.body.length / 3);
});

test('no two of the documents are of one name', () => {
	const names = [
		...documents,
		...moreDocuments,
		...thirdDocuments,
		...afterwards,
		...fourthDocuments,
		...fifthDocuments,
		...sixthDocuments,
		...seventhDocuments,
		...eighthDocuments,
		...ninthDocuments
	].map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
});

const isDated = ({ from, to }: { from: string; to: string }) =>
	[from, to].every((day) => new Date(day).toISOString().startsWith(day)) && from <= to;
