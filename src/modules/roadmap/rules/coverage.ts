import type { Problems } from '../../../core/forms';
import type { Coverage } from './understanding';

/** As what somebody is one of the many: two kinds are names the plan keeps, three are people in a role or a post. */
export type ManyKind = 'pair' | 'group' | 'mentor' | 'mentee' | 'teacher';

export const kindOf: Record<Coverage, ManyKind> = {
	'each-pair': 'pair',
	'each-group': 'group',
	'each-mentor': 'mentor',
	'each-mentee': 'mentee',
	'each-teacher': 'teacher'
};

/** Pairs and groups are no people: mentorships, and names that a plan keeps. */
export const keptWithPlan = (coverage: Coverage) => ['pair', 'group'].includes(kindOf[coverage]);

/** One of the many, and since when and until when they are (both days inclusive; null: open). */
export type One = {
	id: string;
	name: string;
	kind: ManyKind;
	roadmapId: string | null; // null: everywhere in the organisation
	from: string | null;
	to: string | null;
};

/** That it was done for one of them; `excused`: it does not concern this one. */
export type Covering = {
	id: string;
	one: string; // whose: the id of the person, pair or group
	name: string;
	outcome: 'done' | 'excused';
	coveredOn: string;
	note: string;
	recordedBy: string;
	evidence: number;
};

/** How one time of an activity stands with its many. `all` leaves out the excused. */
export type CoverageStanding = {
	covered: number;
	all: number;
	left: readonly Pick<One, 'id' | 'name'>[];
	coverings: readonly Covering[];
	/** Covered, and no longer one of the many. */
	gone: readonly Covering[];
};

const onDay = ({ from, to }: Pick<One, 'from' | 'to'>, day: string) => (!from || from <= day) && (!to || to >= day);

/** Those an activity of a plan is about on a day, each once, by name. */
export function manyOn(
	everyone: readonly One[],
	{ coverage, roadmapId, day }: { coverage: Coverage; roadmapId: string; day: string }
) {
	const found = new Map<string, Pick<One, 'id' | 'name'>>();
	for (const one of everyone) {
		const here = one.kind === kindOf[coverage] && (one.roadmapId === null || one.roadmapId === roadmapId);
		if (here && onDay(one, day)) found.set(one.id, { id: one.id, name: one.name });
	}
	return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru'));
}

/** Joins the many of a day with what was said of each. */
export function coverageOf(
	many: readonly Pick<One, 'id' | 'name'>[],
	coverings: readonly Covering[]
): CoverageStanding {
	const said = new Map(coverings.map((covering) => [covering.one, covering]));
	const concerned = many.filter(({ id }) => said.get(id)?.outcome !== 'excused');
	const here = new Set(many.map(({ id }) => id));
	const left = concerned.filter(({ id }) => !said.has(id));
	return {
		covered: concerned.length - left.length,
		all: concerned.length,
		left,
		coverings: coverings.filter(({ one }) => here.has(one)),
		gone: coverings.filter(({ one }) => !here.has(one))
	};
}

/** Everybody is covered: then the time itself is done. Of nobody nothing can be said. */
export const isWhole = ({ all, left }: Pick<CoverageStanding, 'all' | 'left'>) => all > 0 && left.length === 0;

/** Of these the many are counted; what goes on all the year is asked about as a whole. */
export const asksForEach = (occurrence: { kind: string; coverage: CoverageStanding | null }) =>
	occurrence.kind !== 'review' && (occurrence.coverage?.left.length ?? 0) > 0;

export type Covered = { ones: readonly string[]; coveredOn: string; note: string };

export function problemsWithCovered({ ones, coveredOn }: Covered, today: string): Problems {
	if (coveredOn > today) return { coveredOn: 'Этот день ещё не наступил' };
	if (ones.length === 0) return { ones: 'Никто не выбран: отметьте хотя бы одного.' };
	return {};
}

/** The genitive after «из»: «из 1 пары», «из 12 пар». */
const ofWords: Record<ManyKind, readonly [one: string, many: string]> = {
	pair: ['пары', 'пар'],
	group: ['группы', 'групп'],
	mentor: ['наставника', 'наставников'],
	mentee: ['наставляемого', 'наставляемых'],
	teacher: ['педагога', 'педагогов']
};

/** «8 из 12 пар» */
export function coverageText(coverage: Coverage, { covered, all }: Pick<CoverageStanding, 'covered' | 'all'>) {
	if (all === 0) return 'список пока пуст';
	const [one, many] = ofWords[kindOf[coverage]];
	return `${covered} из ${all} ${all % 10 === 1 && all % 100 !== 11 ? one : many}`;
}

/** The same of an activity as it stands; '' when it is not about each of many. */
export const manyText = ({ coverage, many }: { coverage: Coverage | null; many: CoverageStanding | null }) =>
	coverage && many ? coverageText(coverage, many) : '';
