import { expect, test } from 'vitest';
import { organisationKinds } from '../../../../core/actor';
import { wordsOf } from '../../../organisations/rules/words';
import { obstaclesIn, remarksOn } from '../editing/checks';
import { brokenComparisons } from '../editing/comparing';
import { type Meaning, questionsOf } from '../questionnaire';
import { draftFrom, inWords, library, libraryByCode } from './library';

const titled = library.map(({ code, contents }) => [code, { title: code, ...contents }] as const);

test('every questionnaire of the library can be published as it is, in the words of every kind of organisation', () => {
	for (const kind of organisationKinds) {
		const words = wordsOf(kind);
		for (const one of library) {
			const draft = draftFrom(one, words);
			expect(obstaclesIn(draft), `${one.code}, ${kind}`).toEqual([]);
			expect(remarksOn(draft), `${one.code}, ${kind}`).toEqual([]);
			expect(JSON.stringify([draft, inWords(one, words)]).replaceAll(/"[^"]*":|[{}[\],]/g, ''), one.code).not.toMatch(
				/[{}]/
			);
			for (const { code } of questionsOf(draft)) expect(code).toMatch(/^[a-z][a-z0-9]{0,19}$/);
		}
	}
});

test('a kindergarten is asked in its own words', () => {
	const assessment = libraryByCode.get('assessment-of-mentee');
	const texts = questionsOf(assessment ? draftFrom(assessment, wordsOf('kindergarten')) : { sections: [] });
	expect(texts.map(({ text }) => text)).toEqual(
		expect.arrayContaining(['Планирование и проведение занятий', 'Работа с группой'])
	);
});

test('codes are unique, within a questionnaire and within the library; each is said to be somebody’s and of some source', () => {
	expect(new Set(library.map(({ code }) => code)).size).toBe(library.length);
	for (const { contents, ...one } of library) {
		const codes = questionsOf(contents).map(({ code }) => code);
		expect(new Set(codes).size, one.code).toBe(codes.length);
		for (const words of [one.name, one.whom, one.when, one.about, one.source]) expect(words).not.toBe('');
		expect(one.minutes).toBeLessThan(8);
	}
});

test('what is compared stands in the other stage on the same scale and is compared in the same way', () => {
	const staged = library.filter(({ stages }) => stages);
	expect(staged.length).toBeGreaterThan(10);
	for (const one of staged) {
		const other = libraryByCode.get(one.stages?.with ?? '');
		expect(other?.stages?.with, one.code).toBe(one.code);
		if (!other) continue;
		expect(brokenComparisons(other.contents, one.contents, 'другим этапом'), one.code).toEqual([]);
		const ofOther = new Map(questionsOf(other.contents).map(({ code, comparison }) => [code, comparison]));
		const compared = questionsOf(one.contents).filter(({ comparison }) => comparison);
		expect(compared.length, one.code).toBeGreaterThan(3);
		for (const { code, comparison } of compared) expect(ofOther.get(code), `${one.code} ${code}`).toBe(comparison);
	}
	for (const one of library.filter(({ stages }) => !stages))
		expect(
			questionsOf(one.contents).filter(({ comparison }) => comparison),
			one.code
		).toEqual([]);
});

test('expectation and fact are never called growth: domain.md 8.5', () => {
	const comparisons = (code: string) =>
		Object.fromEntries(
			questionsOf(libraryByCode.get(code)?.contents ?? { sections: [] }).flatMap((question) =>
				question.comparison ? [[question.code, question.comparison]] : []
			)
		);
	expect(comparisons('mentee-after')).toEqual({
		...Object.fromEntries(
			['effect', 'comfort', 'organising', 'adaptation', 'skills', 'theory', 'practice', 'programme', 'frequency'].map(
				(code) => [code, 'expectation']
			)
		),
		support: 'beside', // importance first, fact later
		together: 'beside',
		glad: 'beside'
	});
	const growth = titled.filter(([, { sections }]) => questionsOf({ sections }).some((q) => q.comparison === 'growth'));
	expect(growth.map(([code]) => code)).toEqual([
		'deficits-self',
		'deficits-mentor',
		'deficits-observer',
		'assessment-of-mentee',
		'assessment-of-mentor',
		'pair-mentee',
		'pair-mentor'
	]);
});

test('three pairs of eyes look at the same lines', () => {
	const eyes = ['deficits-self', 'deficits-mentor', 'deficits-observer'];
	const [self, ...others] = eyes.map((code) => libraryByCode.get(code)?.contents ?? { sections: [] });
	for (const other of others) expect(brokenComparisons(other, self ?? { sections: [] }, 'взглядом самого')).toEqual([]);
});

test('other rooms find what they take: requests, deficits, competences, time and the rest; satisfaction by П5 and П6', () => {
	const used = new Set(
		library.flatMap(({ contents }) => questionsOf(contents).flatMap(({ meaning }) => meaning ?? []))
	);
	const needed: Meaning[] = [
		'request',
		'deficit',
		'priority',
		'competence',
		'achievement',
		'capacity',
		'format',
		'free-time',
		'wish',
		'wants-to-mentor',
		'wants-a-mentor',
		'preference',
		'satisfaction',
		'wellbeing',
		'ready'
	];
	expect([...used].toSorted()).toEqual(needed.toSorted());
	const satisfied = (code: string) =>
		questionsOf(libraryByCode.get(code)?.contents ?? { sections: [] })
			.filter(({ meaning }) => meaning === 'satisfaction')
			.map((question) => question.code);
	expect(satisfied('mentee-after')).toEqual(['effect', 'comfort', 'together', 'met']);
	expect(satisfied('mentor-after')).toEqual(['effect', 'comfort', 'together', 'met']);
});
