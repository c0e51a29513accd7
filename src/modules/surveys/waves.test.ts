import { beforeAll, expect, test } from 'vitest';
import { at, location, text } from '../../../test/plan-story';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { aFileQuestion, anEdition, aWave, howAreYou } from '../../../test/survey-story';
import { system } from '../../core/actor';
import { nowIn } from '../../core/dates';
import { asActor } from '../../db/as-actor';
import { answerNamed } from './commands/answer/named';
import { closeEndedWaves } from './jobs';
import { findAsked } from './queries/filling';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const asked = (edition: string, more: Record<string, string | readonly string[]> = {}) => ({
	edition,
	title: 'Как прошла первая четверть',
	identity: 'anonymous',
	readers: ['curator'],
	opensOn: '05.09.2026',
	closesOn: '20.09.2026',
	role: ['mentor', 'mentee'],
	...more
});
const namesOn = async (page: string) =>
	[...page.matchAll(/<th scope="row"[^>]*>\s*<a[^>]*>([^<]+)</g)].map(([, one]) => one);

test('Вера prepares a wave, is told that so few are better asked openly, opens it and takes it back', async () => {
	const { curator } = await aSchool(world, { name: 'Школа волны' });
	const { edition } = await anEdition(world, curator);
	const vera = as(world, curator);
	expect(await text(vera.get('/surveys'))).toContain('Пока никого ни о чём не спрашивали');
	const form = await text(vera.get(`/surveys/waves/new?edition=${edition}`));
	for (const words of ['Наставники: 1', 'Наставляемые: 1', 'Ответы видны после закрытия', 'у кого в руках сервер'])
		expect(form, words).toContain(words);

	const path = location(await vera.post('/surveys/waves', asked(edition))).split('?')[0] ?? '';
	const prepared = await text(vera.get(path));
	expect(await namesOn(prepared)).toEqual(['Белова Анна Сергеевна', 'Гусев Борис Олегович']);
	expect(prepared).toContain('будет спрошено 2 человека');
	expect(prepared).toContain('Так мало ответов без имени программа не покажет');
	expect(await text(vera.get('/surveys'))).toContain('готовится');

	await vera.post(`${path}/people`, { everyone: 'on' });
	const wider = await text(vera.get(path));
	expect(wider).not.toContain('Так мало ответов без имени');
	const opened = await vera.post(`${path}/opening`);
	const after = await text(vera.get(location(opened)));
	expect(after).toContain('Идёт до 20 сентября: ответили 0 из');
	expect(after).toContain('opening/undoing');
	await vera.post(`${path}/opening/undoing`);
	expect(await text(vera.get(path))).toContain('Готовится');
	expect((await vera.post(`${path}/removal`)).headers.get('location')).toContain('saved=removed');
	expect((await vera.get(path)).status).toBe(404);
	await vera.post(`${path}/restoration`);
	expect(await text(vera.get(path))).toContain('Анкетирование возвращено');
});

test('wrong dates, no name, no reader: what was typed stays, and each is told beside its field', async () => {
	const { curator } = await aSchool(world, { name: 'Школа дат' });
	const { edition } = await anEdition(world, curator);
	const vera = as(world, curator);
	const refused = async (more: Record<string, string | readonly string[]>) => {
		const answer = await vera.post('/surveys/waves', asked(edition, { words: 'Зачем спрашиваем', ...more }));
		const page = await answer.text();
		expect(answer.status).toBe(422);
		expect(page).toContain('Зачем спрашиваем');
		expect(page).toContain('value="mentor" checked');
		return page;
	};
	expect(await refused({ opensOn: '31.02.2026' })).toContain('Укажите первый день, ДД.ММ.ГГГГ');
	expect(await refused({ closesOn: '04.09.2026' })).toContain('Последний день раньше первого');
	expect(await refused({ opensOn: '01.09.2026', closesOn: '02.09.2026' })).toContain('Этот день уже прошёл');
	expect(await refused({ opensOn: '05.09.2062', closesOn: '20.09.2062' })).toContain('проверьте год');
	expect(await refused({ title: '  ' })).toContain('Назовите анкетирование');
	expect(await refused({ readers: [] })).toContain('Отметьте, кто прочтёт ответы');
	expect(await refused({ identity: 'named', title: 'а'.repeat(201) })).toContain('Не длиннее 200 знаков');
});

test('a wave that nobody is asked by does not open; the form sent twice prepares one wave', async () => {
	const { curator } = await aSchool(world, { name: 'Школа пустой волны' });
	const { edition } = await anEdition(world, curator);
	const vera = as(world, curator);
	const once = { ...asked(edition, { role: [] }), token: crypto.randomUUID() };
	const [first, second] = [await vera.post('/surveys/waves', once), await vera.post('/surveys/waves', once)];
	expect(location(first)).toBe(location(second));
	const path = location(first).split('?')[0];
	const refused = await vera.post(`${path}/opening`);
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('Отвечать пока некому');
});

test('a questionnaire that asks for a file is asked with names; series hold one manner of asking', async () => {
	const { curator } = await aSchool(world, { name: 'Школа файлов' });
	const [first] = howAreYou.sections;
	const withFile = { ...howAreYou, sections: [{ title: '', about: '', questions: [aFileQuestion] }] };
	const { edition } = await anEdition(world, curator, withFile);
	const { edition: plain } = await anEdition(world, curator, { ...howAreYou, sections: first ? [first] : [] });
	const vera = as(world, curator);
	expect(await (await vera.post('/surveys/waves', asked(edition))).text()).toContain('файл выдаёт автора');
	expect((await vera.post('/surveys/waves', asked(edition, { identity: 'named' }))).status).toBe(303);
	const { wave } = await aWave(world, curator, plain, { title: 'До начала', identity: 'pseudonymous' });
	const compared = (identity: string) =>
		vera.post('/surveys/waves', asked(plain, { identity, series: wave, stage: 'after', title: 'После' }));
	expect(await (await compared('named')).text()).toContain('там спрашивали иначе');
	const after = location(await compared('pseudonymous')).split('?')[0] ?? '';
	expect(await text(vera.get(after))).toContain('До начала');
});

test('whoever is asked a fifth time in a school year is named before the wave opens', async () => {
	const { curator, mentor, mentee } = await aSchool(world, { name: 'Школа усталых' });
	const { edition } = await anEdition(world, curator);
	for (const closesOn of ['2026-09-10', '2026-09-11', '2026-09-12', '2026-09-13'])
		await aWave(world, curator, edition, { people: [mentor.personId], closesOn, closed: true });
	await aWave(world, curator, edition, { people: [mentee.personId], opened: false });
	const vera = as(world, curator);
	const path = location(await vera.post('/surveys/waves', asked(edition))).split('?')[0] ?? '';
	const page = await text(vera.get(path));
	expect(page).toContain('Больше четырёх анкет за учебный год');
	expect(page).toContain('Белова Анна Сергеевна (5)');
	expect(page).not.toContain('Гусев Борис Олегович (');
});

test('while it is open people come and go, but who has answered stays; dates move, the edition never', async () => {
	const { curator, mentor, mentee, teacher } = await aSchool(world, { name: 'Школа перемен' });
	const { edition, questionnaire } = await anEdition(world, curator);
	const people = [mentor.personId, mentee.personId];
	const { wave, participants } = await aWave(world, curator, edition, { people });
	await world.owner
		.updateTable('survey_participants')
		.set({ answered: true })
		.where('id', '=', participants[0] ?? '')
		.execute();
	await anEdition(world, curator, { ...howAreYou, title: 'Новые слова' }, { questionnaire, number: 2 });
	const vera = as(world, curator);
	const path = `/surveys/waves/${wave}`;

	expect(await text(vera.get(path))).toContain('редакция 2');
	expect((await vera.post(path, { ...asked(edition), version: '1' })).status).toBe(422);
	await vera.post(`${path}/people`, { person: teacher.personId });
	expect(await namesOn(await text(vera.get(path)))).toHaveLength(3);
	const off = await vera.post(`${path}/taken-off`, { participant: participants });
	expect(location(off)).toContain('saved=off');
	expect(await namesOn(await text(vera.get(path)))).toEqual(['Белова Анна Сергеевна', 'Жукова Нина Львовна']);
	await vera.post(`${path}/people`, { person: mentee.personId });
	expect(await namesOn(await text(vera.get(`${path}?filter=left`)))).toEqual([
		'Гусев Борис Олегович',
		'Жукова Нина Львовна'
	]);
	const early = await vera.post(`${path}/dates`, { opensOn: '10.09.2026', closesOn: '30.09.2026' });
	expect(await early.text()).toContain('Уже есть ответы: первый день не может быть впереди');
	await vera.post(`${path}/dates`, { opensOn: '01.09.2026', closesOn: '12.10.2026' });
	expect(await text(vera.get(path))).toContain('Идёт до 12 октября: ответили 1 из 3');
	expect((await vera.post(`${path}/opening/undoing`)).status).toBe(422);
	const about = await vera.post(`${path}/people`, { person: mentee.personId, about: mentee.personId });
	expect(await about.text()).toContain('О себе не отвечают');
	await vera.post(`${path}/people`, { person: mentee.personId, about: mentor.personId });
	expect(await text(vera.get(path))).toContain('о ком: Белова Анна Сергеевна');
});

test('an answer on its way is waited for: the opening is not undone under it', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа мгновения' });
	const { edition } = await anEdition(world, curator);
	const { wave, participants } = await aWave(world, curator, edition, { people: [mentor.personId] });
	let undoing: Promise<Response> | undefined;
	await asActor(world.db, mentor, 'read write', async (tx) => {
		const asked = await findAsked(tx, mentor, participants[0] ?? '');
		if (!asked) throw new Error('not asked');
		const given = { answers: { q3: { number: 7 } }, uploads: {}, version: 0, how: 'program', token: id() } as const;
		await answerNamed(tx, mentor, asked, given, now);
		undoing = Promise.resolve(as(world, curator).post(`/surveys/waves/${wave}/opening/undoing`));
		await new Promise((later) => setTimeout(later, 300));
		return { ok: true };
	});
	expect((await undoing)?.status).toBe(422);
	expect(await text(as(world, curator).get(`/surveys/waves/${wave}`))).toContain('ответили 1 из 1');
});

test('asked without names after all: what was begun under a name is forgotten', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа передумавших' });
	const { edition } = await anEdition(world, curator);
	const { wave, participants } = await aWave(world, curator, edition, { people: [mentor.personId] });
	await as(world, mentor).post(`/my-surveys/${participants[0]}/draft`, { 'q-q2': 'Начало ответа' });
	const drafts = () =>
		world.owner
			.selectFrom('survey_drafts')
			.select('participant_id')
			.where('participant_id', '=', participants[0] ?? '')
			.execute();
	expect(await drafts()).toHaveLength(1);
	const vera = as(world, curator);
	await vera.post(`/surveys/waves/${wave}/opening/undoing`);
	await vera.post(`/surveys/waves/${wave}`, { ...asked(edition), version: '2' });
	expect(await text(vera.get(`/surveys/waves/${wave}`))).toContain('Анкета без имени');
	expect(await drafts()).toEqual([]);
});

test('links are made once for each who has none to be shown; another one is made for whoever is named', async () => {
	const { curator, mentor, mentee, teacher } = await aSchool(world, { name: 'Школа ссылок' });
	const { edition } = await anEdition(world, curator);
	const people = [mentor.personId, mentee.personId];
	const { wave, participants } = await aWave(world, curator, edition, { people });
	const vera = as(world, curator);
	const make = (participant: readonly string[] = []) => vera.post(`/surveys/waves/${wave}/links`, { participant });
	const made = async () =>
		(
			await world.owner
				.selectFrom('survey_links')
				.select('id')
				.where('organisation_id', '=', curator.organisationId)
				.execute()
		).length;
	expect((await make()).status).toBe(303);
	expect(await text(vera.get(`/surveys/waves/${wave}/slips`))).not.toContain('недостающие');
	expect(await (await make()).text()).toContain('Ссылка уже есть у каждого');
	await vera.post(`/surveys/waves/${wave}/people`, { person: teacher.personId });
	expect(await text(vera.get(`/surveys/waves/${wave}/slips`))).toContain('недостающие');
	await make();
	expect(await made()).toBe(3);
	await make([participants[0] ?? '']);
	expect(await made()).toBe(4);
});

test('the morning after its last day the program closes a wave; with names it may go on, without it may not', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа утра' });
	const { edition } = await anEdition(world, curator);
	const staff = await world.owner
		.selectFrom('people')
		.select('id')
		.where('organisation_id', '=', curator.organisationId)
		.limit(5)
		.execute();
	const named = await aWave(world, curator, edition, { people: [mentor.personId], closesOn: '2026-09-07' });
	const unnamed = await aWave(world, curator, edition, {
		identity: 'anonymous',
		people: staff.map(({ id }) => id),
		closesOn: '2026-09-07'
	});
	const ofSomebody = await as(world, curator).post(`/surveys/waves/${unnamed.wave}/people`, {
		person: staff[0]?.id ?? '',
		about: staff[1]?.id ?? ''
	});
	expect(await ofSomebody.text()).toContain('Без имени о людях не спрашивают');
	await world.owner
		.updateTable('survey_participants')
		.set({ answered: true })
		.where('wave_id', '=', unnamed.wave)
		.execute();
	const eighth = at('2026-09-08T01:00:00Z');
	const vera = as(world, curator, eighth);
	expect(await text(vera.get(`/surveys/waves/${named.wave}`))).toContain('Ответы больше не принимаются');
	const author = system(curator.organisationId, curator.timeZone);
	await closeEndedWaves(
		{ ...world, clock: eighth, actorOf: async () => undefined },
		author,
		{},
		nowIn(author.timeZone, eighth())
	);
	const page = await text(vera.get(`/surveys/waves/${named.wave}`));
	expect(page).toContain('Закрыто: ответили 0 из 1');
	expect(page).toContain('программа');
	await vera.post(`/surveys/waves/${named.wave}/reopening`, { closesOn: '20.09.2026' });
	expect(await text(vera.get(`/surveys/waves/${named.wave}`))).toContain('Идёт до 20 сентября');
	const refused = await vera.post(`/surveys/waves/${unnamed.wave}/reopening`, { closesOn: '20.09.2026' });
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('следующий ответ был бы виден как разница');
	await vera.post(`/surveys/waves/${named.wave}/closing`);
	expect(await text(vera.get('/surveys?filter=closed'))).toContain('закрыто');
});

test('a psychologist keeps what she made and what is for her; a teacher is led to what she answers', async () => {
	const { curator, psychologist, teacher } = await aSchool(world, { name: 'Школа психолога' });
	const { edition } = await anEdition(world, curator);
	const theirs = await aWave(world, curator, edition, { title: 'Для куратора' });
	const hers = await aWave(world, curator, edition, { title: 'Для психолога', readers: ['psychologist'] });
	const olga = as(world, psychologist);
	const list = await text(olga.get('/surveys'));
	expect(list).toContain('Для психолога');
	expect(list).not.toContain('Для куратора');
	expect((await olga.get(`/surveys/waves/${hers.wave}`)).status).toBe(200);
	expect((await olga.get(`/surveys/waves/${theirs.wave}`)).status).toBe(404);
	expect(location(await as(world, teacher).get('/surveys'))).toBe('/my-surveys');
});
