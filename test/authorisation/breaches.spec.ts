import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { allow, notFound } from '../../src/core/errors';
import { get, type Route } from '../../src/http';
import { freshDatabase, type TestWorld } from '../support';
import { faultsOf } from '../walls/html';
import { aFullSchool } from './story';
import { walk } from './walk';

const nothing = { fields: {}, narrower: {} };
let world: TestWorld;
let story: Awaited<ReturnType<typeof aFullSchool>>;

beforeAll(async () => {
	world = await freshDatabase();
	story = await aFullSchool(world);
});

describe('the walk of the matrix sees what is broken on purpose', () => {
	/** A page whose query forgets whose eyes it serves: only the policy of the table stands before it. */
	const forgetful = get('/activities/:id', 'signed-in', async (c) => {
		const { tx } = c.var;
		const found = await tx
			.selectFrom('activities')
			.select('title')
			.where('id', '=', c.req.param('id'))
			.executeTakeFirst();
		return c.text((found ?? notFound()).title);
	});

	test('a policy switched off', async () => {
		expect(await walk(world.db, [forgetful], { ...story, ...nothing })).toEqual([]);

		const open = await freshDatabase();
		const there = await aFullSchool(open);
		await sql`alter policy own_organisation on activities using (true)`.execute(open.owner);
		const complaints = await walk(open.db, [forgetful], { ...there, ...nothing });
		expect(complaints).toContain("GET /activities/:id for the neighbour's curator: opens, declared: not-found");
		expect(complaints).toContain('GET /activities/:id for the upper methodologist: opens, declared: not-found');
		await open.drop();
	});

	test('an address open to more roles than declared', async () => {
		const declared = get('/people', ['curator'], (c) => c.text('люди'));
		const served: Route[] = [{ ...declared, who: 'signed-in' }];
		const complaints = await walk(world.db, [declared], { ...story, ...nothing, served });
		expect(complaints).toContain('GET /people for the mentor: opens, declared: forbidden');
		expect(complaints.join()).not.toContain('the curator:');
	});

	test('an address open to visitors', async () => {
		const declared = get('/people', 'signed-in', (c) => c.text('люди'));
		const served: Route[] = [{ ...declared, who: 'anyone' }];
		expect(await walk(world.db, [declared], { ...story, ...nothing, served })).toEqual([
			'GET /people for a visitor: opens, declared: sign-in'
		]);
	});

	test('a can… that is not asked', async () => {
		const narrower = { 'GET /activities/:id': { teacher: 'forbidden' } } as const;
		const asked = get('/activities/:id', ['curator', 'teacher'], (c) => {
			if (
				c.req.param('id') !== story.nouns['/activities/:id'] ||
				c.var.actor.organisationId !== story.school.organisationId
			)
				notFound();
			allow(c.var.actor.roles.includes('curator'));
			return c.text('план');
		});
		const unasked: Route = {
			...asked,
			handle: (c) => (c.var.actor.organisationId === story.school.organisationId ? c.text('план') : notFound())
		};
		expect(await walk(world.db, [asked], { ...story, ...nothing, narrower })).toEqual([]);
		expect(await walk(world.db, [asked], { ...story, ...nothing, narrower, served: [unasked] })).toEqual([
			'GET /activities/:id for the teacher: opens, declared: forbidden'
		]);
	});

	test('a page that shows another school’s words', async () => {
		const telling = get('/gossip', 'signed-in', (c) => c.text(`У соседей «${story.secrets[0]}»`));
		const complaints = await walk(world.db, [telling], { ...story, ...nothing });
		expect(complaints).toContain("GET /gossip shows the neighbour's mentor something of the school's");
	});

	test('a page that takes typed words for HTML', async () => {
		const trusting = get('/activities/:id', ['curator'], async (c) => {
			const title = (await c.var.tx.selectFrom('activities').select('title').executeTakeFirst())?.title ?? notFound();
			return c.html(
				`<!doctype html><html lang="ru"><head><title>План</title></head><body><main><h1>План</h1><p title="${title}">план</p></main></body></html>`
			);
		});
		const faults: string[] = [];
		await walk(world.db, [trusting], {
			...story,
			...nothing,
			look: ({ answer, text }) => answer.status === 200 && faults.push(...faultsOf(text))
		});
		expect(faults.join('\n')).toMatch(/inline script|not well formed/);
	});
});
