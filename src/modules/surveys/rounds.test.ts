import { beforeAll, expect, test } from 'vitest';
import { at, location, text } from '../../../test/plan-story';
import { type aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { answer, aStory, autumn, doneTimes } from '../../../test/survey-seeds';
import { readAs } from '../../db/as-actor';
import { listSets } from '../groups/queries/sets';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

type School = Awaited<ReturnType<typeof aSchool>>;

/** Борис is А, Нина Б, Анна В; nobody is Г. */
async function sorted({ curator, mentee, teacher, mentor }: School) {
	const vera = as(world, curator, at(autumn.now));
	await vera.post('/group-sets', { preset: 'periods' });
	const [set] = await readAs(world.db, curator, (tx) => listSets(tx, curator));
	const group = (code: string) => set?.groups.find((one) => one.code === code)?.id ?? '';
	for (const [person, code] of [
		[mentee, 'А'],
		[teacher, 'Б'],
		[mentor, 'В']
	] as const)
		await vera.post(`/group-sets/${set?.id}/decisions`, {
			...{ group: group(code), from: '01.10.2026', basis: '', person: person.personId }
		});
	return { vera, set: set?.id ?? '', group };
}

test('S0 2.3: one act sends each group its own questionnaire; how they answer is seen by group; the report closes the activity', async () => {
	const { school, card } = await aStory(world, 'Школа групп', 'Проведение в каждой группе анкетирования', [autumn]);
	const { vera, set, group } = await sorted(school);
	const form = await text(vera.get(`/surveys/rounds/new?set=${set}`));
	expect(form).toContain('А – Допрофессиональный период: 1 человек');
	expect(form).toContain('Г – Послепрофессиональный период: пока никого');
	expect(form).toMatch(/value="library:group-a" selected/);

	const words = {
		...{ set, title: 'Потребности и запросы', identity: 'named', readers: 'curator' },
		...{ opensOn: autumn.opens, closesOn: autumn.closes }
	};
	const nothing = await vera.post('/surveys/rounds', words);
	expect(nothing.status).toBe(422);
	expect(await nothing.text()).toContain('хотя бы для одной группы');
	const each = Object.fromEntries(
		[
			['А', 'a'],
			['Б', 'b'],
			['В', 'c'],
			['Г', 'd']
		].map(([code = '', library]) => [`edition.${group(code)}`, `library:group-${library}`])
	);
	const sent = location(await vera.post('/surveys/rounds', { ...words, ...each }));
	const round = sent.split('?')[0] ?? '';
	expect(await text(vera.get(round))).toContain('Ответили 0 из 3, 3 группы');

	for (const [person, own, other] of [
		[school.mentee, 'хотите ли вы, чтобы у вас был наставник', 'чему вы можете научить'],
		[school.mentor, 'чему вы можете научить коллег', 'хотите ли вы, чтобы у вас был наставник']
	] as const) {
		const page = as(world, person, at(autumn.now));
		const mine = /href="(\/my-surveys\/[^"?#]+)"/.exec(await text(page.get('/my-surveys')))?.[1] ?? '';
		const asked = (await text(page.get(mine))).toLocaleLowerCase('ru');
		expect(asked).toContain(own);
		expect(asked).not.toContain(other);
	}
	await answer(world, school.mentee, autumn, {
		'q-areas': 'discipline',
		'q-request': 'Держать внимание класса',
		'q-mentor': 'yes'
	});
	await answer(world, school.mentor, autumn, { 'q-strong': 'discipline', 'q-wants': 'yes' });
	const half = await text(vera.get(round));
	expect(half).toContain('Ответили 2 из 3');
	expect(half).toMatch(/А – Допрофессиональный период[\s\S]{0,400}?1 из 1/);
	expect(half).toMatch(/Б – Профессионалы[\s\S]{0,400}?0 из 1/);
	expect(half).toContain('Из группы «Б – Профессионалы» не ответил никто');

	expect(doneTimes(await card())).toBe(0);
	const closes = /name="closes"\s+value="([^"]+)"/.exec(half)?.[1] ?? '';
	const filed = await vera.post(`${round}/report`, { conclusion: 'Группам нужна разная помощь.', closes });
	expect(location(filed)).toContain('closed=1');
	const done = await card();
	expect(doneTimes(done)).toBe(1);
	expect(done).toContain('Анкетирование по группам');
	expect(await text(vera.get(round))).toContain('Все анкеты закрыты');
	const { bytes } = await world.owner
		.selectFrom('evidence')
		.innerJoin('file_chunks', 'file_chunks.file_id', 'evidence.file_id')
		.where('evidence.artefact_kind', '=', 'survey-round')
		.select('file_chunks.bytes')
		.executeTakeFirstOrThrow();
	const { paperOf } = await import('../../../test/survey-seeds');
	const paper = paperOf(bytes);
	for (const said of ['Группам нужна разная помощь', 'А – Допрофессиональный период', 'Держать внимание класса'])
		expect(paper).toContain(said);
});

test('S0 3.1: what the groups answered says who could be a mentee and who a mentor, and why; entered with that as the basis', async () => {
	const { school, card, occurrences } = await aStory(
		world,
		'Школа двух групп',
		'Формирование групп наставляемых и наставников (по результатам анкетирования)',
		[autumn],
		'registry'
	);
	const { vera, set, group } = await sorted(school);
	await vera.post('/surveys/rounds', {
		...{ set, title: 'Потребности', identity: 'named', readers: 'curator' },
		...{ opensOn: autumn.opens, closesOn: autumn.closes },
		...{ [`edition.${group('А')}`]: 'library:group-a', [`edition.${group('В')}`]: 'library:group-c' }
	});
	await answer(world, school.mentee, autumn, {
		'q-areas': 'discipline',
		'q-request': 'Держать внимание класса',
		'q-mentor': 'yes'
	});
	await answer(world, school.mentor, autumn, { 'q-strong': 'discipline', 'q-wants': 'yes' });
	const mentees = await text(vera.get('/registry/mentees/new?filter=survey'));
	expect(mentees).toContain('Гусев');
	expect(mentees).toContain('просит: Держать внимание класса');
	expect(mentees).not.toContain('Белова');
	const mentors = await text(vera.get('/registry/mentors/new?filter=survey'));
	expect(mentors).toContain('Белова');
	expect(mentors).toContain('Готовы ли вы быть наставником? – Да');
	expect(mentors).not.toContain('Гусев');
	for (const [register, person] of [
		['mentees', school.mentee],
		['mentors', school.mentor]
	] as const)
		await vera.post(`/registry/${register}/entries`, {
			...{ person: person.personId, from: '10.10.2026', basis: 'по ответам на анкету' }
		});
	expect(doneTimes(await card())).toBe(0);
	const approved = await vera.post('/registry/mentees/editions', {
		...{ person: school.mentee.personId, on: '10.10.2026', actKind: '', closes: occurrences[0] ?? '' }
	});
	expect(location(approved)).toContain('closed=1');
	expect(doneTimes(await card())).toBe(1);
	expect(await text(as(world, school.mentee, at(autumn.now)).get('/my-data'))).toContain('Дронова Вера Павловна');
});
