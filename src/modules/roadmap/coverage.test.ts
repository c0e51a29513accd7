import { beforeAll, expect, test } from 'vitest';
import { aTime, at, done, location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as, id } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { readDocx } from './readers/docx/read-docx';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const pairs = ['Белова А. С. – Гусев Б. О.', 'Жукова Н. Л. – Ким В. А.', 'Лосева Р. И. – Ушаков Д. М.'];

/** Vera's school: a talk with each pair, a lesson with each mentor. */
async function aSchoolOfPairs() {
	const school = await aSchool(world);
	const plan = await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Работа',
				activities: [
					{
						title: 'Встретиться с каждой парой',
						coverage: 'each-pair',
						times: [{ from: '2026-09-01', to: '2026-09-10' }],
						responsible: [{ text: 'Белова А. С.', kind: 'person', person: school.mentor }]
					},
					{
						title: 'Урок каждого наставника',
						coverage: 'each-mentor',
						times: [{ from: '2026-09-01', to: '2026-12-10' }]
					}
				]
			}
		]
	});
	const vera = as(world, school.curator);
	const talk = plan.activities['Встретиться с каждой парой']?.id ?? '';
	const time = aTime(plan, 'Встретиться с каждой парой');
	return { school, plan, vera, talk, time };
}

/** The id of one of the many by the label of its box. */
const boxOf = (page: string, name: string) =>
	new RegExp(`value="([^"]+)"[^>]*/?>\\s*<label[^>]*>${name}<`).exec(page)?.[1] ?? '';

test('pairs are written once and used by the rows; each is marked, those left are named, and the last one closes it', async () => {
	const { plan, vera, talk, time } = await aSchoolOfPairs();
	expect(await text(vera.get(`/activities/${talk}`))).toContain('список пока пуст');
	const added = await vera.post(`/roadmap/${plan.id}/units`, {
		kind: 'pair',
		names: `1. ${pairs[0]}\n• ${pairs[1]}\n\n${pairs[2]}\n${pairs[2]}`
	});
	expect(await text(vera.get(location(added)))).toContain('Добавлено: 3 названия');
	expect(await text(vera.get(`/roadmap/${plan.id}`))).toContain('0 из 3 пар');

	const form = `/occurrences/${time}/coverings`;
	const page = await text(vera.get(form));
	const one = { ones: [boxOf(page, pairs[0] ?? '')], coveredOn: '03.09.2026', note: 'Протокол 1', who: 'chosen' };
	const marked = await vera.post(form, { ...one, url: 'https://example.org/1' });
	const card = await text(vera.get(location(marked)));
	expect(card).toContain('Отмечено, сейчас 1 из 3 пар');
	expect(card).toContain(`Осталось: ${pairs[1]}, ${pairs[2]}`);
	expect(card).toContain('3 сентября</time>: Протокол 1');
	expect(card).toContain('example.org/1');

	const rest = await vera.post(form, { who: 'all', coveredOn: '04.09.2026' });
	const whole = await text(vera.get(location(rest)));
	expect(whole).toContain('Охвачены все: мероприятие выполнено');
	expect(await text(vera.get(`/roadmap/${plan.id}`))).toContain('выполнено 1');

	const undo = /action="(\/coverings\/[^"]+\/withdrawal)"/.exec(whole)?.[1] ?? '';
	await vera.post(undo, { together: 'on' });
	const open = await text(vera.get(`/activities/${talk}`));
	expect(open).toContain('1 из 3 пар');
	expect(open).toContain('Отметка о выполнении отменена');
});

test('who does not take part is left out of the count, with the way back; who is not concerned too', async () => {
	const { plan, vera, talk, time } = await aSchoolOfPairs();
	await vera.post(`/roadmap/${plan.id}/units`, { kind: 'pair', names: pairs.join('\n') });
	const list = await text(vera.get(`/roadmap/${plan.id}/units`));
	const ending = /action="(\/units\/[^"]+\/ending)"/.exec(list)?.[1] ?? '';
	const ended = await vera.post(ending);
	expect(await text(vera.get(location(ended)))).toContain(`Больше не участвует: ${pairs[0]}`);
	expect(await text(vera.get(`/activities/${talk}`))).toContain('0 из 2 пар');

	const form = `/occurrences/${time}/coverings`;
	const unconcerned = boxOf(await text(vera.get(form)), pairs[1] ?? '');
	await vera.post(form, { ones: [unconcerned], who: 'excused', coveredOn: '05.09.2026', note: 'в отпуске' });
	expect(await text(vera.get(`/activities/${talk}`))).toContain('0 из 1 пары');
	await vera.post(ending.replace('ending', 'return'));
	expect(await text(vera.get(`/activities/${talk}`))).toContain('0 из 2 пар');
});

test('mentors are those whose role lasts today: a third one comes, the first leaves, nothing is written twice', async () => {
	const { school, plan, vera } = await aSchoolOfPairs();
	const lesson = plan.activities['Урок каждого наставника']?.id;
	expect(await text(vera.get(`/activities/${lesson}`))).toContain('0 из 1 наставника');
	await world.owner
		.insertInto('role_periods')
		.values(
			[school.teacher, school.psychologist].map(({ personId }) => ({
				organisation_id: school.organisationId,
				id: id(),
				person_id: personId,
				role: 'mentor',
				period: '[2026-10-01,2027-01-01)'
			}))
		)
		.execute();
	const seen = (day: string) => text(as(world, school.curator, at(`${day}T05:00:00Z`)).get(`/activities/${lesson}`));
	expect(await seen('2026-09-30')).toContain('0 из 1 наставника');
	expect(await seen('2026-10-01')).toContain('0 из 3 наставников');
});

test('what is mistyped comes back with the ticks; closing before all are covered takes a reason', async () => {
	const { plan, vera, time, talk } = await aSchoolOfPairs();
	await vera.post(`/roadmap/${plan.id}/units`, { kind: 'pair', names: pairs.join('\n') });
	const form = `/occurrences/${time}/coverings`;
	const box = boxOf(await text(vera.get(form)), pairs[1] ?? '');
	const wrong = await vera.post(form, { ones: [box], coveredOn: '06.09.2026', note: 'беседа' });
	expect(wrong.status).toBe(422);
	const again = await wrong.text();
	expect(again).toContain('Этот день ещё не наступил');
	expect(again).toContain('value="беседа"');
	expect(again).toMatch(new RegExp(`value="${box}" checked`));
	const nobody = await vera.post(form, { coveredOn: '05.09.2026' });
	expect(await nobody.text()).toContain('Никто не выбран');

	const bulk = await vera.post(`/roadmap/${plan.id}/completions`, { occurrence: [time] });
	expect(await bulk.text()).toContain('отмечают каждого по списку');
	const early = await vera.post(`/occurrences/${time}/completion`, done);
	expect(early.status).toBe(422);
	expect(await early.text()).toContain('Охвачены 0 из 3');
	const closed = await vera.post(`/occurrences/${time}/completion`, { ...done, note: 'Остальные с октября' });
	expect(closed.status).toBe(303);
	expect(await text(vera.get(`/activities/${talk}`))).toContain(`Остались без отметки: ${pairs[0]}`);
});

test('the counts stand on the day, on paper and in the report', async () => {
	const { school, plan, vera } = await aSchoolOfPairs();
	await vera.post(`/roadmap/${plan.id}/units`, { kind: 'pair', names: pairs.join('\n') });
	const day = await text(as(world, school.mentor, at('2026-09-08T05:00:00Z')).get('/today'));
	expect(day).toContain('0 из 3 пар');
	expect(day).toContain('/coverings');
	expect(await text(vera.get(`/roadmap/${plan.id}/print`))).toContain('0 из 3 пар');
	const word = await vera.get(`/roadmap/${plan.id}/progress.docx`);
	const { blocks } = readDocx(new Uint8Array(await word.arrayBuffer()));
	expect(JSON.stringify(blocks)).toContain('0 из 3 пар');
});

test('those who see an activity speak about it; whose words they are takes them away and puts them back', async () => {
	const { school, plan, vera, talk } = await aSchoolOfPairs();
	const anna = as(world, school.mentor);
	const empty = await anna.post(`/activities/${talk}/comments`, { text: '  ' });
	expect(empty.status).toBe(422);
	await anna.post(`/activities/${talk}/comments`, { text: 'Ким болеет,\n<b>встречу</b> на неделе' });
	const page = await text(vera.get(`/activities/${talk}`));
	expect(page).toContain('&lt;b&gt;встречу');
	expect(page).toContain('Комментарий написан');
	expect(await text(vera.get(`/roadmap/${plan.id}`))).toContain('Комментариев: ');
	const hers = /action="(\/comments\/[^"]+\/removal)"/;
	expect(hers.test(page)).toBe(false);
	const removal = hers.exec(await text(anna.get(`/activities/${talk}`)))?.[1] ?? '';
	expect((await vera.post(removal)).status).toBe(403);
	const removed = await anna.post(removal);
	expect(await text(anna.get(location(removed)))).toContain('Комментарий убран');
	expect(await text(vera.get(`/activities/${talk}`))).not.toContain('Ким болеет');
	await anna.post(removal.replace('removal', 'restoration'));
	expect(await text(vera.get(`/activities/${talk}`))).toContain('Ким болеет');
});
