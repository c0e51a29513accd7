import { strFromU8, unzipSync } from 'fflate';
import { aPlan } from './plans';
import { aSchool, type TestDatabase } from './stories';

/** Vera's school with a small plan: one of each sort of term; the questionnaire is Anna's. */
export async function aSchoolAtWork(world: TestDatabase) {
	const school = await aSchool(world);
	const plan = await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Подготовка',
				activities: [
					{
						title: 'Провести анкетирование педагогов',
						number: '1',
						deadline: 'до 10 сентября',
						times: [{ from: '2026-09-01', to: '2026-09-10' }],
						responsible: [{ text: 'Белова А. С.', kind: 'person', person: school.mentor }],
						results: ['Справка по итогам анкетирования']
					},
					{
						title: 'Издать приказ о парах',
						deadline: 'до 1 октября',
						times: [{ from: '2026-09-01', to: '2026-10-01' }],
						responsible: [{ text: 'Директор' }]
					}
				]
			},
			{
				title: 'Работа',
				activities: [
					{
						title: 'Региональный семинар кураторов',
						deadline: 'по плану РЦ',
						kind: 'external',
						awaited: true,
						times: [{ kind: 'awaited' }],
						responsible: [{ text: 'РЦ', kind: 'organisation' }]
					},
					{
						title: 'Встречи пар',
						deadline: 'в течение года',
						kind: 'throughout',
						times: [
							{ kind: 'review', from: '2026-09-01', to: '2026-10-25', dueOn: '2026-10-25' },
							{ kind: 'review', from: '2026-11-02', to: '2026-12-27', dueOn: '2026-12-27' }
						],
						responsible: [{ text: 'Педагоги-наставники', kind: 'group' }]
					},
					{
						title: 'Разместить положение на сайте',
						deadline: 'август',
						times: [{ from: '2026-08-01', to: '2026-08-31' }]
					}
				]
			}
		]
	});
	return { school, plan };
}

/** The id of one of the times of an activity. */
export const aTime = ({ activities }: Awaited<ReturnType<typeof aPlan>>, title: string, index = 0) =>
	activities[title]?.occurrences[index] ?? '';

export const done = { outcome: 'done', doneOn: '05.09.2026' };

export const text = async (answer: Response | Promise<Response>) => (await answer).text();
/** A file of somebody's data as it is read in a browser. */
export const inFile = async (answer: Response | Promise<Response>) =>
	strFromU8(unzipSync(new Uint8Array(await (await answer).arrayBuffer()))['Мои данные.html'] ?? new Uint8Array());
export const location = (answer: Response) => answer.headers.get('location') ?? '';
export const at = (instant: string) => () => new Date(instant);
