import type { MatchingInput, Pair } from '../input';
import { match } from '../match';
import type { Certificate } from '../result';
import { verifyAny } from '../roles/verify-any';
import type { Whole } from '../whole';
import type { Unmatched } from '../why-unmatched';
import { apartOf, failedBy, tooSmall, warningsOf } from './filters';
import { problemOf, type RunInputs } from './problem';
import { type Role, roleNamed, roles } from './roles';
import { leadsOf, type ScoredPart, scorer } from './score';
import { weightsFor } from './terms';

export type RunPair = {
	mentee: string;
	mentor: string;
	score: number;
	parts: readonly ScoredPart[];
	locked: boolean;
	warnings: readonly string[];
	/** In which role, where the mentee wants two in different ones. */
	role?: Role;
};

/** What came out, with what proves it. Places in `unmatched` and `certificate` are those of the problem. */
export type RunResult = {
	pairs: readonly RunPair[];
	unmatched: readonly Unmatched[];
	score: number;
	certificate: Certificate;
	verified: true;
	whole?: Omit<Whole, 'choices'>;
};

export type Reckoned = { ok: true; problem: MatchingInput; result: RunResult } | { ok: false; message: string };

/** The best pairs of these people, each with its reasons, checked by independent code. A contradiction among locks is one sentence. */
export function reckon(inputs: RunInputs, onMentee?: (done: number, of: number) => void): Reckoned {
	const problem = problemOf(inputs, onMentee);
	const answered = match(problem);
	if (!answered.ok) return answered;
	const { pairs, whole, ...answer } = answered.answer;
	const locked = new Set(problem.locked?.map(([mentee, mentor]) => `${mentee} ${mentor}`));
	const explain = explainer(inputs);
	return {
		ok: true,
		problem,
		result: {
			...answer,
			pairs: pairs.map(([i, j, role = -1]) => ({
				...explain(problem.mentees[i]!.id, problem.mentors[j]!.id, roleNamed(problem.mentees[i]!.roles?.[role])),
				locked: locked.has(`${i} ${j}`)
			})),
			...(whole && { whole })
		}
	};
}

/** What a pair of this run is worth and what is to be known of it; people by id. */
export function explainer({ kind, review, facts, terms }: RunInputs) {
	const score = scorer(review ? { ...facts, current: [] } : facts, kind, weightsFor(terms, kind));
	const mentees = new Map(facts.mentees.map((one) => [one.id, one]));
	const mentors = new Map(facts.mentors.map((one) => [one.id, one]));
	const apart = apartOf(facts);
	const leads = review ? new Map<string, number>() : leadsOf(facts);
	return (menteeId: string, mentorId: string, role?: Role): Omit<RunPair, 'locked'> & { failed: string[] } => {
		const [mentee, mentor] = [mentees.get(menteeId)!, mentors.get(mentorId)!];
		const failed = [
			...failedBy(mentee, mentor, terms.conditions, apart, role),
			...tooSmall(kind, mentor, leads.get(mentorId))
		];
		const warnings = [...failed, ...warningsOf(mentee, mentor, terms.conditions)];
		const pair = { mentee: menteeId, mentor: mentorId, ...(role && { role }) };
		return { ...pair, ...score(mentee, mentor, role), warnings, failed };
	};
}

/** A saved run is checked again whenever somebody asks. */
export function stillProved(problem: MatchingInput, { pairs, score, certificate }: RunResult) {
	const [mentee, mentor] = [placesOf(problem.mentees), placesOf(problem.mentors)];
	const places = pairs.map((pair): Pair => {
		const [i, j] = [mentee.get(pair.mentee) ?? -1, mentor.get(pair.mentor) ?? -1];
		return pair.role ? [i, j, problem.mentees[i]?.roles?.indexOf(roles[pair.role]) ?? -1] : [i, j];
	});
	return verifyAny(problem, { pairs: places, score, certificate }).ok;
}

const placesOf = (people: readonly { id: string }[]) => new Map(people.map(({ id }, at) => [id, at]));
