import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** «| S0 1.1 | требование | — | — |»: which line of which roadmap, what it asks, where it is done, what proves it. */
const row = /^\| (S[0-4] [^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/;

const rows = readFileSync('docs/seeds.md', 'utf8')
	.split('\n')
	.flatMap((line) => {
		const [, item, demand, place, proof] = row.exec(line) ?? [];
		return item && demand && place && proof ? [{ item, demand, place: place.trim(), proof: proof.trim() }] : [];
	});

/** What is wrong with a row; nothing when it is honest. */
const complaint = ({ item, place, proof }: (typeof rows)[number]) => {
	if (place === '—') return proof === '—' ? undefined : `${item}: a test is named, but no place`;
	if (!/^✓ \/[\w/:-]*$/.test(place)) return `${item}: the place is neither — nor «✓ /address»`;
	if (!/\.(test|spec)\.tsx?$/.test(proof) || !existsSync(proof)) return `${item}: there is no test ${proof}`;
	return undefined;
};

test('every line of the five roadmaps is there once', () => {
	expect(rows).toHaveLength(120);
	expect(new Set(rows.map(({ item }) => item)).size).toBe(120);
});

test('a ticked line says where it is done and names a test that exists', () => {
	expect(rows.map(complaint).filter(Boolean)).toEqual([]);
	const planted = { item: 'S0 1.1', demand: '', place: '✓ /documents', proof: 'test/nowhere.spec.ts' };
	expect(complaint(planted)).toContain('there is no test');
});
