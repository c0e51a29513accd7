import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, done, location, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const completions = (organisationId: string) =>
	world.owner.selectFrom('completions').selectAll().where('organisation_id', '=', organisationId).execute();

test('Vera entrusts a row to Boris: it comes to his day, he may mark it; taken from him, it is nobody’s', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const [vera, boris] = [as(world, school.curator), as(world, school.mentee)];
	const path = `/activities/${plan.activities['Издать приказ о парах']?.id}`;
	expect((await boris.get(path)).status).toBe(404);
	expect(await text(boris.get('/today'))).toContain('Вас пока ничто не ждёт');

	const answer = await vera.post(`${path}/responsible`, { personId: school.mentee.personId, position: '0' });
	expect(await text(vera.get(location(answer)))).toContain('Отвечает Гусев Борис Олегович');
	expect(await text(boris.get('/today'))).toContain('Издать приказ о парах');
	expect(await text(boris.get(path))).toContain('Отметить выполненным');
	expect((await vera.post(`${path}/responsible`, { personId: school.mentee.personId, position: '' })).status).toBe(422);

	await vera.post(`${path}/responsible`, { personId: school.teacher.personId, position: '' });
	expect(await text(vera.get(path))).toContain('Жукова Нина Львовна');
	await vera.post(`${path}/responsible/${school.mentee.personId}/removal`);
	await vera.post(`${path}/responsible/${school.teacher.personId}/removal`);
	expect((await boris.get(path)).status).toBe(404);
	const card = await text(vera.get(path));
	expect(card).toContain('Директор');
	expect(card).not.toContain(`<a href="/people/${school.teacher.personId}`);
});

test('several rows go to Nina at once: in place of «Директор», beside the group, not twice', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const [vera, nina] = [as(world, school.curator), as(world, school.teacher)];
	const occurrence = [aTime(plan, 'Издать приказ о парах'), aTime(plan, 'Встречи пар')];
	const nobody = await vera.post(`/roadmap/${plan.id}/assignments`, { occurrence, personId: '' });
	expect(nobody.status).toBe(422);
	const page = await nobody.text();
	expect(page).toContain('Выберите, кому поручить');
	expect(page).toMatch(new RegExp(`value="${occurrence[0]}"[^>]*checked`));

	const answer = await vera.post(`/roadmap/${plan.id}/assignments`, { occurrence, personId: school.teacher.personId });
	const hers = await text(vera.get(location(answer).replace('#activities', '')));
	expect(hers).toContain('Поручено строк: 2');
	expect(hers).toContain('Издать приказ о парах');
	expect(hers).not.toContain('>1. Провести анкетирование');
	expect(await text(nina.get('/today'))).toContain('Издать приказ о парах');
	expect(await text(vera.get(`/activities/${plan.activities['Издать приказ о парах']?.id}`))).toContain(
		'в плане «Директор»'
	);
	const meetings = await text(vera.get(`/activities/${plan.activities['Встречи пар']?.id}`));
	expect(meetings).toContain('Педагоги-наставники');
	const again = await vera.post(`/roadmap/${plan.id}/assignments`, { occurrence, personId: school.teacher.personId });
	expect(await again.text()).toContain('уже отвечает');
	expect(
		(await nina.post(`/roadmap/${plan.id}/assignments`, { occurrence, personId: school.teacher.personId })).status
	).toBe(403);
});

test('a mentor sees what names her, by name or by role; only by name may she mark it', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const anna = as(world, school.mentor);
	const path = (title: string) => `/activities/${plan.activities[title]?.id}`;
	expect(await text(anna.get(path('Провести анкетирование педагогов')))).not.toContain('скажите куратору');
	const meetings = await anna.get(path('Встречи пар'));
	expect(meetings.status).toBe(200);
	const card = await meetings.text();
	expect(card).not.toContain('/completion');
	expect(card).toContain('скажите куратору, он отметит');
	const form = `/occurrences/${aTime(plan, 'Встречи пар')}/completion`;
	expect((await anna.get(form)).status).toBe(403);
	expect((await anna.post(form, done)).status).toBe(403);
	expect((await anna.get(path('Издать приказ о парах'))).status).toBe(404);
	expect((await anna.get(`/roadmap/${plan.id}`)).status).toBe(403);
	expect((await anna.get('/journal')).status).toBe(403);
	expect((await anna.post(`${path('Провести анкетирование педагогов')}/responsible`)).status).toBe(403);
});

test('another school finds nothing: neither plan, activity, form, mark nor file', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const path = `/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion`;
	await vera.post(path, { ...done, files: new File(['тайна'], 'Приказ.txt') });
	const [mark] = await completions(school.organisationId);
	const { file_id } = await world.owner
		.selectFrom('evidence')
		.select('file_id')
		.where('organisation_id', '=', school.organisationId)
		.executeTakeFirstOrThrow();
	const stranger = as(world, (await aSchool(world, { name: 'Школа № 2' })).curator);
	const { id } = plan.activities['Издать приказ о парах'] ?? {};
	for (const address of [
		`/roadmap/${plan.id}`,
		`/roadmap/${plan.id}/review`,
		`/activities/${id}`,
		path,
		`/files/${file_id}`
	]) {
		expect((await stranger.get(address)).status, address).toBe(404);
		expect((await vera.get(address)).status, address).toBeLessThan(400);
	}
	for (const address of [
		path,
		`/completions/${mark?.id}/withdrawal`,
		`/roadmap/${plan.id}/archiving`,
		`/activities/${id}/evidence`
	]) {
		expect((await stranger.post(address, done)).status, address).toBe(404);
	}
	expect(await text(stranger.get('/search?q=приказ'))).toContain('ничего не нашлось');
});

test('the psychologist marks what is entrusted to her post; when somebody is named behind it, that one does', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const order = plan.activities['Издать приказ о парах'];
	const entrust = (change: { text?: string; kind?: 'role' | 'group'; person_id?: string }) =>
		world.owner
			.updateTable('activity_responsible')
			.set(change)
			.where('activity_id', '=', order?.id ?? '')
			.execute();
	const olga = as(world, school.psychologist);
	const form = `/occurrences/${order?.occurrences[0]}/completion`;
	await entrust({ text: 'Педагоги-психологи', kind: 'group' });
	expect((await olga.get(form)).status).toBe(403);
	await entrust({ text: 'Педагог-психолог', kind: 'role' });
	expect(await text(olga.get('/today'))).toContain(form);
	expect((await olga.post(form, done)).status).toBe(303);
	await entrust({ person_id: school.teacher.personId });
	expect((await olga.get(form)).status).toBe(404);
	expect((await as(world, school.teacher).get(`/activities/${order?.id}`)).status).toBe(200);
});

test('who has left the school stands in the plan as no longer working', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	await world.owner
		.updateTable('employments')
		.set({ period: '[2020-09-01,2026-09-01)' })
		.where('person_id', '=', school.mentor.personId)
		.execute();
	expect(await text(as(world, school.curator).get(`/roadmap/${plan.id}`))).toContain('(уже не работает)');
});
