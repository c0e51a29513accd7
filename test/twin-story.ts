import type { as } from './stories';
import type { TestWorld } from './support';

export const text = async (answer: Response | Promise<Response>) => (await answer).text();
export const leadsTo = (answer: Response) => answer.headers.get('location') ?? '';
export const expectedIn = (page: string) =>
	(/name="expected" value="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"');
export const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher'] as const;

/** Somebody added by hand as another of the same name; answers with the id. */
export async function add(vera: ReturnType<typeof as>, name: string, more: Record<string, string> = {}) {
	const [familyName = '', givenName = '', patronymic = ''] = name.split(' ');
	const answer = await vera.post('/people', {
		familyName,
		givenName,
		patronymic,
		post: 'учитель химии',
		employedOn: '01.09.2024',
		employment: 'main',
		namesake: 'on',
		...more
	});
	return leadsTo(answer).split('/')[2]?.split('?')[0] ?? '';
}
export const merge = async (vera: ReturnType<typeof as>, path: string, fields: Record<string, string> = {}) =>
	vera.post(path, { expected: expectedIn(await text(vera.get(path))), ...fields });
export const one = async (world: TestWorld, table: 'consents' | 'mentee_requests' | 'role_periods', personId: string) =>
	(await world.owner.selectFrom(table).select('id').where('person_id', '=', personId).execute()).length;
