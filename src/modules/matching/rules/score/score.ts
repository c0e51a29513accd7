import { judges } from './degrees';
import type { Facts, MenteeFacts, MentorFacts } from './people';
import { allRoles, type Role, weightsIn } from './roles';
import { allParts, type Part, sharesOf, type Weights } from './terms';

/** One part of a score: what it brings, the most it could bring, and why in words. */
export type ScoredPart = {
	part: Part;
	points: number;
	most: number;
	reason: string;
	/** Nobody knows: counted for half, and no reason for a pair. */
	unknown?: true;
};

export type Scored = { score: number; parts: readonly ScoredPart[] };

/** What a school's terms make of a pair: whole points 0…1000, the sum of its parts. Says nothing of whether the pair may be. */
export function scorer({ topics, current }: Pick<Facts, 'topics' | 'current'>, kind: string, weights: Weights) {
	const inRole = new Map([undefined, ...allRoles].map((role) => [role, sharesOf(weightsIn(weights, role))]));
	const leading = leadsOf({ current });
	return (mentee: MenteeFacts, mentor: MentorFacts, role?: Role): Scored => {
		const shares = inRole.get(role)!;
		const pair = { mentee, mentor, kind, topics, leads: leading.get(mentor.id) ?? 0 };
		const parts = allParts.map((part): ScoredPart => {
			const { degree, ...told } = judges[part](pair);
			return { part, points: Math.floor((shares[part] * degree) / 1000), most: shares[part], ...told };
		});
		return { score: parts.reduce((sum, { points }) => sum + points, 0), parts };
	};
}

/** How many each mentor leads today. */
export function leadsOf({ current }: Pick<Facts, 'current'>): ReadonlyMap<string, number> {
	const leads = new Map<string, number>();
	for (const { mentor } of current) leads.set(mentor, (leads.get(mentor) ?? 0) + 1);
	return leads;
}

/** The parts as people read them: what is known and helped comes first. */
export const bestFirst = (parts: readonly ScoredPart[]) =>
	parts
		.filter(({ most }) => most > 0)
		.toSorted(
			(one, other) =>
				Number(one.unknown ?? false) - Number(other.unknown ?? false) ||
				other.points - one.points ||
				other.most - one.most
		);

/** Why a pair: what is known and speaks for it, the strongest first. */
export const reasonsOf = (parts: readonly ScoredPart[], most: number) =>
	bestFirst(parts)
		.filter(({ points, unknown }) => points > 0 && !unknown)
		.slice(0, most);
