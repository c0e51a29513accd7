import { showDate } from '../../../../core/dates';
import { spansIn } from '../../rules/checker/days';
import { around, type Finding, type PaperHome, type Piece } from '../../rules/checker/paper';
import { sexOf } from '../../rules/sex';
import type { Case } from '../grammar/cases';
import { fullNameIn, shortNameIn } from '../grammar/person';
import { indexOf, type Mention, mentionsIn } from './names';

/** What stands right before a name says in which case it must be. */
const governed: readonly [RegExp, readonly Case[]][] = [
	[/(?:назначить|наградить|поощрить|премировать|освободить|возложить на)\s$/iu, ['accusative', 'dative', 'genitive']],
	[/(?:в отношении|от имени)\s$/iu, ['genitive']],
	[/(?:поручить|вручить|предоставить|куратору|наставнику|наставляемому)\s$/iu, ['dative']],
	[/(?:закрепить за|вместе с|совместно с|в паре с)\s$/iu, ['instrumental']]
];
const caseWords: Record<Case, string> = {
	nominative: 'именительный',
	genitive: 'родительный',
	dative: 'дательный',
	accusative: 'винительный',
	instrumental: 'творительный',
	prepositional: 'предложный'
};

/** Words that a woman and a man have apart. */
const bySex: readonly [male: RegExp, female: RegExp, forMale: string, forFemale: string][] = [
	[/(?<![а-яё])ознакомлен(?![а-яё(])/iu, /(?<![а-яё])ознакомлена(?![а-яё])/iu, 'ознакомлен', 'ознакомлена'],
	[/(?<![а-яё])согласен(?![а-яё(])/iu, /(?<![а-яё])согласна(?![а-яё])/iu, 'согласен', 'согласна'],
	[
		/(?<![а-яё])действующего(?=\s+на основании)/iu,
		/(?<![а-яё])действующей(?=\s+на основании)/iu,
		'действующего',
		'действующей'
	]
];
/** How far behind a name a word may stand and still be about it. */
const near = 60;

/** People as the organisation knows them: gone, in a wrong case, of the other sex; terms outside a pair's own. */
export function peopleIn(pieces: readonly Piece[], home: PaperHome, on: string): Finding[] {
	const index = indexOf(home.people);
	const named = pieces.map((piece) => ({ piece, mentions: mentionsIn(piece.text, index) }));
	return [
		...named.flatMap(({ piece, mentions }) => [
			...gone(piece, mentions, on),
			...cases(piece, mentions),
			...sexes(piece, mentions)
		]),
		...terms(named, home)
	];
}

/** Each place once: two people of one surname are two mentions there. */
const byPlace = (mentions: readonly Mention[]) => [...Map.groupBy(mentions, ({ index }) => index).values()];

function gone({ place, text }: Piece, mentions: readonly Mention[], on: string): Finding[] {
	return byPlace(mentions).flatMap((group) => {
		const days = group.map(({ person }) => person.leftOn);
		if (days.some((day) => day === null || day > on)) return [];
		const [first] = group;
		if (!first) return [];
		const reason = `${shortNameIn(first.person, 'nominative')} не работает у вас с ${showDate(days[0] ?? '')}.`;
		return [{ kind: 'left', place, written: around(text, first.index, first.written.length), reason, mend: null }];
	});
}

function cases({ place, text }: Piece, mentions: readonly Mention[]): Finding[] {
	return byPlace(mentions).flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const wanted = governed.find(([words]) => words.test(text.slice(Math.max(0, first.index - 40), first.index)))?.[1];
		const right = ({ cases: possible }: Mention) =>
			possible.length > 0 && (!wanted || possible.some((one) => wanted.includes(one)));
		if (group.some(right)) return [];
		const name: Case = wanted?.[0] ?? first.meant;
		const mend = (
			first.full || first.person.patronymic === '' ? fullNameIn : first.written.includes('.') ? shortNameIn : fullNameIn
		)(first.person, name);
		const reason =
			first.cases.length === 0
				? 'Части имени стоят в разных падежах.'
				: `Имя не в том падеже: здесь нужен ${caseWords[name]}.`;
		return [{ kind: 'case', place, written: around(text, first.index, first.written.length, 12), reason, mend }];
	});
}

function sexes({ place, text }: Piece, mentions: readonly Mention[]): Finding[] {
	const people = new Map(mentions.map((one) => [one.person.id, one]));
	const [only] = people.values();
	if (people.size !== 1 || !only) return [];
	const sex = sexOf(only.person);
	if (!sex) return [];
	const from = only.index + only.written.length;
	const after = text.slice(from, from + near);
	return bySex.flatMap(([male, female, forMale, forFemale]) => {
		const found = (sex === 'female' ? male : female).exec(after);
		if (!found) return [];
		const mend = sex === 'female' ? forFemale : forMale;
		const reason = `О человеке сказано «${found[0]}», а ${shortNameIn(only.person, 'nominative')} – ${sex === 'female' ? 'женщина' : 'мужчина'}.`;
		return [{ kind: 'sex' as const, place, written: around(text, from + found.index, found[0].length), reason, mend }];
	});
}

/** A row or a paragraph that names both of a pair, with a term that is not theirs. */
function terms(named: readonly { piece: Piece; mentions: readonly Mention[] }[], { pairs }: PaperHome): Finding[] {
	const rows = Map.groupBy(named, ({ piece }) => piece.row ?? piece.place);
	return [...rows.values()].flatMap((row) => {
		const people = new Set(row.flatMap(({ mentions }) => mentions.map(({ person }) => person.id)));
		const theirs = pairs.filter(({ mentor, mentee }) => people.has(mentor) && people.has(mentee));
		if (theirs.length === 0) return [];
		return row.flatMap(({ piece }) =>
			spansIn(piece.text)
				.filter(({ from, to }) => from <= to && theirs.every((pair) => from < pair.from || to > pair.to))
				.map(({ index, words }) => ({
					kind: 'period' as const,
					place: piece.place,
					written: around(piece.text, index, words.length, 0),
					reason: `Срок выходит за срок пары: у неё с ${showDate(theirs[0]?.from ?? '')} по ${showDate(theirs[0]?.to ?? '')}.`,
					mend: `с ${showDate(theirs[0]?.from ?? '')} по ${showDate(theirs[0]?.to ?? '')}`
				}))
		);
	});
}
