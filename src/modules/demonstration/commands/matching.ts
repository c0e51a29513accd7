import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readAs } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { acceptProposal } from '../../matching/commands/accept-proposal';
import { recordDetails } from '../../matching/commands/details';
import { makeProposal } from '../../matching/commands/proposals';
import { makeRun } from '../../matching/commands/runs';
import { tie } from '../../matching/commands/ties';
import { noDetails } from '../../matching/queries/details';
import { gatherFacts } from '../../matching/queries/facts';
import { paperOf } from '../../matching/queries/paper';
import { findProposal } from '../../matching/queries/proposals';
import { findRun } from '../../matching/queries/runs';
import { conclusionOf } from '../../matching/rules/proposal';
import { yearOf } from '../rules';
import { act, noon } from './live';

const buildings = ['Главный корпус', 'Корпус начальной школы'] as const;

/** What the curator knows of people, whom she does not put together, the pairs reckoned after the talks, and the proposal accepted as potential. */
export async function matchPeople(db: Db, actor: Actor, today: string) {
	const day = noon(actor, addDays(yearOf(today).acceptedOn, 11));
	if (day.today > today) return;
	const { facts } = await readAs(db, actor, (tx) => gatherFacts(tx, actor, day));
	const { mentors, mentees } = facts;
	if (mentors.length === 0 || mentees.length === 0) return;
	if (mentors.length > 3) await tellOf(db, actor, facts, day);
	const wanted = { token: randomUUID(), kind: 'one-to-one' as const, review: false };
	const id = await act(db, actor, (tx) => makeRun(tx, actor, wanted, day));
	const run = await readAs(db, actor, async (tx) => (await findRun(tx, actor, id)) ?? notFound());
	const pairs = run.result.pairs.map(({ mentee, mentor }) => `${mentee} ${mentor}`);
	if (pairs.length === 0) return;
	const later = noon(actor, day.today, 20);
	const proposed = await act(db, actor, (tx) => makeProposal(tx, actor, run, { token: randomUUID(), pairs }, later));
	const [proposal, contents] = await readAs(db, actor, async (tx) => {
		const found = (await findProposal(tx, actor, proposed, later)) ?? notFound();
		return [found, (await paperOf(tx, actor, found, run, later)).contents] as const;
	});
	const accepting = {
		token: randomUUID(),
		stage: 'potential' as const,
		on: day.today,
		conclusion: conclusionOf(contents),
		version: proposal.version,
		contents,
		closes: []
	};
	await act(db, actor, (tx) => acceptProposal(tx, actor, proposal, accepting, later));
}

type People = { mentors: readonly { id: string }[]; mentees: readonly { id: string; age: string | null }[] };

async function tellOf(db: Db, actor: Actor, { mentors, mentees }: People, now: Now) {
	for (const [at, { id }] of [...mentors, ...mentees].entries()) {
		if (at % 3 === 2) continue; // nobody has said
		const { personId, number, ...blank } = noDetails(id);
		const told = {
			...blank,
			token: randomUUID(),
			version: number,
			building: buildings[at % 4 === 3 ? 1 : 0],
			hours: at % 2 === 0 ? ['tue-second', 'wed-second'] : ['wed-second', 'thu-first'],
			theirs: () => ({})
		};
		await act(db, actor, (tx) => recordDetails(tx, actor, personId, told, now));
	}
	const apart = { mentee: mentees[0]?.id ?? '', mentor: mentors[0]?.id ?? '', kind: 'apart' as const };
	await act(db, actor, (tx) => tie(tx, actor, { token: randomUUID(), ...apart, reason: 'Обе просили' }, now));
}
