import type { Draft } from '../draft';
import { type Remark, remark, spotsOnce, times, withCaseOf, wordsOf } from './remark';

type Case = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';
type Forms = readonly [Case, string][];

const forms = (list: string): Forms => {
	const cases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;
	return list.split(' ').map((form, index) => [cases[index] ?? 'nominative', form.replace('_', ' ')] as const) as Forms;
};

type Kind = { name: string; feminine?: boolean; forms: Forms };

/** How plans name kinds of organisations, declined: nominative, genitive, dative, accusative, instrumental, prepositional. */
const kinds: readonly Kind[] = [
	{ name: 'школа', feminine: true, forms: forms('школа школы школе школу школой школе') },
	{ name: 'гимназия', feminine: true, forms: forms('гимназия гимназии гимназии гимназию гимназией гимназии') },
	{ name: 'лицей', forms: forms('лицей лицея лицею лицей лицеем лицее') },
	{ name: 'техникум', forms: forms('техникум техникума техникуму техникум техникумом техникуме') },
	{ name: 'колледж', forms: forms('колледж колледжа колледжу колледж колледжем колледже') },
	{
		name: 'детский сад',
		forms: forms('детский_сад детского_сада детскому_саду детский_сад детским_садом детском_саду')
	},
	{ name: 'училище', forms: forms('училище училища училищу училище училищем училище') },
	{ name: 'интернат', forms: forms('интернат интерната интернату интернат интернатом интернате') }
];

const letter = 'а-яёa-z';
const anyForm = ({ forms: list }: Kind) => [...new Set(list.map(([, form]) => form.replace(' ', '\\s+')))];
const wordOf = (kind: Kind) =>
	new RegExp(`(?<![${letter}-])(?:${anyForm(kind).join('|')})(?![${letter}])(?!\\s*(?:№|«|"))`, 'giu');

const named = new Map(
	kinds.map((kind) => [kind, new RegExp(`(?<![${letter}])(?:${anyForm(kind).join('|')})(?![${letter}])`, 'iu')])
);

/** «СОШ», «ДОУ» tell the kind as well as the whole word does. */
const abbreviations: readonly [RegExp, string][] = [
	[/(?<![А-ЯЁа-яё])(?:СОШ|ООШ|НОШ)(?![а-яё])/u, 'школа'],
	[/(?<![А-ЯЁа-яё])М?[БАК]?ДОУ(?![а-яё])/u, 'детский сад']
];

/** Whose plan it is, told by its heading; several kinds together («школа – детский сад») tell nothing. */
function ownKind({ organisation, title }: Draft): Kind | null {
	const heading = `${organisation ?? ''} ${title ?? ''}`;
	const own = kinds.filter(
		(kind) =>
			named.get(kind)?.test(heading) || abbreviations.some(([word, name]) => name === kind.name && word.test(heading))
	);
	return own.length === 1 ? (own[0] ?? null) : null;
}

/**
 * Words between which another kind of organisation is meant to stand: partners, where graduates go, a school that begins
 * a name of its own («школа молодого педагога»). A place with one of them near is no slip.
 */
const meant =
	/партн[её]р|сетев|сотрудничеств|соглашени|взаимодейств|совместн|обмен|выпускник|поступлен|студент|професси|преемственн|детск\S+ сад\S* и|экскурси|города|района|округа|област|баз[аеуы]\s|другой|других|соседн/iu;

/**
 * «техникум» in a gymnasium's plan is left over from somebody's sample. A school is spoken of in any plan («школа молодого
 * педагога», «школы района»), so that word is never a slip.
 */
export function foreignKinds(draft: Draft): Remark[] {
	const own = ownKind(draft);
	if (!own) return [];
	const bySlip = Map.groupBy(slipsOf(wordsOf(draft), own), ({ kind }) => kind);
	return [...bySlip].map(([kind, found]) => {
		const mended = found.flatMap(({ written, by }) => (by ? ([[written, by]] as const) : []));
		const [, by] = mended[0] ?? [];
		return remark('foreign-kind', kind.name, {
			sentence: `В тексте ${times(found.length)} стоит «${found[0]?.written}», а организация другая: похоже, слово осталось от образца.${by ? ` Наверное, «${by}».` : ''}`,
			spots: spotsOnce(found.map(({ spot }) => spot)),
			mend: mended.length > 0 ? { act: 'replace', words: [...new Map(mended)] } : null
		});
	});
}

/** Words of other kinds of organisations, each with the own word in its case where that can be told. */
const slipsOf = <W extends { text: string }>(words: readonly W[], own: Kind) => {
	const suspicious = words.filter(({ text }) => anyKind.test(text) && !meant.test(text));
	return kinds
		.filter((kind) => kind !== own && kind.name !== 'школа')
		.flatMap((kind) =>
			suspicious
				.flatMap((one) => slipsIn(one, kind))
				.map((slip) => ({ ...slip, kind, by: inTheSameCase(slip.written, { ...slip, kind, own }) }))
		);
};

export type KindName = 'школа' | 'гимназия' | 'лицей' | 'колледж' | 'детский сад' | 'интернат';

/** The same of any text whose organisation is known; what stands in its own names («школа-интернат») is no slip. */
export function foreignKindsIn<W extends { text: string }>(words: readonly W[], name: KindName, names: string) {
	const own = kinds.find((kind) => kind.name === name);
	return own ? slipsOf(words, own).filter(({ kind }) => !named.get(kind)?.test(names)) : [];
}

const slipsIn = <W extends { text: string }>(words: W, kind: Kind) =>
	[...words.text.matchAll(wordOf(kind))].map(({ 0: written, index }) => ({ ...words, written, index }));

/** A quick first look: most words of a plan name no kind at all. */
const anyKind = /гимнази|лице|техникум|колледж|сад|училищ|интернат/iu;

const prepositions: readonly [RegExp, Case][] = [
	[/(?:^|\s)(?:в|на|о|об|при)$/iu, 'prepositional'],
	[/(?:^|\s)(?:с|со|между)$/iu, 'instrumental'],
	[/(?:^|\s)(?:из|от|для|до|у|без)$/iu, 'genitive'],
	[/(?:^|\s)(?:к|ко|по)$/iu, 'dative'],
	[/(?:^|\s)(?:через|про)$/iu, 'accusative']
];
const agreeing = /(?:^|\s)(?!имен)[а-яё]+(?:ого|его|ому|ему|ый|ий|ым|им|ом|ем|ую|юю|ая|яя)$/iu;

type About = { text: string; index: number; kind: Kind; own: Kind };

/**
 * The own word in the case of the written one. Null where an adjective before it would have to change as well («нашего
 * техникума»), or where the case cannot be told.
 */
function inTheSameCase(written: string, { text, index, kind, own }: About): string | null {
	const before = text.slice(0, index).trimEnd();
	if (Boolean(kind.feminine) !== Boolean(own.feminine) && agreeing.test(before)) return null;
	const word = written.toLocaleLowerCase('ru').replace(/\s+/g, ' ');
	const possible = kind.forms.filter(([, form]) => form === word).map(([name]) => name);
	const hinted = prepositions.find(([words]) => words.test(before))?.[1];
	const inCase =
		possible.length > 1 && hinted && possible.includes(hinted)
			? hinted
			: possible.includes('genitive') && before !== ''
				? 'genitive'
				: possible[0];
	const form = own.forms.find(([name]) => name === inCase)?.[1];
	return form ? withCaseOf(written, form) : null;
}
