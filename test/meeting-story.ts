import type { Actor } from '../src/core/actor';
import { location } from './plan-story';
import { as, type TestDatabase } from './stories';

type School = { curator: Actor; mentor: Actor; mentee: Actor };

/** A pair that works by an order from the first of September: the curator has settled it in one sitting. Answers with its id. */
export async function aPairOf(
	world: TestDatabase,
	{ curator, mentor, mentee }: School,
	more: Record<string, string> = {}
) {
	const settled = {
		...{ words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026', from: '01.09.2026', to: '31.05.2027' },
		...{ actKind: 'order', series: 'main', orderNumber: '5', signedOn: '04.09.2026', kind: 'one-to-one' }
	};
	const answer = await as(world, curator).post('/mentorships', {
		...settled,
		...{ mentee: mentee.personId, mentor: mentor.personId },
		...more
	});
	return /\/mentorships\/([0-9a-f-]{36})/.exec(location(answer))?.[1] ?? '';
}

/** A meeting as it is written down on a phone; `what` says what is otherwise. */
export const logged = (what: Record<string, string> = {}) => ({
	...{ held: 'yes', kind: 'regular', heldOn: '05.09.2026', format: 'in-person', lasts: '40', answer: 'helped' },
	...{ topic: 'План урока', works: 'Разобрали конспект', difficulty: '', nextStep: 'Посмотреть урок', ...what }
});

/** The act that the notice offers to take back. */
export const latestAct = (answer: Response) =>
	new URL(location(answer), 'http://localhost').searchParams.get('act') ?? '';
