import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { isIn } from '../rules/line';
import { listRegister } from './register';

/** A mentee who went through the programme and could be a mentor. */
export type Graduate = {
	id: string;
	name: string;
	post: string;
	endedOn: string;
	results: string;
	partner: string;
	stillIn: boolean; // of the register of mentees
	offered: boolean; // has said what they could give
};

/** Those who have passed their programme, work here and are no mentors yet, the latest first: two queries. */
export async function listGraduates(tx: Tx, actor: Actor, now: Now): Promise<Graduate[]> {
	const mentors = new Set(
		(await listRegister(tx, actor, 'mentors', now))
			.filter(({ entry }) => !entry.to || entry.to >= now.today)
			.map(({ personId }) => personId)
	);
	const mentees = await listRegister(tx, actor, 'mentees', now);
	return mentees
		.filter(({ personId, worksHere }) => worksHere && !mentors.has(personId))
		.flatMap((line) => {
			const passed = line.programmes.find(({ outcome, to }) => outcome === 'completed' && to !== null);
			if (!passed?.to || line.programmes.some(({ to }) => to === null)) return [];
			const { personId: id, name, post, offer } = line;
			const { to: endedOn, results, partner } = passed;
			const stillIn = isIn(line, now.today) && !line.entry.leftReason;
			return [{ id, name, post, endedOn, results, partner, stillIn, offered: offer !== null }];
		})
		.sort((a, b) => (a.endedOn < b.endedOn ? 1 : -1));
}
