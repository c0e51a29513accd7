import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { aProgram, confirm, giveAccount } from '../../../test/letter-story';
import { aMailServer } from '../../../test/mail-server';
import { aSchoolAtWork, location, text } from '../../../test/plan-story';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

async function annaWithMail() {
	const { school } = await aSchoolAtWork(world);
	await giveAccount(world, school.mentor);
	const mail = await aMailServer();
	const program = await aProgram(world, school.organisationId, mail);
	const wishes = () =>
		world.owner
			.selectFrom('letter_wishes')
			.where('person_id', '=', school.mentor.personId)
			.selectAll()
			.executeTakeFirstOrThrow();
	const codeIn = async (index: number) => {
		const { subject } = await PostalMime.parse(mail.taken.at(index)?.raw ?? '');
		return /\d{6}/.exec(subject ?? '')?.[0] ?? '';
	};
	return { school, mail, program, anna: program.as(school.mentor), wishes, codeIn };
}

describe('At once', () => {
	test('ten guesses of a code are ten guesses: after the fifth the right one is of no use', async () => {
		const { anna, program, wishes, codeIn } = await annaWithMail();
		await anna.post('/my-letters/address', { address: 'belova@school.example', version: '0' });
		await program.carryWaiting();
		const code = await codeIn(0);
		const wrong = Array.from({ length: 10 }, (_, turn) =>
			String((Number(code) + 1 + turn) % 1_000_000).padStart(6, '0')
		);
		await Promise.all(wrong.map((guess) => anna.post('/my-letters/confirmation', { code: guess })));
		expect((await wishes()).wrong_codes).toBe(10);
		expect(location(await anna.post('/my-letters/confirmation', { code }))).toContain('old-code');
		expect((await wishes()).confirmed_at).toBeNull();
	});

	test('two wishes from two open pages: one is kept, the other page says which', async () => {
		const { anna, wishes } = await annaWithMail();
		const both = (version: string) =>
			Promise.all(
				['none', 'with-deadlines'].map((wish) => anna.post('/my-letters/wish', { wish, daysAhead: '0', version }))
			);
		for (const version of ['0', '1', '2']) {
			const answers = await both(version);
			expect(answers.map(({ status }) => status).sort(), `version ${version}`).toEqual([303, 409]);
			const said = await answers.find(({ status }) => status === 409)?.text();
			const kept = (await wishes()).wish === 'none' ? 'не присылать' : 'раз в неделю и перед сроками';
			expect(said).toContain(`сейчас «${kept}»`);
		}
		expect((await wishes()).version).toBe(3);
	});

	test('two addresses: one letter with a code goes, to the one that was kept', async () => {
		const { anna, program, mail, wishes } = await annaWithMail();
		const answers = await Promise.all(
			['first@school.example', 'second@school.example'].map((address) =>
				anna.post('/my-letters/address', { address, version: '0' })
			)
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
		await program.carryWaiting();
		expect(mail.taken.map(({ to }) => to)).toEqual([[(await wishes()).address]]);
	});
});

describe('An address that was changed', () => {
	test('is not blamed when a letter to the one before it is refused late', async () => {
		const { school, anna, program, mail, wishes, codeIn } = await annaWithMail();
		await confirm(program, mail, school.mentor, 'old@school.example');
		const { version } = await wishes();
		const change = async () =>
			anna.post('/my-letters/address', { address: 'new@school.example', version: String(version) });
		mail.moods.push({ atRecipient: 550, meanwhile: change });
		await program.morning('2026-09-07');
		expect(await wishes()).toMatchObject({ address: 'new@school.example', refused_at: null });
		expect(await text(anna.get('/my-letters'))).not.toContain('письма не доходят');

		program.set('2026-09-07', '09:00');
		await program.carryWaiting();
		await anna.post('/my-letters/confirmation', { code: await codeIn(-1) });
		mail.moods.push({ atRecipient: 550 });
		await program.morning('2026-09-14');
		expect(await text(anna.get('/my-letters'))).toContain('письма не доходят');
	});

	test('gets its own code only; the letter that still waited for the old one is dropped, and its code forgotten', async () => {
		const { school, anna, program, mail, wishes } = await annaWithMail();
		mail.moods.push({ atRecipient: 451 });
		await anna.post('/my-letters/address', { address: 'old@school.example', version: '0' });
		await program.carryWaiting();
		await anna.post('/my-letters/address', {
			address: 'new@school.example',
			version: String((await wishes()).version)
		});
		program.set('2026-09-01', '12:00');
		await program.carryWaiting();
		expect(mail.taken.map(({ to }) => to)).toEqual([['new@school.example']]);
		const letters = await world.owner
			.selectFrom('letters')
			.where('person_id', '=', school.mentor.personId)
			.select(['address', 'contents', 'given_up_at'])
			.orderBy('id')
			.execute();
		expect(letters).toMatchObject([
			{ address: 'old@school.example', contents: {}, given_up_at: expect.anything() },
			{ address: 'new@school.example', contents: {}, given_up_at: null }
		]);
	});
});

describe('A clock that jumps', () => {
	test('back by two weeks and forward again: nobody has two letters of one week or of one day', async () => {
		const { school, anna, program, mail, wishes } = await annaWithMail();
		await confirm(program, mail, school.mentor, 'belova@school.example');
		const { version } = await wishes();
		await anna.post('/my-letters/wish', { wish: 'with-deadlines', daysAhead: '1', version: String(version) });
		mail.taken.length = 0;
		const days = ['07', '08', '09', '14', '01', '07', '08', '09', '10', '14', '07', '15', '09', '21'];
		for (const day of days) await program.morning(`2026-09-${day}`);
		const letters = await world.owner
			.selectFrom('letters')
			.where('person_id', '=', school.mentor.personId)
			.where('kind', '<>', 'confirmation')
			.select(['kind', 'key', 'sent_at'])
			.orderBy('key')
			.execute();
		expect(letters.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
			'digest 2026-09-07',
			'deadlines 2026-09-09',
			'digest 2026-09-14',
			'digest 2026-09-21'
		]);
		expect(letters.every(({ sent_at }) => sent_at !== null)).toBe(true);
		expect(mail.taken).toHaveLength(letters.length);
		const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from graphile_worker.jobs
			where key = ${`${school.organisationId}:letters.round`}`.execute(world.owner);
		expect(rows[0]?.waiting).toBe(1);
	});
});
