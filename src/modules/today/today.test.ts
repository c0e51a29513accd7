import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, at, done, location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { anEdition, aWave } from '../../../test/survey-story';
import { capabilityCodes } from '../roadmap/rules/capabilities';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

/** The titles of one list of the day. */
const listed = (page: string, part: string) => {
	const section = new RegExp(`<section class="tasks" id="${part}">([\\s\\S]*?)</section>`).exec(page)?.[1] ?? '';
	return [...section.matchAll(/<th scope="row"[^>]*>\s*<a[^>]*>([^<]+)</g)].map(([, title]) => title);
};

test('the year goes by: what runs, what is due this week, what is late; the greeting counts it', async () => {
	const { school } = await aSchoolAtWork(world);
	const day = async (instant: string) => text(as(world, school.curator, at(instant)).get('/today'));

	const fifth = await day('2026-09-05T05:00:00Z');
	expect(fifth).toContain('5 сентября, суббота. На этой неделе сроков нет, просроченного нет.');
	expect(listed(fifth, 'running')).toEqual(['1. Провести анкетирование педагогов', 'Издать приказ о парах']);
	expect(listed(fifth, 'waiting')).toEqual(['Региональный семинар кураторов']);

	const tenth = await day('2026-09-10T05:00:00Z');
	expect(tenth).toContain('На этой неделе 1 дело, просроченного нет');
	expect(listed(tenth, 'week')).toEqual(['1. Провести анкетирование педагогов']);
	expect(tenth).toContain('сегодня');

	const october = await day('2026-10-02T05:00:00Z');
	expect(october).toContain('просрочено 2.');
	expect(listed(october, 'overdue')).toEqual(['1. Провести анкетирование педагогов', 'Издать приказ о парах']);
	expect(october).toContain('на 22 дня');
});

test('one button leads to the form and back to the day, where it can be taken back', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator, at('2026-09-10T05:00:00Z'));
	const page = await text(vera.get('/today'));
	const form = `/occurrences/${aTime(plan, 'Провести анкетирование педагогов')}/completion`;
	expect(page).toContain(`href="${form}?back=today"`);
	const answer = await vera.post(form, { ...done, back: 'today' });
	const after = await text(vera.get(location(answer)));
	expect(after).toContain('Отмечено: 1. Провести анкетирование педагогов');
	expect(after).toContain('Сделано за две недели: 1');
	expect(listed(after, 'week')).toEqual([]);
	const undo = /action="(\/completions\/[^"]+\/withdrawal)"/.exec(after)?.[1] ?? '';
	await vera.post(undo);
	expect(listed(await text(vera.get('/today')), 'week')).toEqual(['1. Провести анкетирование педагогов']);
});

test('the director sees the same with counts; a mentor only what names her', async () => {
	const { school } = await aSchoolAtWork(world);
	const director = await text(as(world, school.director, at('2026-10-02T05:00:00Z')).get('/today'));
	expect(listed(director, 'overdue')).toHaveLength(2);
	expect(director).toContain('href="#overdue"');
	const mentor = await text(as(world, school.mentor, at('2026-10-02T05:00:00Z')).get('/today'));
	expect(listed(mentor, 'overdue')).toEqual(['1. Провести анкетирование педагогов']);
	expect(mentor).not.toContain('Издать приказ');
	expect(mentor).not.toContain('скажите куратору');
});

test('a mentor named by role alone has no button: the day says whom to tell', async () => {
	const { school } = await aSchoolAtWork(world);
	await world.owner
		.updateTable('activity_responsible')
		.set({ text: 'Наставники', kind: 'group', person_id: null })
		.where('person_id', '=', school.mentor.personId)
		.execute();
	const anna = as(world, school.mentor, at('2026-10-02T05:00:00Z'));
	const day = await text(anna.get('/today'));
	expect(listed(day, 'overdue')).toEqual(['1. Провести анкетирование педагогов']);
	expect(day).not.toContain('/completion');
	expect(day).toContain('скажите куратору, он отметит');
});

test('the one button of each thing opens for whoever sees it: the room where that is theirs, the mark where it is not', async () => {
	const school = await aSchool(world, { name: 'Школа кнопок' });
	const { organisationId: _, ...people } = school;
	const everybody = Object.values(people);
	await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Всё',
				activities: capabilityCodes.map((capability) => ({
					title: `Дело: ${capability}`,
					capability,
					times: [{ from: '2026-09-01', to: '2026-09-30' }],
					responsible: everybody.map((person) => ({ text: person.name, kind: 'person' as const, person }))
				}))
			}
		]
	});
	const buttonOf = (page: string, title: string) => {
		const row = page.split('<tr').find((one) => one.includes(`${title}<`)) ?? '';
		return /<a class="button[^"]*" href="([^"]+)"/.exec(row)?.[1];
	};
	for (const person of everybody) {
		const someone = as(world, person);
		const day = await text(someone.get('/today'));
		for (const capability of capabilityCodes) {
			const href = buttonOf(day, `Дело: ${capability}`);
			expect(href, `${person.roles}: ${capability}`).toBeTruthy();
			expect((await someone.get(href ?? '')).status, `${person.roles}: ${href}`).toBe(200);
		}
	}
	const day = async (role: 'curator' | 'mentor' | 'psychologist') => text(as(world, school[role]).get('/today'));
	const rooms = {
		survey: '/surveys',
		registry: '/registry',
		interview: '/interviews',
		consent: '/consents',
		classify: '/groups'
	};
	for (const [capability, room] of Object.entries(rooms))
		expect(buttonOf(await day('curator'), `Дело: ${capability}`)).toBe(room);
	expect(buttonOf(await day('mentor'), 'Дело: survey')).toMatch(/\/completion\?back=today$/);
	expect(buttonOf(await day('psychologist'), 'Дело: registry')).toMatch(/\/completion\?back=today$/);
});

test('where there is nothing yet, the day says what to begin with', async () => {
	const alone = await aSchool(world, { name: 'Сельская школа', roles: ['curator'], onePersonMode: true });
	const vera = as(world, alone.curator);
	expect((await vera.get('/')).headers.get('location')).toBe('/today');
	expect(await text(vera.get('/today'))).toContain('куратор за всех');
	const page = await text(vera.get('/today'));
	expect(page).toContain('Загрузить дорожную карту');
	expect(page).toContain('href="/roadmap/imports/new"');
	expect(await text(vera.get('/roadmap'))).toContain('Плана пока нет');
});

test('a questionnaire waits in the week it comes and in the one it ends, says until when, and goes when it is answered', async () => {
	const school = await aSchool(world, { name: 'Школа анкет' });
	const { edition } = await anEdition(world, school.curator);
	const people = [school.teacher.personId];
	const { participants } = await aWave(world, school.curator, edition, {
		title: 'Как вы?',
		people,
		opensOn: '2026-09-01'
	});
	const nina = (instant: string) => as(world, school.teacher, at(instant));
	const title = 'Анкета ждёт ответа: Как вы?';
	const first = await text(nina('2026-09-05T05:00:00Z').get('/today'));
	expect(listed(first, 'week')).toEqual([title]);
	expect(first).toContain('до 30 сентября');
	expect(first).toContain(`href="/my-surveys/${participants[0]}"`);
	expect(listed(await text(nina('2026-09-15T05:00:00Z').get('/today')), 'running')).toEqual([title]);
	expect(listed(await text(nina('2026-09-28T05:00:00Z').get('/today')), 'week')).toEqual([title]);
	expect(listed(await text(nina('2026-10-01T05:00:00Z').get('/today')), 'week')).toEqual([]);
	await world.owner
		.updateTable('survey_participants')
		.set({ answered: true })
		.where('id', '=', participants[0] ?? '')
		.execute();
	expect(listed(await text(nina('2026-09-28T05:00:00Z').get('/today')), 'week')).toEqual([]);
});
