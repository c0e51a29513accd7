import { showDate } from '../../../../core/dates';
import { fullName } from '../../../../core/names';
import { likelyAmong } from '../../../people/rules/likeness';
import { nameKey } from '../../../people/rules/names';
import { type Difference, differencesOf, type Known } from '../../../people/rules/staff-import/matching';
import type { Told } from '../../../people/rules/staff-import/rows';
import type { RegisterLine } from '../line';
import type { Register } from '../registers';
import type { TopicNames } from '../topics';
import { type Change, changesOf, firstDayOf, problemsOf } from './changes';
import { type ForeignDraft, headingsOf } from './columns';
import { type ForeignRow, readForeignRow } from './reading';

/** Somebody of the staff, as a file of a register is compared with. */
export type Candidate<P extends Known> = { person: P; because: string };
type Base = { number: number; name: string };
type Understood<P extends Known> = Base & {
	row: ForeignRow;
	told: Told;
	because: string;
	remarks: string[];
	changes: Change[]; // in the register
	differences: Difference[]; // in the card
	person?: P;
	line?: RegisterLine;
	/** The first day in the register; null: asked once for all, or is there already. */
	enters: { from: string | null; basis: string } | null;
};
export type ForeignFate<P extends Known = Known> =
	| (Understood<P> & { state: 'new' })
	| (Understood<P> & { state: 'entered'; person: P })
	| (Understood<P> & { state: 'changed'; person: P; line: RegisterLine })
	| (Understood<P> & { state: 'same'; person: P; line: RegisterLine })
	| (Base & { state: 'doubtful'; told: Told; candidates: Candidate<P>[]; why: string })
	| (Base & { state: 'error'; problems: string[] })
	| (Base & { state: 'ignored'; why: string });
export type ForeignState = ForeignFate['state'];

export const foreignStates: Record<ForeignState, string> = {
	new: 'новый человек',
	entered: 'войдёт в банк',
	changed: 'изменится',
	same: 'без изменений',
	doubtful: 'кто это?',
	error: 'ошибка',
	ignored: 'пропущено'
};

export type Beside<P extends Known> = {
	register: Register;
	people: readonly P[]; // the whole staff
	lines: readonly RegisterLine[]; // everybody who is or was in the register
	names: TopicNames;
	today: string;
	/** Why this person may not enter (a strict school, no consent); undefined when they may. */
	hindrance: (person: P | undefined) => string | undefined;
};

/** Every row of a foreign table beside the staff and the register. */
export function foreignFates<P extends Known>(draft: ForeignDraft, beside: Beside<P>): ForeignFate<P>[] {
	const taken = new Map<string, number>();
	return draft.grid.slice(draft.header + 1).map((cells, at): ForeignFate<P> => {
		const number = draft.header + at + 2;
		const row = readForeignRow(cells, draft.columns, number, beside);
		const { list } = row;
		if (list.is === 'ignored') return { state: 'ignored', number, name: list.text, why: list.why };
		if (list.is === 'broken') return { state: 'error', number, name: list.name, problems: list.problems };
		const name = fullName(list.told);
		const decision = draft.decisions[number] ?? '';
		if (decision === 'skip') return { state: 'ignored', number, name, why: 'решено не загружать' };
		const problems = [...list.problems, ...row.problems];
		if (problems.length > 0) return { state: 'error', number, name, problems };

		const found = whoIs(row, list.told, decision, beside.people);
		if ('candidates' in found) return { state: 'doubtful', number, name, told: list.told, ...found };
		const key = found.person?.id ?? `new ${nameKey(list.told)}`;
		const before = taken.get(key);
		if (before)
			return {
				state: 'error',
				number,
				name,
				problems: [`Этот человек уже есть в строке ${before}. Оставьте одну строку.`]
			};
		taken.set(key, number);
		return fateOf({ number, name, row, told: list.told, ...found }, beside);
	});
}

type Found<P extends Known> = { person?: P; because: string } | { candidates: Candidate<P>[]; why: string };

/** By the decision of the curator, by the same name, by a likeness that only a person may confirm. */
function whoIs<P extends Known>(
	{ birthYear }: ForeignRow,
	told: Told,
	decision: string,
	people: readonly P[]
): Found<P> {
	const chosen = people.find(({ id }) => id === decision);
	if (chosen) return { person: chosen, because: 'так решили вы' };
	const year = birthYear ?? (told.bornOn ? Number(told.bornOn.slice(0, 4)) : null);
	const fits = ({ bornOn }: P) => !year || !bornOn || Number(bornOn.slice(0, 4)) === year;
	const namesakes = people.filter((person) => nameKey(person) === nameKey(told) && fits(person));
	if (decision !== 'new' && namesakes.length === 1) {
		const [person] = namesakes as [P];
		const same = year && person.bornOn ? 'то же имя и год рождения' : 'то же имя';
		return { person, because: same };
	}
	const likened = { ...told, birthYear: year, posts: told.post ? [told.post] : [], subjects: told.subjects ?? [] };
	const candidates = likelyAmong(likened, people).map(({ person, like }) => ({
		person,
		because: like.reasons.join(', ')
	}));
	if (decision !== 'new' && namesakes.length > 1)
		return { candidates, why: 'В списке несколько человек с таким именем' };
	const initials = /^\p{L}\.?$/u.test(told.givenName);
	if (decision !== 'new' && candidates.length > 0) return { candidates, why: 'Похож на того, кто уже есть в списке' };
	if (initials) return { candidates, why: 'Вместо имени инициалы, и никто в списке не подходит' };
	return { because: decision === 'new' ? 'так решили вы' : 'такого имени в списке нет' };
}

function fateOf<P extends Known>(
	about: Base & { row: ForeignRow; told: Told; person?: P; because: string },
	{ register, lines, names, today, hindrance }: Beside<P>
): ForeignFate<P> {
	const { number, name, row, told, person } = about;
	const error = (...problems: string[]): ForeignFate<P> => ({ state: 'error', number, name, problems });
	if (person && !person.here)
		return error('Этот человек у вас больше не работает. Примите его снова или не загружайте строку.');
	const line = person && lines.find(({ personId }) => personId === person.id);
	const isIn = line !== undefined && (!line.entry.to || line.entry.to >= today);
	const from = row.since ?? firstDayOf(row);
	if (!isIn) {
		const why = hindrance(person);
		if (why) return error(why);
		if (line?.entry.to && from && from <= line.entry.to)
			return error(`Был в банке по ${showDate(line.entry.to)}: войти снова можно с более позднего дня`);
	}
	const wrong = problemsOf(row, isIn ? line.entry.from : from, today);
	if (wrong.length > 0) return error(...wrong);

	const told1 = person ? cardDifferences(told, person, today) : { differences: [], remarks: [] };
	const understood: Understood<P> = {
		number,
		name,
		row,
		told,
		because: about.because,
		remarks: [...row.remarks, ...told1.remarks, ...dayRemark(row.since, isIn ? line : undefined)],
		changes: changesOf(row, isIn ? line : undefined, { register, names }),
		differences: told1.differences,
		enters: isIn ? null : { from, basis: row.basis },
		...(person && { person }),
		...(isIn && { line })
	};
	if (!person) return { ...understood, state: 'new' };
	if (!isIn) return { ...understood, state: 'entered', person };
	const changed = understood.changes.length + understood.differences.length > 0;
	return { ...understood, state: changed ? 'changed' : 'same', person, line };
}

const dayRemark = (since: string | null, line: RegisterLine | undefined) =>
	since && line && since !== line.entry.from
		? [`День внесения у нас ${showDate(line.entry.from)}, в файле ${showDate(since)}: оставлен наш`]
		: [];

/** What a register's file may change in a card: contacts, subjects, tenure. The post and work are told by the staff list. */
function cardDifferences(told: Told, person: Known, today: string) {
	const all = differencesOf(told, person, today);
	const takes = ['email', 'phone', 'subjects', 'teachingSince'];
	const post = all.find(({ field }) => field === 'post');
	return {
		differences: all.filter(({ field }) => takes.includes(field)),
		remarks: post ? [`Должность у нас «${post.from}», в файле «${post.to}»: оставлена наша`] : []
	};
}

export const countStates = (fates: readonly ForeignFate[]): Record<ForeignState, number> => {
	const counts = { new: 0, entered: 0, changed: 0, same: 0, doubtful: 0, error: 0, ignored: 0 };
	for (const { state } of fates) counts[state] += 1;
	return counts;
};

/** The fates in a word, so that what is accepted is what was seen. */
export const sumOfFates = (fates: readonly ForeignFate[]) =>
	Object.entries(countStates(fates))
		.map(([state, count]) => `${state}:${count}`)
		.join(' ');

/** Who enters without a day of their own. */
export const undated = (fates: readonly ForeignFate[]) =>
	fates.filter((fate) => 'enters' in fate && fate.enters && !fate.enters.from).length;

/** One row as a form shows it: the columns that are loaded, in the order of the file. */
export const rowFields = (draft: ForeignDraft, number: number) =>
	headingsOf(draft).flatMap((heading, at) =>
		draft.columns[at] ? [{ at, field: draft.columns[at], heading, value: draft.grid[number - 1]?.[at] ?? '' }] : []
	);
