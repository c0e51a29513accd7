import { beforeAll, expect, test } from 'vitest';
import { aDistrict, type District, templateIn } from '../../../test/district-story';
import { aTime, location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { readDocx } from './readers/docx/read-docx';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const awaitedPlan = 'Разработать план мероприятий для школ округа';

/** Vera's plan at work waits for the centre's plan, and for something else of it. */
const aWaitingPlan = ({ school }: District) =>
	aPlan(world, school.curator, {
		stages: [
			{
				title: 'Подготовка',
				activities: [
					{
						title: awaitedPlan,
						deadline: 'сентябрь',
						capability: 'plan',
						awaited: true,
						times: [{ kind: 'awaited', from: '2026-09-01', to: '2026-09-30' }],
						responsible: [{ text: 'РЦ', kind: 'organisation' }]
					},
					{
						title: 'Окружной семинар кураторов',
						capability: 'train',
						awaited: true,
						times: [{ kind: 'awaited' }],
						responsible: [{ text: 'РЦ', kind: 'organisation' }]
					},
					{
						title: 'Утвердить план школы',
						capability: 'plan',
						deadline: 'до 20 сентября',
						times: [{ from: '2026-09-01', to: '2026-09-20' }],
						responsible: [{ text: 'Директор' }]
					}
				]
			}
		]
	});

/** The awaited lines that the page of a template offers to close: only those of others, only those a plan is the end of. */
const offeredIn = (page: string) =>
	[...page.matchAll(/name="closes"[^>]*>\s*<label[^>]*>([^<]*)/g)].map(([, title]) => title);

test('the centre’s plan has come: what Vera waited for is closed as she takes it, or without taking it; nothing else is', async () => {
	for (const road of ['taken', 'received'] as const) {
		const district = await aDistrict(world);
		const { vera, tamara, plan } = district;
		const waiting = await aWaitingPlan(district);
		const time = aTime(waiting, awaitedPlan);
		const card = `/activities/${waiting.activities[awaitedPlan]?.id}`;
		expect(await text(vera.get(card))).toContain('ждём от РЦ');
		await tamara.post(`/roadmap/${plan.id}/template`, { note: 'Для школ округа' });
		const template = templateIn(await text(vera.get('/roadmap/starters')));
		const page = await text(vera.get(template));
		expect(page).toContain('Вы этого ждали?');
		expect(offeredIn(page)).toEqual([awaitedPlan]);

		if (road === 'taken') {
			const begun = await vera.post(template, { closes: time });
			expect(location(begun)).toMatch(/\/roadmap\/imports\/[0-9a-f-]{36}\?saved=received$/);
			expect(await text(vera.get(location(begun)))).toContain('То, чего вы ждали, отмечено');
		} else {
			const nothing = await vera.post(`${template}/receipt`);
			expect(nothing.status).toBe(422);
			expect(await text(nothing)).toContain('Отметьте, чего вы ждали');
			const answer = await vera.post(`${template}/receipt`, { closes: time });
			expect(await text(vera.get(location(answer)))).toContain('Получено. Принято к сведению: 1 мероприятие');
			expect((await vera.post(`${template}/receipt`, { closes: time })).status).toBe(422);
			expect(await text(vera.get('/roadmap/imports'))).not.toContain('Образец «');
		}
		expect(offeredIn(await text(vera.get(template)))).toEqual([]);
		const after = await text(vera.get(card));
		expect(after).toMatch(/принято к сведению/);
		expect(after).toContain(`href="${template}"`);
		expect(after).toContain('РЦ «Исток»');
		const copy = /href="(\/files\/[^"]+)"/.exec(after)?.[1] ?? '';
		const { blocks } = readDocx(new Uint8Array(await (await vera.get(copy)).arrayBuffer()));
		expect(JSON.stringify(blocks)).toContain('Назначить куратора наставничества');
		const open = await text(vera.get(`/roadmap/${waiting.id}?show=waiting`));
		expect(open).toContain('Окружной семинар кураторов');
		expect(open).not.toContain(`${awaitedPlan}<`);
	}
});
