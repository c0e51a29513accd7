import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { findOrganisation } from '../../organisations/queries';
import { formatText } from '../../registry/rules/registers';
import { listNames } from '../../surveys/queries/results/sheets';
import { openReasons, openWhy, type ProposalContents } from '../rules/proposal';
import { explainer } from '../rules/score/reckon';
import { roles } from '../rules/score/roles';
import type { Proposal } from './proposals';
import type { Run } from './runs';

/** Everybody a run speaks of. */
export const namesOfRun = (tx: Tx, actor: Actor, { inputs: { facts } }: Run, also: readonly string[] = []) =>
	listNames(tx, actor, [...facts.mentors.map(({ id }) => id), ...facts.mentees.map(({ id }) => id), ...also]);

/** A proposal's paper as it would be today: the pairs with their reasons, and everybody of the run who has none. */
export async function paperOf(tx: Tx, actor: Actor, proposal: Proposal, run: Run, now: Now) {
	const names = await namesOfRun(tx, actor, run);
	const explain = explainer(run.inputs);
	const { mentees, mentors } = run.inputs.facts;
	const known = (list: readonly { id: string }[], id: string) => list.some((one) => one.id === id);
	const pairs = proposal.pairs.filter(({ removed }) => !removed);
	const inPair = new Set(pairs.map(({ mentee }) => mentee));
	const kinds = new Map(run.result.unmatched.map(({ mentee, kind }) => [run.problem.mentees[mentee]?.id, kind]));
	const contents: ProposalContents = {
		organisation: (await findOrganisation(tx, actor, now)).fullName,
		kind: formatText(run.kind),
		pairs: pairs.map(({ mentee, mentor, role, reason, ...pair }) => ({
			menteeId: mentee,
			mentorId: mentor,
			mentee: pair.menteeName,
			menteePost: pair.menteePost,
			mentor: pair.mentorName,
			mentorPost: pair.mentorPost,
			why: [
				...(role ? [`В роли: ${roles[role]}`] : []),
				...(reason ? [reason] : []),
				...(known(mentees, mentee) && known(mentors, mentor)
					? openReasons(explain(mentee, mentor, role || undefined).parts)
					: [])
			].join('. ')
		})),
		alone: run.problem.mentees
			.filter(({ id }) => !inPair.has(id))
			.map(({ id }) => ({ name: names.get(id) ?? '', reason: openWhy(kinds.get(id)) }))
	};
	const choices = (list: readonly { id: string }[]) =>
		list
			.map(({ id }) => ({ id, name: names.get(id) ?? '' }))
			.sort((one, other) => one.name.localeCompare(other.name, 'ru'));
	return { contents, mentees: choices(mentees), mentors: choices(mentors) };
}
