import { capabilities } from '../capabilities';
import { removeRows, removeStage, setCapability } from '../corrections';
import { type Draft, type DraftActivity, type RowDoubt, sameWords } from '../draft';
import { plural } from '../plural';
import type { Deadline, Responsible } from '../understanding';
import type { Remark, Spot } from './remark';

type Pairs = readonly (readonly [written: string, meant: string])[];
export type ReadAnew = (text: string) => { deadline: Deadline; why: string | null };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whole words only: «техникум» is not looked for inside «техникума». */
const whole = (words: string) =>
	new RegExp(
		`${/^[\p{L}\d]/u.test(words) ? '(?<![\\p{L}\\d])' : ''}${escaped(words)}${/[\p{L}\d]$/u.test(words) ? '(?![\\p{L}\\d])' : ''}`,
		'gu'
	);

const replaced = (text: string, pairs: Pairs) =>
	pairs.reduce((now, [written, meant]) => now.replace(whole(written), () => meant), text);

/** Does what the remark proposes, in all its places. Deadlines are understood anew from their new words. */
export function mended(draft: Draft, { spots, mend }: Remark, version: number, readAnew: ReadAnew): Draft {
	if (mend?.act === 'remove-rows') return removeRows(draft, mend.rows, version);
	if (mend?.act === 'remove-stage') return removeStage(draft, mend.stage, version);
	if (mend?.act === 'set-capability') return setCapability(draft, mend.rows, mend.capability, version);
	if (!mend) return draft;
	const pairs = mend.words;
	const inRows = new Map<string, Set<string>>();
	for (const spot of spots)
		if (spot.at === 'row') inRows.set(spot.key, (inRows.get(spot.key) ?? new Set()).add(spot.field));
	return {
		...withHeading(draft, spots, pairs, version),
		stages: draft.stages.map((stage) => {
			const there = spots.some((spot) => spot.at === 'stage' && spot.key === stage.key);
			if (!there) return stage;
			return {
				...stage,
				title: replaced(stage.title, pairs),
				goal: stage.goal && replaced(stage.goal, pairs),
				changed: version
			};
		}),
		activities: draft.activities.map((row) => {
			const fields = inRows.get(row.key);
			return fields ? { ...mendedRow(row, fields, pairs, readAnew), changed: version } : row;
		}),
		people: renamedPeople(draft.people, pairs)
	};
}

function withHeading(draft: Draft, spots: readonly Spot[], pairs: Pairs, version: number): Draft {
	if (!spots.some(({ at }) => at === 'heading')) return draft;
	const of = (text: string | null) => text && replaced(text, pairs);
	return {
		...draft,
		title: of(draft.title),
		goal: of(draft.goal),
		organisation: of(draft.organisation),
		headingChanged: version
	};
}

function mendedRow(row: DraftActivity, fields: ReadonlySet<string>, pairs: Pairs, readAnew: ReadAnew): DraftActivity {
	const words = (text: string) => replaced(text, pairs);
	return {
		...row,
		...(fields.has('title') && { title: words(row.title), lead: row.lead && words(row.lead) }),
		...(fields.has('results') && {
			results: row.results.map(words),
			resultText: row.resultText && words(row.resultText)
		}),
		...(fields.has('responsible') && withPeople(row, words)),
		...(fields.has('deadline') && row.deadline.text && withDeadline(row, words(row.deadline.text), readAnew))
	};
}

function withPeople({ responsible }: DraftActivity, words: (text: string) => string) {
	const renamed = responsible.map((one): Responsible => ({ ...one, text: words(one.text) }));
	const once = renamed.filter(
		({ text }, index) => renamed.findIndex((other) => sameWords(other.text) === sameWords(text)) === index
	);
	return { responsible: once, responsibleText: once.map(({ text }) => text).join(', ') };
}

function withDeadline({ doubts }: DraftActivity, text: string, readAnew: ReadAnew) {
	const { deadline, why } = readAnew(text);
	const others = doubts.filter(({ field }) => field !== 'deadline');
	const doubt: RowDoubt[] = why ? [{ field: 'deadline', why }] : [];
	return { deadline, doubts: [...others, ...doubt] };
}

/** Who somebody is stays known under the mended words. */
const renamedPeople = (people: Draft['people'], pairs: Pairs) => ({
	...people,
	...Object.fromEntries(
		pairs.flatMap(([written, meant]) => {
			const who = people[sameWords(written)];
			return who === undefined ? [] : [[sameWords(meant), who]];
		})
	)
});

const placesOf = (remark: Remark) => new Set(remark.spots.map((spot) => ('key' in spot ? spot.key : spot.at))).size;

/** «Исправлено в 3 местах: «техникуме» → «гимназии».» */
export function mendInWords(remark: Remark): string {
	const { mend } = remark;
	if (mend?.act === 'set-capability') return `Теперь выполняется через «${capabilities[mend.capability].name}».`;
	if (mend?.act === 'remove-rows')
		return `${remark.kind === 'repeated' ? 'Повтор убран' : 'Убрано'}: ${plural(mend.rows.length, ['строка', 'строки', 'строк'])}.`;
	if (mend?.act === 'remove-stage') return 'Пустой этап убран.';
	const [written, meant] = mend?.words[0] ?? [];
	const count = placesOf(remark);
	const where = count > 1 ? ` в ${plural(count, ['месте', 'местах', 'местах'])}` : '';
	return `Исправлено${where}: «${written}» → «${meant}»${(mend?.words.length ?? 0) > 1 ? ' и другие' : ''}.`;
}
