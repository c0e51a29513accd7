import { type Draft, type DraftActivity, kept, sameWords } from '../draft';
import { candidates, shortName } from '../known-people';
import { differByASlip, nominative, withInitials } from '../names';
import type { RemarkKind } from '../understanding';
import { type Home, inRow, type Remark, remark, type Spot, spotsOnce } from './remark';

type Named = { text: string; spot: Spot; row: DraftActivity };

const peopleIn = (draft: Draft): Named[] =>
	kept(draft).flatMap((row) =>
		row.responsible
			.filter(({ kind }) => kind === 'person')
			.map(({ text }) => ({ text, spot: inRow(row, 'responsible'), row }))
	);

/** The same wording in several rows is one thing to say. */
const byWording = (named: readonly Named[]) => [...Map.groupBy(named, ({ text }) => sameWords(text)).values()];

type Wording = { written: string; named: string; spots: Spot[] };

const listed = (wordings: readonly Wording[]) => {
	const shown = wordings.slice(0, 3).map(({ written, named }) => `«${written}» → «${named}»`);
	return wordings.length > shown.length
		? `${shown.join(', ')} и ещё ${wordings.length - shown.length}`
		: shown.join(', ');
};

/** All wordings with one fault are mended together: in a plan they come in dozens. */
const wordingRemark = (kind: RemarkKind, sentence: string, wordings: readonly Wording[]): Remark[] =>
	wordings.length === 0
		? []
		: [
				remark(kind, wordings.map(({ written }) => written).join(' '), {
					sentence: `${sentence}: ${listed(wordings)}.`,
					spots: spotsOnce(wordings.flatMap(({ spots }) => spots)),
					mend: { act: 'replace', words: wordings.map(({ written, named }) => [written, named] as const) }
				})
			];

/** «Шишкину А,В»: initials with a slip; «Заместителю директора Заборских Д.В.»: copied out of an order, in the dative. */
export function wordingsOfPeople(draft: Draft): Remark[] {
	const wordings = byWording(peopleIn(draft)).map((group) => {
		const written = group[0]?.text ?? '';
		const tidied = withInitials(written);
		const named = nominative(tidied) ?? tidied;
		return { written, named, slip: tidied !== written, spots: group.map(({ spot }) => spot) };
	});
	const changed = wordings.filter(({ written, named }) => written !== named);
	return [
		...wordingRemark(
			'initials',
			'В инициалах описка',
			changed.filter(({ slip }) => slip)
		),
		...wordingRemark(
			'dative',
			'Исполнители записаны в дательном падеже, как в приказе',
			changed.filter(({ slip }) => !slip)
		)
	];
}

const name = /([А-ЯЁ][а-яё]{4,}(?:-[А-ЯЁ][а-яё]+)?)\s+([А-ЯЁ])\.\s?([А-ЯЁ])\./u;
const nameAfter = /([А-ЯЁ])\.\s?([А-ЯЁ])\.\s?([А-ЯЁ][а-яё]{4,}(?:-[А-ЯЁ][а-яё]+)?)/u;

/** Surname and initials of a wording; null when the words tell no initials. */
function surnameIn(text: string) {
	const [, surname, given, patronymic] = name.exec(text) ?? [];
	if (surname) return { surname, initials: `${given}${patronymic}` };
	const [, before, second, after] = nameAfter.exec(text) ?? [];
	return after ? { surname: after, initials: `${before}${second}` } : null;
}

/** So many of the same initials are a list of names, not a plan. */
const crowd = 100;

/** The same initials, surnames a slip apart. Two who both work here are two people. */
export function twoSpellings(draft: Draft, home?: Home): Remark[] {
	const known = new Set((home?.colleagues ?? []).map(({ familyName }) => sameWords(familyName)));
	const seen = new Map<string, { surname: string; initials: string; named: Named[] }>();
	for (const one of peopleIn(draft)) {
		const found = surnameIn(one.text);
		if (!found) continue;
		const key = `${sameWords(found.surname)} ${found.initials}`;
		const there = seen.get(key) ?? { ...found, named: [] };
		there.named.push(one);
		seen.set(key, there);
	}
	const pairs = [...Map.groupBy(seen.values(), ({ initials }) => initials).values()].flatMap((alike) =>
		alike.length > crowd
			? []
			: alike.flatMap((one, index) => alike.slice(index + 1).map((other) => [one, other] as const))
	);
	return pairs.flatMap(([one, other]) => {
		if (!differByASlip(one.surname, other.surname)) return [];
		const [here, there] = [known.has(sameWords(one.surname)), known.has(sameWords(other.surname))];
		if (here && there) return [];
		const right = here ? one : there ? other : one.named.length > other.named.length ? one : other;
		const wrong = right === one ? other : one;
		const sure = here || there || right.named.length > wrong.named.length;
		return [
			remark('two-spellings', [one.surname, other.surname].sort().join(' '), {
				sentence: `Фамилия написана по-разному: «${one.surname}» и «${other.surname}», инициалы одни.${here || there ? ` У вас работает ${right.surname}.` : ''}`,
				spots: spotsOnce((sure ? wrong.named : [...one.named, ...other.named]).map(({ spot }) => spot)),
				mend: sure ? { act: 'replace', words: [[wrong.surname, right.surname]] } : null
			})
		];
	});
}

/** «1 июля 2026 г.» */
const dayInWords = (day: string) =>
	new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** Somebody who works here no longer; when a namesake with these initials still does, nothing is said. */
export function whoHasLeft(draft: Draft, { colleagues, former }: Home): Remark[] {
	if (former.length === 0) return [];
	const gone = former.map((one) => ({ ...one, posts: [], roles: [] }));
	return byWording(peopleIn(draft)).flatMap((group) => {
		const text = group[0]?.text ?? '';
		const words = { text, kind: 'person' } as const;
		const [who, another] = candidates(words, gone);
		if (!who || another || candidates(words, colleagues).length > 0) return [];
		const leftOn = former.find(({ id }) => id === who.id)?.leftOn ?? '';
		return [
			remark('left', text, {
				sentence: `«${text}»: ${shortName(who)} не работает у вас с ${dayInWords(leftOn)} Назовите другого исполнителя.`,
				spots: spotsOnce(group.map(({ spot }) => spot)),
				mend: null
			})
		];
	});
}
