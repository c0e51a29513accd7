import { expect, test } from 'vitest';
import { randomCrowd } from '../fixtures/crowd';
import { random } from '../fixtures/small-schools';
import { candidatesOfAll, pairsOf } from './blocks';
import { bitsOf, type Crowd, inSchool, nearness, pointsOf, usualWeights } from './crowd';

/** Everybody with everybody: what the blocks must not lose. */
function byLookingAtAll(crowd: Crowd): string[] {
	const list: string[] = [];
	for (let i = 0; i < crowd.mentees.person.length; i++)
		for (let j = 0; j < crowd.mentors.person.length; j++) {
			const near = nearness(crowd, i, j);
			if (near > 0) list.push(`${i} ${j} ${pointsOf(crowd, usualWeights, i, j, near)}`);
		}
	return list.sort();
}

test('by blocks the same pairs are found as by looking at everybody with everybody, each once', () => {
	let [found, possible] = [0, 0];
	for (let seed = 1; seed <= 200; seed++) {
		const next = random(seed);
		const crowd = randomCrowd(next, Math.floor(next() * 60), Math.floor(next() * 40));
		const pairs = pairsOf(crowd);
		const { mentee, mentor, score } = candidatesOfAll(pairs);
		const list = Array.from(mentee, (i, at) => `${i} ${mentor[at]} ${score[at]}`).sort();
		expect({ seed, list }).toEqual({ seed, list: byLookingAtAll(crowd) });
		expect(mentee.length).toBeLessThanOrEqual(pairs.most);
		for (const points of score) expect(points >= 0 && points <= 1000).toBe(true);
		found += mentee.length;
		possible += crowd.mentees.person.length * crowd.mentors.person.length;
	}
	expect(found).toBeGreaterThan(1000);
	expect(found).toBeLessThan(possible / 2);
});

test('a row asked for twice is the same, and no longer than was said', () => {
	const crowd = randomCrowd(random(3), 40, 30);
	const pairs = pairsOf(crowd);
	const [mentor, score] = [new Int32Array(pairs.longest), new Int32Array(pairs.longest)];
	for (let i = 0; i < pairs.mentees; i++) {
		const first = Array.from(mentor.subarray(0, pairs.fill(i, mentor, score, 0)));
		expect(Array.from(mentor.subarray(0, pairs.fill(i, mentor, score, 0)))).toEqual(first);
	}
});

/** So many schools of forty mentees and twenty mentors, ten to a municipality. */
function schools(count: number): Crowd {
	const next = random(count);
	const people = (many: number, shift: number) => {
		const organisation = Int32Array.from({ length: count * many }, (_, at) => Math.floor(at / many));
		return {
			person: organisation.map((_, at) => at + shift),
			organisation,
			municipality: organisation.map((at) => Math.floor(at / 10)),
			region: organisation.map((at) => Math.floor(at / 100)),
			subjects: organisation.map(() => 1 << Math.floor(next() * 14)),
			time: organisation.map(() => 1 << Math.floor(next() * 3)),
			experience: organisation.map(() => Math.floor(next() * 30))
		};
	};
	const mentors = people(20, count * 40);
	return {
		mentees: { ...people(40, 0), wants: new Int32Array(count * 40).fill(7) },
		mentors: {
			...mentors,
			strengths: mentors.person.map(() => 5),
			format: mentors.person.map(() => (next() < 0.1 ? 3 : 0))
		}
	};
}

test('twice the regions, twice the pairs looked at, and few of them in vain', () => {
	const looked = [100, 200, 400].map((count) => {
		const pairs = pairsOf(schools(count));
		const { score } = candidatesOfAll(pairs);
		expect(pairs.looked()).toBeLessThan(5 * score.length);
		return pairs.looked();
	});
	expect(looked[1]! / looked[0]!).toBeCloseTo(2, 0);
	expect(looked[2]! / looked[1]!).toBeCloseTo(2, 0);
});

test('points are what they are for: Анна of the same school, with the subject and half of what is wanted', () => {
	const one = (value: number) => Int32Array.of(value);
	const same = { organisation: one(5), municipality: one(2), region: one(1), subjects: one(4) };
	const crowd: Crowd = {
		mentees: { ...same, person: one(1), time: one(0b1111), experience: one(0), wants: one(0b11) },
		mentors: { ...same, person: one(2), time: one(0b0011), experience: one(20), strengths: one(0b10), format: one(0) }
	};
	expect(nearness(crowd, 0, 0)).toBe(inSchool);
	expect(pointsOf(crowd, usualWeights, 0, 0, inSchool)).toBe(225 + 200 + 150 + 50 + 100);
	expect(bitsOf(0x7fffffff)).toBe(31);
	expect(bitsOf(0)).toBe(0);
});
