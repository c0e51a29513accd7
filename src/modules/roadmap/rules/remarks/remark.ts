import type { CapabilityCode } from '../capabilities';
import { type Draft, type DraftActivity, kept, sameWords } from '../draft';
import type { Hint } from '../hints';
import type { Colleague } from '../known-people';
import type { Self } from '../ourselves';
import { plural } from '../plural';
import type { RemarkField, RemarkKind } from '../understanding';

/** Where the words of a remark stand in the draft. */
export type Spot =
	| { at: 'row'; key: string; field: RemarkField }
	| { at: 'stage'; key: string; field: 'title' | 'goal' }
	| { at: 'heading'; field: 'title' | 'goal' | 'organisation' | 'document' };

/** What one button can do about it: in all the spots other words for these, or rows and stages away. */
export type Mend =
	| { act: 'replace'; words: readonly (readonly [written: string, meant: string])[] }
	| { act: 'remove-rows'; rows: readonly string[] }
	| { act: 'set-capability'; rows: readonly string[]; capability: CapabilityCode }
	| { act: 'remove-stage'; stage: string };

/** What a careful colleague says before the plan is signed. `id` stays the same while the words stay. */
export type Remark = { id: string; kind: RemarkKind; sentence: string; spots: readonly Spot[]; mend: Mend | null };

/** Whom and what the organisation knows of itself; the reader of files knows nothing of it. */
export type Home = {
	self: Self;
	colleagues: readonly Colleague[];
	former: readonly Former[];
	/** What was corrected in earlier plans. */
	hints: readonly Hint[];
};

/** Somebody who worked here and left; the day is the first one without them. */
export type Former = Pick<Colleague, 'id' | 'familyName' | 'givenName' | 'patronymic'> & { leftOn: string };

export const remark = (kind: RemarkKind, about: string, rest: Omit<Remark, 'id' | 'kind'>): Remark => ({
	id: `${kind}: ${sameWords(about).slice(0, 150)}`,
	kind,
	...rest
});

/** Said for the reader to know, with nothing to be mended: a term on a Sunday or a holiday. */
export const isOnlyNoted = ({ kind }: Pick<Remark, 'kind'>) => kind === 'day-off';

export const inRow = ({ key }: DraftActivity, field: RemarkField): Spot => ({ at: 'row', key, field });

export type Words = { text: string; spot: Spot };

/** The words of the rows that are kept, field by field. */
const wordsOfRows = (draft: Draft): Words[] =>
	kept(draft).flatMap((row) =>
		[
			{ text: row.title, spot: inRow(row, 'title') },
			{ text: row.lead, spot: inRow(row, 'title') },
			{ text: row.deadline.text, spot: inRow(row, 'deadline') },
			...row.responsible.map(({ text }) => ({ text, spot: inRow(row, 'responsible') })),
			...row.results.map((text) => ({ text, spot: inRow(row, 'results') }))
		].filter((one): one is Words => one.text !== null)
	);

const wordsOfStages = ({ stages }: Draft): Words[] =>
	stages.flatMap(({ key, title, goal }) => [
		{ text: title, spot: { at: 'stage', key, field: 'title' } as const },
		...(goal ? [{ text: goal, spot: { at: 'stage', key, field: 'goal' } as const }] : [])
	]);

const wordsOfHeading = ({ title, goal }: Draft): Words[] => [
	...(title ? [{ text: title, spot: { at: 'heading', field: 'title' } as const }] : []),
	...(goal ? [{ text: goal, spot: { at: 'heading', field: 'goal' } as const }] : [])
];

/** A draft is never changed but replaced, so what was gathered of it once serves every check. */
const gathered = new WeakMap<Draft, readonly Words[]>();

/** Everything of the draft that will be in the plan. */
export function wordsOf(draft: Draft): readonly Words[] {
	const words = gathered.get(draft) ?? [...wordsOfHeading(draft), ...wordsOfStages(draft), ...wordsOfRows(draft)];
	gathered.set(draft, words);
	return words;
}

/** Each spot once: two words of one cell are one place to look at. */
export const spotsOnce = (spots: readonly Spot[]): Spot[] => [
	...new Map(spots.map((spot) => [JSON.stringify(spot), spot])).values()
];

/** With the case of the first letter that the written word has. */
export const withCaseOf = (written: string, word: string) =>
	written === written.toLocaleUpperCase('ru') && written.length > 3
		? word.toLocaleUpperCase('ru')
		: written[0] === written[0]?.toLocaleUpperCase('ru')
			? `${word[0]?.toLocaleUpperCase('ru')}${word.slice(1)}`
			: word;

export const times = (count: number) => plural(count, ['раз', 'раза', 'раз']);
