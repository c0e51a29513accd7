import type { Facts } from './people';
import type { RunInputs } from './problem';
import { canonical } from './stored';

/** What has become otherwise since a run was made; `people`: about whom. */
export type Change = { what: string; people: readonly string[] };

type Side = 'mentees' | 'mentors';
const sides: Readonly<Record<Side, { came: string; left: string }>> = {
	mentees: { came: 'стали наставляемыми', left: 'больше не среди наставляемых' },
	mentors: { came: 'стали наставниками', left: 'больше не среди наставников' }
};

/** Groups of fields that people speak of as one thing. Tenure grows by itself: what it changes shows in the queue. */
const fields: readonly { what: string; keys: readonly string[] }[] = [
	{ what: 'изменились запросы', keys: ['needs', 'formats', 'mentors', 'bothOrNone', 'roles', 'queue'] },
	{
		what: 'изменились предложения',
		keys: ['competences', 'offered', 'formats', 'capacity', 'smallest', 'worksAs', 'rejected']
	},
	{ what: 'изменились пожелания', keys: ['named'] },
	{ what: 'прошли собеседования', keys: ['interview'] },
	{ what: 'изменились согласия', keys: ['lacks'] },
	{
		what: 'изменились сведения',
		keys: ['subjects', 'age', 'building', 'hours', 'managerId', 'outside']
	}
];
const menteesOnly = 'изменились запросы';
const mentorsOnly = 'изменились предложения';

/** «Данные изменились с тех пор»: who came and went, and of whom what is told otherwise. Nothing: a run of today would be the same. */
export function changesSince(then: RunInputs, now: RunInputs): Change[] {
	return [
		...sideChanges('mentees', then.facts, now.facts),
		...sideChanges('mentors', then.facts, now.facts),
		...differing('решено о парах: закреплены или не ставить вместе', then.facts.ties, now.facts.ties),
		...differing('изменились работающие пары', then.facts.current, now.facts.current),
		...(canonical(then.terms) === canonical(now.terms) ? [] : [{ what: 'изменены весомость и условия', people: [] }])
	];
}

function sideChanges(side: Side, then: Facts, now: Facts): Change[] {
	const before = new Map<string, { id: string }>(then[side].map((one) => [one.id, one]));
	const after = new Map<string, { id: string }>(now[side].map((one) => [one.id, one]));
	const came = [...after.keys()].filter((id) => !before.has(id));
	const left = [...before.keys()].filter((id) => !after.has(id));
	const skipped = side === 'mentees' ? mentorsOnly : menteesOnly;
	const changed = fields
		.filter(({ what }) => what !== skipped)
		.map(({ what, keys }) => ({
			what,
			people: [...after].flatMap(([id, one]) => {
				const former = before.get(id);
				return former && canonical(only(former, keys)) !== canonical(only(one, keys)) ? [id] : [];
			})
		}));
	return [{ what: sides[side].came, people: came }, { what: sides[side].left, people: left }, ...changed].filter(
		({ people }) => people.length > 0
	);
}

const only = (one: object, keys: readonly string[]) =>
	Object.fromEntries(Object.entries(one).filter(([key]) => keys.includes(key)));

function differing<T extends { mentee: string; mentor: string }>(
	what: string,
	then: readonly T[],
	now: readonly T[]
): Change[] {
	const [before, after] = [new Set(then.map(canonical)), new Set(now.map(canonical))];
	const other = [
		...now.filter((one) => !before.has(canonical(one))),
		...then.filter((one) => !after.has(canonical(one)))
	];
	return other.length === 0
		? []
		: [{ what, people: [...new Set(other.flatMap(({ mentee, mentor }) => [mentee, mentor]))] }];
}
