import { aPlan } from './plans';
import { aSchool, as, type TestDatabase } from './stories';

const offer = (competences: readonly string[], capacity = '1') => ({
	version: '0',
	competences: [...competences],
	formats: ['one-to-one'],
	capacity,
	category: 'highest',
	source: 'words',
	saidOn: '04.09.2026'
});

const request = (topic: string, words: string) => ({
	version: '0',
	words,
	priority: '1',
	source: 'words',
	saidOn: '04.09.2026',
	[`level-self-${topic}`]: '3'
});

/**
 * Vera's school with both registers filled through their pages: Белова (discipline) and Жукова (methods) lead, one place each; Гусев asks about discipline,
 * Носова about methods, Лосева about talking to parents. A plan with one activity of a capability.
 */
export async function aSchoolToMatch(
	world: TestDatabase,
	name: string,
	title = 'Формирование пар',
	capability = 'match'
) {
	const school = await aSchool(world, { name });
	const vera = as(world, school.curator);
	const plan = await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Пары',
				activities: [
					{
						title,
						capability,
						deadline: 'сентябрь',
						times: [{ from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' }]
					}
				]
			}
		]
	});
	const { mentor, teacher, mentee, 'site-editor': yana, 'trade-union': raisa } = school;
	const ids = {
		anna: mentor.personId,
		nina: teacher.personId,
		boris: mentee.personId,
		yana: yana.personId,
		raisa: raisa.personId
	};
	await vera.post('/registry/mentors/entries', { person: [ids.anna, ids.nina], from: '01.09.2026' });
	await vera.post('/registry/mentees/entries', { person: [ids.boris, ids.yana, ids.raisa], from: '01.09.2026' });
	await vera.post(`/registry/people/${ids.anna}/offer`, offer(['discipline']));
	await vera.post(`/registry/people/${ids.nina}/offer`, offer(['methods']));
	await vera.post(`/registry/people/${ids.boris}/request`, request('discipline', 'Не слушают на уроке'));
	await vera.post(`/registry/people/${ids.yana}/request`, request('methods', 'Не хватает приёмов'));
	await vera.post(`/registry/people/${ids.raisa}/request`, request('parents', 'Трудно с родителями'));
	const activity = plan.activities[title];
	return {
		school,
		vera,
		ids,
		activity: `/activities/${activity?.id ?? ''}`,
		occurrence: activity?.occurrences[0] ?? ''
	};
}
