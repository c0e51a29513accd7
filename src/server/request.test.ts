import { pino } from 'pino';
import { expect, it } from 'vitest';
import { aSchool, clock } from '../../test/stories';
import { freshDatabase } from '../../test/support';
import { createApp } from '../app';
import { journal } from '../db/journal';
import { post } from '../http';
import { makeMetrics, observe } from './metrics';

it('the journal’s line, the log’s line and the answer carry one number', async () => {
	const world = await freshDatabase();
	const { curator, mentor } = await aSchool(world);
	const log: { requestId: string; route: string }[] = [];
	const metrics = makeMetrics({ totalCount: 0, idleCount: 0, waitingCount: 0 }, async () => ({
		waiting: 0,
		failed: 0
	}));
	const routes = [
		post('/people/:id/note', 'signed-in', ['person.changed'], async (c) => {
			const { tx, actor, now } = c.var;
			await journal(tx, actor, 'person.changed', { kind: 'person', id: c.req.param('id') }, now);
			return c.redirect('/', 303);
		})
	];
	const app = createApp(
		{
			db: world.db,
			clock,
			actorOf: async () => curator,
			observe: observe(metrics, pino({}, { write: (line) => void log.push(JSON.parse(line)) }))
		},
		routes
	);
	const answer = await app.request(`/people/${mentor.personId}/note`, {
		method: 'POST',
		headers: { origin: 'http://localhost' },
		body: new URLSearchParams()
	});
	const number = answer.headers.get('x-request-id');
	expect(log).toMatchObject([{ requestId: number, route: '/people/:id/note' }]);
	const line = await world.owner.selectFrom('journal').select('request_id').executeTakeFirstOrThrow();
	expect(line.request_id).toBe(number);
});
