import { expect } from 'vitest';
import { aPlan, type PlannedActivity } from './plans';
import { aSchool, as, type TestDatabase } from './stories';
import { paragraphsOf } from './word';

export const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
/** Where an act has led: the address without what the notice says. */
export const ledTo = (answer: Response) => answer.headers.get('location') ?? '';
export const addressIn = (answer: Response) => ledTo(answer).split('?')[0] ?? '';

/** A school whose plan has one line of what is told or held. */
export async function aMeetingSchool(
	world: TestDatabase,
	name: string,
	line: PlannedActivity,
	kind: 'school' | 'kindergarten' = 'school'
) {
	const school = await aSchool(world, { name, kind });
	const { activities, id } = await aPlan(world, school.curator, {
		stages: [{ title: 'Подготовка', activities: [line] }]
	});
	const found = activities[line.title];
	return {
		...school,
		vera: as(world, school.curator),
		plan: id,
		activity: found?.id ?? '',
		occurrences: found?.occurrences ?? []
	};
}

/** The fields of an event's form, as a curator most often fills them. */
export const anEvent = (more: Record<string, string | readonly string[]> = {}) => ({
	kind: 'Педагогический совет',
	title: 'О внедрении наставничества',
	heldOn: '04.09.2026',
	lasts: '60',
	staff: 'on',
	announce: 'on',
	...more
});

/** Makes an event by the form and answers with its address. */
export async function made(someone: ReturnType<typeof as>, more: Record<string, string | readonly string[]> = {}) {
	const answer = await someone.post('/events', anEvent(more));
	expect(answer.status, await answer.clone().text()).toBe(303);
	return addressIn(answer);
}

/** Everybody of the form of attendance, ticked as it comes. */
export const tickedIn = (page: string) =>
	[...page.matchAll(/<input type="checkbox" name="came" value="([^"]+)"( checked="")?/g)].flatMap(
		([, id = '', checked]) => (checked === undefined ? [] : [id])
	);

/** The last file beside the mark of an activity, as it is read in Word. */
export const proofOf = async (someone: ReturnType<typeof as>, activity: string) => {
	const card = await textOf(someone.get(`/activities/${activity}`));
	const copy = [...card.matchAll(/<a href="(\/files\/[^"]+)">/g)].at(-1)?.[1];
	return { card, paper: copy ? await paragraphsOf(someone.get(copy)) : [] };
};
