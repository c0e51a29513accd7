import { aPlan } from './plans';
import { aSchool, as } from './stories';
import type { TestWorld } from './support';

/** Tamara's resource centre with a plan for its schools, and Vera's school below it. */
export async function aDistrict(world: TestWorld) {
	const centre = await aSchool(world, {
		name: 'РЦ «Исток»',
		kind: 'resource-centre',
		roles: ['methodologist', 'authority']
	});
	const school = await aSchool(world, {
		name: 'Заречная школа',
		parent: centre.organisationId,
		roles: ['curator', 'mentor']
	});
	const plan = await aPlan(world, centre.methodologist, {
		title: 'Примерная дорожная карта на 2026/2027 учебный год',
		stages: [
			{
				title: 'Подготовка',
				activities: [
					{
						title: 'Назначить куратора наставничества',
						deadline: 'до 10 сентября',
						capability: 'appoint',
						times: [{ from: '2026-09-01', to: '2026-09-10' }],
						responsible: [{ text: 'Директор' }]
					},
					{
						title: 'Провести анкетирование педагогов',
						deadline: 'октябрь',
						capability: 'survey',
						times: [{ from: '2026-10-01', to: '2026-10-31' }],
						responsible: [{ text: 'Куратор' }]
					}
				]
			},
			{
				title: 'Итоги',
				activities: [
					{
						title: 'Подготовить отчёт за год',
						deadline: 'до 10 июня',
						capability: 'report',
						times: [{ from: '2027-05-01', to: '2027-06-10' }],
						responsible: [{ text: 'Куратор' }]
					}
				]
			}
		]
	});
	return { centre, school, plan, tamara: as(world, centre.methodologist), vera: as(world, school.curator) };
}

export type District = Awaited<ReturnType<typeof aDistrict>>;

export const templateIn = (page: string) => /href="(\/roadmap\/templates\/[^"]+)"/.exec(page)?.[1] ?? '';
