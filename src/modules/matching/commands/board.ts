import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Rejected, type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Proposal, ProposalPair } from '../queries/proposals';
import { roleFor } from '../rules/better';
import { type Placed, seatOf } from '../rules/board';
import type { MatchingInput } from '../rules/input';
import { canMatch } from '../rules/matchers';
import { type KeptMove, turnsOf } from '../rules/moves';
import type { Tie } from '../rules/score/people';
import { accepted, frozen, insertPairs } from './proposals';

export type Wish = { mentee: string; from: string; to: string };
type Seen = { token: string; version: number };

const same = (one: Placed, other: Placed) => one.mentee === other.mentee && one.mentor === other.mentor;

type Board = {
	proposal: Proposal;
	ties: readonly Tie[];
	problem: MatchingInput;
	fromRun: (pair: Placed) => boolean;
};

/** Moves a mentee from one mentor to another; an empty id is «without a mentor». */
export async function movePair(
	tx: Tx,
	actor: Actor,
	{ proposal, ties, problem: run, fromRun }: Board,
	{ token, version, mentee, from, to }: Submitted<Wish & Seen>,
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		const problem = problemWith(proposal, { mentee, from, to }, ties);
		if (problem) return problem;
		const gone = proposal.pairs.filter((pair) => !pair.removed && same(pair, { mentee, mentor: from }));
		const stands = proposal.pairs.filter(({ removed }) => !removed);
		const pair = { mentee, mentor: to, role: roleFor(run, stands, { mentee, mentor: to, from }) };
		return carryOut(tx, actor, proposal, {
			...{ version, kind: 'move' as const, act: 'matching-move.made' as const, gone },
			...{ came: to ? [pair] : [], byHand: !fromRun(pair), now }
		});
	});
}

function problemWith(proposal: Proposal, { mentee, from, to }: Wish, ties: readonly Tie[]): Rejected | undefined {
	const wrong = (sentence: string) => rejected({ to: sentence });
	if (accepted(proposal)) return frozen();
	if (from === to) return wrong('Этот человек уже здесь. Выберите другого наставника.');
	if (mentee === to) return wrong('Это один и тот же человек: сам себе он наставником не бывает.');
	const stands = proposal.pairs.filter((pair) => !pair.removed && pair.mentee === mentee);
	if (from && !stands.some(({ mentor }) => mentor === from))
		return wrong('Этой пары в предложении уже нет. Посмотрите, как стоит доска сейчас.');
	if (stands.some(({ mentor }) => mentor === to)) return wrong('Эта пара уже есть в предложении.');
	if (ties.some((tie) => tie.kind === 'lock' && same(tie, { mentee, mentor: from })))
		return wrong('Эта пара закреплена. Сначала снимите закрепление на странице «О людях и парах».');
	const apart = ties.some(
		(tie) => tie.kind === 'apart' && [tie.mentee, tie.mentor].includes(mentee) && [tie.mentee, tie.mentor].includes(to)
	);
	return apart ? wrong('Об этих двоих решено не ставить их вместе. Сначала отмените то решение.') : undefined;
}

/** Makes the board what the solver found best with everything that is kept. */
export async function rearrange(
	tx: Tx,
	actor: Actor,
	{ proposal, pairs }: { proposal: Proposal; pairs: readonly Placed[] },
	{ token, version }: Seen,
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (accepted(proposal)) return frozen();
		const there = proposal.pairs.filter(({ removed }) => !removed);
		const [stand, wanted] = [there, pairs].map((list) => new Set(list.map(seatOf)));
		const gone = there.filter((pair) => !wanted?.has(seatOf(pair)));
		const came = pairs.filter((pair) => !stand?.has(seatOf(pair)));
		if (gone.length + came.length === 0) return rejected({ form: 'Переставлять некого: лучше уже не сделать.' });
		return carryOut(tx, actor, proposal, {
			...{ version, kind: 'rearrangement' as const, act: 'matching-move.rearranged' as const },
			...{ gone, came, byHand: false, now }
		});
	});
}

/** Takes the last move back, or makes the next one again. */
export async function turnMove(
	tx: Tx,
	actor: Actor,
	{ proposal, moves }: { proposal: Proposal; moves: readonly KeptMove[] },
	{ token, version, back }: Seen & { back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (accepted(proposal)) return frozen();
		const { last, next } = turnsOf(moves);
		const move = back ? last : next;
		if (!move) return rejected({ form: back ? 'Отменять больше нечего.' : 'Возвращать больше нечего.' });
		const comes = move.pairs.filter(({ came }) => came !== back);
		const goes = move.pairs.filter(({ came }) => came === back);
		const stands = (one: Placed & { id: string }) =>
			proposal.pairs.some(({ id, removed }) => id === one.id && !removed);
		const twice = comes.some((one) => proposal.pairs.some((pair) => !pair.removed && same(pair, one)));
		if (twice || !goes.every(stands))
			return rejected({ form: 'Эти пары с тех пор изменили на странице предложения: этот ход уже не отменить.' });
		const become = await nextVersion(tx, actor, proposal, version);
		if (!become) return late(proposal);
		await setRemoved(tx, actor, goes, now.at);
		await setRemoved(tx, actor, comes, null);
		await tx
			.updateTable('matching_moves')
			.set({ undone_at: back ? now.at : null, version: become })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', move.id)
			.execute();
		await journal(tx, actor, back ? 'matching-move.undone' : 'matching-move.restored', subject(proposal), now);
		return { ok: true, value: proposal.id };
	});
}

const subject = ({ id }: Proposal) => ({ kind: 'matching-proposal' as const, id });
const late = ({ version }: Proposal) =>
	rejected({ form: 'Пока вы смотрели, доску изменили. Сверьте и решите ещё раз.' }, { version: String(version) });

type Carried = {
	version: number;
	kind: KeptMove['kind'];
	act: Act;
	gone: readonly ProposalPair[];
	came: readonly Placed[];
	byHand: boolean;
	now: Now;
};

async function carryOut(tx: Tx, actor: Actor, proposal: Proposal, move: Carried): Promise<Result<string>> {
	const { kind, act, gone, came, byHand, now } = move;
	const version = await nextVersion(tx, actor, proposal, move.version);
	if (!version) return late(proposal);
	await setRemoved(tx, actor, gone, now.at);
	const added = await insertPairs(tx, actor, proposal.id, came, { byHand, reason: '' }, now);
	const [organisation_id, id] = [actor.organisationId, newId(now)];
	const number = sql<number>`coalesce((select max(number) from matching_moves
		where organisation_id = ${organisation_id} and proposal_id = ${proposal.id}), 0) + 1`;
	const made = { made_at: now.at, made_by: actor.personId };
	await tx
		.insertInto('matching_moves')
		.values({ organisation_id, id, proposal_id: proposal.id, number, kind, version, ...made })
		.execute();
	const pairs = [
		...gone.map((pair) => ({ id: pair.id, came: false })),
		...added.map((one) => ({ id: one, came: true }))
	];
	await tx
		.insertInto('matching_move_pairs')
		.values(pairs.map((pair) => ({ organisation_id, move_id: id, pair_id: pair.id, came: pair.came })))
		.execute();
	await journal(tx, actor, act, subject(proposal), now, { details: { came: added.length, gone: gone.length } });
	return { ok: true, value: proposal.id };
}

/** The next version of the proposal, if it is still the one that was seen; two at once: the later waits and is told. */
async function nextVersion(tx: Tx, { organisationId }: Actor, { id }: Proposal, seen: number) {
	const row = await tx
		.updateTable('matching_proposals')
		.set({ version: seen + 1 })
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.where('version', '=', seen)
		.returning('version')
		.executeTakeFirst();
	return row?.version;
}

const setRemoved = async (tx: Tx, { organisationId }: Actor, pairs: readonly { id: string }[], at: string | null) => {
	if (pairs.length === 0) return;
	await tx
		.updateTable('matching_proposal_pairs')
		.set({ removed_at: at })
		.where('organisation_id', '=', organisationId)
		.where(
			'id',
			'in',
			pairs.map(({ id }) => id)
		)
		.execute();
};
