import type { Actor } from '../src/core/actor';
import { startingMapping } from '../src/modules/registry/rules/exchange/mapping';
import type { Register } from '../src/modules/registry/rules/registers';
import { aSchool, as, type TestDatabase } from './stories';

export const text = async (answer: Response | Promise<Response>) => (await answer).text();
export const leadsTo = (answer: Response) => answer.headers.get('location') ?? '';
export const school = (world: TestDatabase, name: string) =>
	aSchool(world, { name, roles: ['curator', 'director', 'mentor', 'mentee', 'teacher'] });
export const count = async (
	world: TestDatabase,
	table: 'people' | 'register_entries' | 'mentee_requests' | 'mentor_offers' | 'programme_periods',
	actor: Actor
) => {
	const { n } = await world.owner
		.selectFrom(table)
		.select(({ fn }) => fn.countAll<number>().as('n'))
		.where('organisation_id', '=', actor.organisationId)
		.executeTakeFirstOrThrow();
	return n;
};

/** The fields of a mapping's form, as its page would send them. */
export const mappingFields = (register: Register, name: string, more: Record<string, string> = {}) => {
	const { columns, form } = startingMapping(register, 'apart');
	const { numbered: _, ...rest } = form;
	return {
		version: '0',
		name,
		...rest,
		numbered: 'on',
		...Object.fromEntries(
			columns.flatMap(({ field, heading }, at) => [
				[`place-${field}`, String(at + 1)],
				[`heading-${field}`, heading]
			])
		),
		...more
	};
};
export const agrees = (world: TestDatabase, actor: Actor, person: Actor) =>
	world.owner
		.insertInto('consents')
		.values({
			organisation_id: actor.organisationId,
			id: crypto.randomUUID(),
			person_id: person.personId,
			kind: 'transfer',
			given_on: '2026-09-01',
			how: 'paper',
			recorded_at: '2026-09-01T00:00:00Z',
			recorded_by: actor.personId
		})
		.execute();

export async function send(
	world: TestDatabase,
	actor: Actor,
	register: Register,
	file: File | string,
	more: Record<string, string> = {}
) {
	const fields: Record<string, string | File> = typeof file === 'string' ? { pasted: file } : { file };
	const answer = await as(world, actor).post(`/registry/${register}/imports`, { ...fields, ...more });
	return leadsTo(answer) || `${answer.status} ${await answer.text()}`;
}
export async function accept(world: TestDatabase, actor: Actor, path: string, fields: Record<string, string> = {}) {
	const page = await text(as(world, actor).get(path));
	const expected = /name="expected" value="([^"]*)"/.exec(page)?.[1] ?? '';
	return as(world, actor).post(`${path}/acceptance`, {
		expected,
		since: '01.09.2026',
		employedOn: '01.09.2026',
		...fields
	});
}
export const fileFrom = async (answer: Response, name: string) => new File([await answer.arrayBuffer()], name);

/** Борис asks and has finished, Анна offers; both are in their registers. */
export async function aBank(
	world: TestDatabase,
	vera: ReturnType<typeof as>,
	{ mentor, mentee }: { mentor: Actor; mentee: Actor }
) {
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	await vera.post('/registry/mentors/entries', { person: mentor.personId, from: '01.09.2026' });
	await vera.post(`/registry/people/${mentee.personId}/request`, {
		version: '0',
		words: '=Не слушает 8 "Б"; помогите',
		priority: '1',
		source: 'words',
		saidOn: '02.09.2026',
		'level-self-discipline': '3'
	});
	await vera.post(`/registry/people/${mentor.personId}/offer`, {
		version: '0',
		competences: ['discipline', 'motivation'],
		otherCompetences: 'хор',
		formats: ['one-to-one'],
		capacity: '2',
		freeTime: 'вторник',
		category: 'highest',
		source: 'words',
		saidOn: '02.09.2026'
	});
	const entry = await world.owner
		.selectFrom('register_entries')
		.select('id')
		.where('person_id', '=', mentee.personId)
		.executeTakeFirstOrThrow();
	await vera.post(`/register-entries/${entry.id}/programme`, {
		from: '02.09.2026',
		partner: mentor.personId,
		form: 'one-to-one'
	});
}
