import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { at, location, text } from '../../../test/plan-story';
import { as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { aStory, autumn, doneTimes, type Month, report, type Story, spring } from '../../../test/survey-seeds';
import { anEdition } from '../../../test/survey-story';
import type { Actor } from '../../core/actor';
import { wordsOf } from '../organisations/rules/words';
import { draftFrom, libraryByCode } from './rules/library/library';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const wordIn = async (answer: Response | Promise<Response>) =>
	new TextDecoder()
		.decode(unzipSync(new Uint8Array(await (await answer).arrayBuffer()))['word/document.xml'])
		.replace(/<[^>]+>/g, ' ');

/** Борис works with Анна, as the registers have it; the questionnaire is the library's own. */
async function aPairOfTheBank(story: Story, code: 'assessment-of-mentee' | 'assessment-of-mentor') {
	const { curator, mentor, mentee, organisationId: organisation_id } = story.school;
	const vera = as(world, curator);
	for (const [register, person] of [
		['mentors', mentor],
		['mentees', mentee]
	] as const)
		await vera.post(`/registry/${register}/entries`, { person: person.personId, from: '01.09.2026' });
	const entry = await world.owner
		.selectFrom('register_entries')
		.where('person_id', '=', mentee.personId)
		.select('id')
		.executeTakeFirstOrThrow();
	await world.owner
		.insertInto('programme_periods')
		.values({
			...{ organisation_id, id: id(), entry_id: entry.id, period: '[2026-09-02,)', partner_id: mentor.personId },
			...{ recorded_at: now.at, recorded_by: curator.personId }
		})
		.execute();
	const library = libraryByCode.get(code);
	if (!library) throw new Error(code);
	return (await anEdition(world, curator, draftFrom(library, wordsOf('school')))).edition;
}

type Asking = {
	edition: string;
	title: string;
	month: Month;
	who?: Record<string, string | string[]>;
	series?: string;
};

/** Вера prepares who looks at whom and opens the wave; answers with its address. */
async function assess({ school }: Story, { edition, title, month, who = { earlier: 'on' }, series }: Asking) {
	const vera = as(world, school.curator, at(month.now));
	const stage: Record<string, string> = series ? { series, stage: 'after' } : { stage: 'before' };
	const made = await vera.post('/surveys/waves', {
		...{ edition, title, identity: 'named', readers: ['curator', 'psychologist'], ...stage },
		...{ opensOn: month.opens, closesOn: month.closes }
	});
	const path = location(made).split('?')[0] ?? '';
	expect((await vera.post(`${path}/assessed`, who)).status).toBe(303);
	expect((await vera.post(`${path}/opening`)).status).toBe(303);
	return path;
}

/** Fills in one sheet: the same number for every parameter. */
async function look(actor: Actor, month: Month, number: number, words = '') {
	const person = as(world, actor, at(month.now));
	const own = [...(await text(person.get('/my-surveys'))).matchAll(/href="(\/my-surveys\/[^"?#]+)"/g)][0]?.[1] ?? '';
	const page = await text(person.get(own));
	const codes = new Set([...page.matchAll(/name="(q-[a-z]+)"/g)].map(([, code]) => code ?? ''));
	const answers = Object.fromEntries([...codes].map((code) => [code, code === 'q-basis' ? words : String(number)]));
	expect((await person.post(own, { ...answers, act: 'send', version: '0' })).status).toBe(303);
	return page;
}

test('S1 7: director and psychologist assess beside the mentor and himself, autumn and spring; shown to him are numbers alone; the report closes each time', async () => {
	const story = await aStory(
		world,
		'Школа оценки',
		'Оценка участников по заданным параметрам',
		[autumn, spring],
		'assess'
	);
	const { curator, director, psychologist, mentor, mentee, teacher } = story.school;
	const edition = await aPairOfTheBank(story, 'assessment-of-mentee');
	const observers = [director.personId, psychologist.personId];
	const who = { side: 'mentees', self: 'on', pair: 'on', observer: observers };
	const before = await assess(story, { edition, title: 'Оценка на входе', month: autumn, who });
	const vera = as(world, curator, at(autumn.now));
	expect(await text(vera.get(before))).toContain('о ком: Гусев Борис Олегович (наставник)');

	expect(await text(as(world, director, at(autumn.now)).get('/my-surveys'))).toContain('о ком: Гусев Борис Олегович');
	expect(await look(mentee, autumn, 8)).toContain('Вы отвечаете о себе');
	expect(await look(mentor, autumn, 6)).toContain('Числа школа может показать тому, о ком вы отвечаете');
	let list = await text(vera.get(`${before}/subjects`));
	expect(list).toContain('Со стороны оценены 1 из 1');
	expect(list).toContain('Ершов Глеб Ильич, Исаева Ольга Петровна');
	await look(director, autumn, 4, 'Видел два слабых урока');
	list = await text(vera.get(`${before}/subjects?filter=waiting`));
	expect(list).toContain('Исаева Ольга Петровна');
	expect(list).toMatch(/data-label="Сам"[^>]*><div>8</);
	expect(list).toMatch(/data-label="Со стороны"[^>]*><div>5</);

	const one = `${before}/subjects/${mentee.personId}`;
	const card = await text(vera.get(one));
	for (const words of ['наставник – 6', 'руководитель – 4', 'Видел два слабых урока', 'Ждём: Исаева'])
		expect(card).toContain(words);
	for (const stranger of [director, mentor, mentee, teacher]) {
		const seen = await as(world, stranger, at(autumn.now)).get(one);
		expect([403, 404], stranger.roles[0]).toContain(seen.status);
	}
	const boris = as(world, mentee, at(autumn.now));
	const his = `/my-assessments/${before.split('/').at(-1)}`;
	expect((await boris.get(his)).status).toBe(404);
	expect((await vera.post(`${before}/showings`, { subject: mentee.personId })).status, 'still open').toBe(422);

	expect(doneTimes(await story.card())).toBe(0);
	const paper = await report(story, before, autumn, 'Оценили на входе.');
	for (const words of ['Оценили на входе', 'Со стороны оценены 1 из 1', 'Сами и со стороны'])
		expect(paper).toContain(words);
	for (const secret of ['Гусев', 'Ершов', 'слабых урока']) expect(paper).not.toContain(secret);
	expect(doneTimes(await story.card())).toBe(1);
	const named = await wordIn(vera.get(`${before}/subjects/word`));
	expect(named).toContain('Гусев Борис Олегович');
	expect(named).not.toContain('слабых урока');

	const shown = location(await vera.post(`${before}/showings`, { subject: mentee.personId }));
	expect(await text(boris.get('/my-surveys'))).toContain('Как вас оценили');
	const own = await text(boris.get(his));
	expect(own).toMatch(/data-label="Вы"[^>]*><div>8</);
	expect(own).toMatch(/data-label="Со стороны"[^>]*><div>5</);
	for (const secret of ['слабых урока', 'Ершов', 'руководитель']) expect(own).not.toContain(secret);
	expect((await as(world, teacher, at(autumn.now)).get(his)).status).toBe(404);
	await vera.post(`${before}/showings/undoing`, { act: new URLSearchParams(shown.split('?')[1]).get('act') ?? '' });
	expect((await boris.get(his)).status).toBe(404);
	await vera.post(`${before}/showings`, { subject: mentee.personId });

	const series = before.split('/').at(-1) ?? '';
	const after = await assess(story, { edition, title: 'Оценка на выходе', month: spring, series });
	await look(mentee, spring, 8);
	await look(mentor, spring, 8);
	await look(director, spring, 7);
	const later = as(world, curator, at(spring.now));
	const changed = await text(later.get(`${after}/subjects/${mentee.personId}`));
	expect(changed).toContain('Сравнивается с «Оценка на входе»');
	expect(changed).toMatch(/data-label="Со стороны: было"[^>]*><div>5</);
	expect(changed).toMatch(/data-label="Со стороны: стало"[^>]*><div>7,5</);
	const second = await report(story, after, spring, 'Выросли.');
	for (const words of ['Было и стало: со стороны', '+2,5', '1 из 1']) expect(second).toContain(words);
	expect(doneTimes(await story.card())).toBe(2);
	await later.post(`${after}/showings`, { subject: mentee.personId });
	const both = await text(as(world, mentee, at(spring.now)).get(`/my-assessments/${after.split('/').at(-1)}`));
	expect(both).toContain('рядом – «Оценка на входе»');
	const taken = await (await as(world, mentee, at(spring.now)).get('/my-data/export')).arrayBuffer();
	const mine = Object.values(unzipSync(new Uint8Array(taken)))
		.map((bytes) => strFromU8(bytes))
		.join('\n');
	expect(mine).toContain('Как вас оценили');
	expect(mine).toMatch(/"Сам": 8,\s+"Со стороны": 5\b/);
	for (const secret of ['слабых урока', 'Ершов']) expect(mine).not.toContain(secret);
	const readings = await text(as(world, mentee, at(spring.now)).get('/my-data'));
	expect(readings).toContain('Дронова Вера Павловна');
});

test('S2 4.1: mentors are assessed by themselves, their mentees and the director; whoever was left out is named; the report closes the activity', async () => {
	const story = await aStory(
		world,
		'Гимназия оценки',
		'Оценка участников-наставников по заданным параметрам',
		[autumn],
		'assess'
	);
	const { curator, director, mentor, mentee, teacher } = story.school;
	const edition = await aPairOfTheBank(story, 'assessment-of-mentor');
	const who = { subject: mentor.personId, self: 'on', pair: 'on', observer: director.personId };
	const wave = await assess(story, { edition, title: 'Оценка наставников', month: autumn, who });
	const vera = as(world, curator, at(autumn.now));
	await vera.post('/registry/mentors/entries', { person: teacher.personId, from: '01.10.2026' });
	const list = await text(vera.get(`${wave}/subjects?filter=unseen`));
	expect(list).toContain('Белова Анна Сергеевна');
	expect(list).toContain('о них никого не спросили: Жукова Нина Львовна');
	await look(mentor, autumn, 9);
	await look(mentee, autumn, 7);
	await look(director, autumn, 8);
	const paper = await report(story, wave, autumn, 'Наставники готовы.');
	for (const words of ['Наставники готовы', 'Умение давать обратную связь', '7,5']) expect(paper).toContain(words);
	expect(doneTimes(await story.card())).toBe(1);
});

test('nobody looks at oneself twice, nothing is asked of nobody, and a wave without names assesses nobody', async () => {
	const story = await aStory(world, 'Школа пределов', 'Оценка', [autumn], 'assess');
	const { curator, director, mentee } = story.school;
	const { edition } = await anEdition(world, curator);
	const vera = as(world, curator, at(autumn.now));
	const wave = async (identity: string) => {
		const made = await vera.post('/surveys/waves', {
			...{ edition, title: 'Оценка', identity, readers: 'curator' },
			...{ opensOn: autumn.opens, closesOn: autumn.closes }
		});
		return location(made).split('?')[0] ?? '';
	};
	const named = await wave('named');
	expect((await vera.post(`${named}/assessed`, { side: 'mentees' })).status, 'nobody looks').toBe(422);
	await vera.post(`${named}/assessed`, { subject: [director.personId, mentee.personId], observer: director.personId });
	const page = await text(vera.get(named));
	expect(page).toContain('о ком: Гусев Борис Олегович (руководитель)');
	expect(page).not.toContain('о ком: Ершов');
	const unnamed = await vera.post(`${await wave('anonymous')}/assessed`, { side: 'mentees', self: 'on' });
	expect(unnamed.status).toBe(422);
	expect(await unnamed.text()).toContain('Оценивают с именем');
});
