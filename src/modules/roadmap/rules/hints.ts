import type { CapabilityCode } from './capabilities';
import { type Draft, type DraftActivity, kept, sameWords } from './draft';
import { plural } from './plural';
import { inRow, type Remark, remark } from './remarks/remark';

/** What somebody corrected in an earlier plan of the organisation; `words` in one way of writing, `written` as it stood. */
export type Hint = { words: string; written: string } & (
	| { kind: 'person'; personId: string | null }
	| { kind: 'capability'; meaning: CapabilityCode }
	| { kind: 'deadline'; meaning: string }
	| { kind: 'removed' }
);

/** Longer words are a text of that one plan, nothing to be met again. */
const longest = 300;

/** As many as are read back; a plan that was corrected in more places teaches the first of them. */
export const mostHints = 1000;

/**
 * What the corrections of an accepted import teach: `read` is the draft as it was before anybody corrected it. Words with a
 * year in them are of that year alone, and who is who is asked of the words of the plan, whatever else a form has brought.
 */
export function hintsOf(read: Draft, accepted: Draft): Hint[] {
	const final = new Map(accepted.activities.map((row) => [row.key, row]));
	const ofRows = read.activities.flatMap((was): Hint[] => {
		const now = final.get(was.key);
		if (!now || now.pieces.join() !== was.pieces.join()) return []; // merged or split: other rows
		return [...ofRemoval(was, now), ...ofCapability(was, now), ...ofDeadline(was, now)];
	});
	const written = new Map(
		[...read.activities, ...accepted.activities].flatMap(({ responsible }) =>
			responsible.map(({ text }) => [sameWords(text), text] as const)
		)
	);
	const ofPeople = Object.entries(accepted.people).flatMap(([words, id]): Hint[] => {
		const named = written.get(words);
		return named ? [{ kind: 'person', words, written: named, personId: id || null }] : [];
	});
	const all = [...ofPeople, ...ofRows].filter(({ words }) => words !== '' && words.length <= longest);
	return [...new Map(all.map((hint) => [`${hint.kind} ${hint.words}`, hint])).values()].slice(0, mostHints);
}

const of = (text: string) => ({ words: sameWords(text), written: text });

const ofRemoval = (was: DraftActivity, now: DraftActivity): Hint[] =>
	now.removed ? [{ kind: 'removed', ...of(was.title) }] : [];

const ofCapability = (was: DraftActivity, now: DraftActivity): Hint[] =>
	!now.removed && now.capability !== null && now.capability !== was.capability
		? [{ kind: 'capability', ...of(was.title), meaning: now.capability }]
		: [];

const ofDeadline = ({ deadline: was }: DraftActivity, { removed, deadline: now }: DraftActivity): Hint[] =>
	!removed && was.text && now.text && was.text !== now.text && !/\d{4}/.test(`${was.text} ${now.text}`)
		? [{ kind: 'deadline', ...of(was.text), meaning: now.text }]
		: [];

/** «Как в прошлый раз»: what was corrected before is proposed again where the same words stand, one button for all of them. */
export function asBefore(draft: Draft, hints: readonly Hint[], nameOf: (code: CapabilityCode) => string): Remark[] {
	const rows = kept(draft);
	const rowsBy = (words: (row: DraftActivity) => string | null) =>
		Map.groupBy(rows, (row) => sameWords(words(row) ?? ''));
	const titled = rowsBy(({ title }) => title);
	const due = rowsBy(({ deadline }) => deadline.text);
	return hints.flatMap((hint): Remark[] => {
		if (hint.kind === 'removed') {
			const found = titled.get(hint.words) ?? [];
			return proposed(hint, found, 'title', `В прошлый раз строку «${hint.written}» вы убрали: она не мероприятие.`, {
				act: 'remove-rows',
				rows: found.map(({ key }) => key)
			});
		}
		if (hint.kind === 'capability') {
			const found = (titled.get(hint.words) ?? []).filter(({ capability }) => capability !== hint.meaning);
			const sentence = `В прошлый раз для «${hint.written}» вы выбрали «${nameOf(hint.meaning)}».`;
			return proposed(hint, found, 'title', sentence, {
				act: 'set-capability',
				rows: found.map(({ key }) => key),
				capability: hint.meaning
			});
		}
		if (hint.kind === 'deadline') {
			const found = due.get(hint.words) ?? [];
			const times = plural(found.length, ['раз', 'раза', 'раз']);
			const sentence = `Срок «${hint.written}» (здесь ${times}) в прошлый раз вы записали как «${hint.meaning}».`;
			const words = [...new Set(found.map(({ deadline }) => deadline.text ?? ''))];
			return proposed(hint, found, 'deadline', sentence, {
				act: 'replace',
				words: words.map((text) => [text, hint.meaning] as const)
			});
		}
		return [];
	});
}

const proposed = (
	{ kind, words }: Hint,
	rows: readonly DraftActivity[],
	field: 'title' | 'deadline',
	sentence: string,
	mend: Remark['mend']
): Remark[] =>
	rows.length === 0
		? []
		: [remark('as-before', `${kind} ${words}`, { sentence, spots: rows.map((row) => inRow(row, field)), mend })];

/** Whom these words meant last time: null when nobody of ours, undefined when nothing is remembered or they work here no longer. */
export function rememberedPerson<P extends { id: string }>(
	hints: readonly Hint[],
	words: string,
	colleagues: readonly P[]
): P | null | undefined {
	const hint = hints.find((one) => one.kind === 'person' && one.words === words);
	if (hint?.kind !== 'person') return undefined;
	return hint.personId === null ? null : colleagues.find(({ id }) => id === hint.personId);
}
