import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { anAnsweredWave, openQuestion, scale } from '../../../test/answered-waves';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { aFileQuestion, anEdition, aWave, howAreYou } from '../../../test/survey-story';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const field = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

test('a file sent with an answer opens to whoever sent it and to those it was promised to, to nobody else', async () => {
	const { curator, director, mentee, psychologist, teacher } = await aSchool(world, { name: 'Школа приложенного' });
	const content = { ...howAreYou, sections: [{ title: '', about: '', questions: [aFileQuestion] }] };
	const { edition } = await anEdition(world, curator, content);
	const { wave, participants } = await aWave(world, curator, edition, {
		people: [mentee.personId],
		readers: ['psychologist']
	});
	const file = new File(['План урока'], 'план.txt', { type: 'text/plain' });
	await as(world, mentee).post(`/my-surveys/${participants[0]}`, { 'q-q4': file, version: '0', act: 'send' });
	const page = await text(as(world, psychologist).get(`/surveys/waves/${wave}/answers`));
	const address = /href="(\/files\/[^"]+)"/.exec(page)?.[1] ?? '';
	const status = async (who: typeof mentee) => (await as(world, who).get(address)).status;
	expect([await status(psychologist), await status(mentee)]).toEqual([200, 200]);
	expect([await status(curator), await status(director), await status(teacher)]).toEqual([404, 404, 404]);
});

test('a report that proves an activity opens to those the answers were promised to; others see that it is there', async () => {
	const { curator, director, psychologist } = await aSchool(world, { name: 'Школа обещанного отчёта' });
	const title = 'Опрос о самочувствии';
	const { activities, id: plan } = await aPlan(world, curator, {
		stages: [
			{
				title: 'Опрос',
				activities: [
					{ title, capability: 'survey', deadline: 'сентябрь', times: [{ from: '2026-09-01', to: '2026-09-30' }] }
				]
			}
		]
	});
	const activity = activities[title];
	const wave = await anAnsweredWave(world, curator, {
		questions: [scale('q1', 'Спокойно ли вам?'), openQuestion('q2', 'Что тревожит?')],
		readers: ['curator'],
		answers: [{ q1: { number: 7 }, q2: { text: 'Нагрузка' } }]
	});
	const vera = as(world, curator);
	const here = `/surveys/waves/${wave.id}/report`;
	const version = field(await text(vera.get(here)), 'version');
	const sent = { act: 'file', version, conclusion: 'Тревог немного.', closes: activity?.occurrences[0] ?? '' };
	expect((await vera.post(here, sent)).headers.get('location')).toContain('closed=1');
	const card = await text(vera.get(`/activities/${activity?.id}`));
	const copy = /href="(\/files\/[^"]+)"/.exec(card)?.[1] ?? '';
	expect((await vera.get(copy)).status).toBe(200);
	for (const other of [director, psychologist]) {
		const seen = await as(world, other).get(`/activities/${activity?.id}`);
		if (seen.status === 200) expect(await seen.text()).not.toContain(copy);
		expect((await as(world, other).get(copy)).status).toBe(404);
	}
	const folder = await as(world, director).get(`/roadmap/${plan}/proof.zip`);
	expect(folder.status).toBe(200);
	expect(Object.keys(unzipSync(new Uint8Array(await folder.arrayBuffer())))).toEqual(['00 Опись.xlsx']);
});
