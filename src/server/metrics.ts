import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Counts of connections to the database. */
type Pool = { totalCount: number; idleCount: number; waitingCount: number };

export type Metrics = ReturnType<typeof makeMetrics>;

/** What Prometheus may know: durations by the pattern of the address, connections, jobs. Nothing tells one person from another. */
export function makeMetrics(pool: Pool, waitingJobs: () => Promise<{ waiting: number; failed: number }>) {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const requests = new Histogram({
		name: 'http_request_duration_seconds',
		help: 'Duration of requests by route pattern, method and status',
		labelNames: ['method', 'route', 'status'] as const,
		buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
		registers: [registry]
	});
	new Gauge({
		name: 'database_connections',
		help: 'Connections of the serving pool by state',
		labelNames: ['state'] as const,
		registers: [registry],
		collect() {
			this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
			this.set({ state: 'idle' }, pool.idleCount);
			this.set({ state: 'waited_for' }, pool.waitingCount);
		}
	});
	new Gauge({
		name: 'background_jobs',
		help: 'Jobs waiting for their turn, and jobs given up after their last attempt',
		labelNames: ['state'] as const,
		registers: [registry],
		async collect() {
			const { waiting, failed } = await waitingJobs();
			this.set({ state: 'waiting' }, waiting);
			this.set({ state: 'failed' }, failed);
		}
	});
	return { registry, requests };
}

/** Times every request of the application and writes one line about it: the pattern of the address, never the address itself. */
export const observe =
	({ requests }: Metrics, log: Logger): MiddlewareHandler =>
	async (c, next) => {
		const began = performance.now();
		const requestId = crypto.randomUUID();
		c.set('requestId', requestId);
		await next();
		const ms = performance.now() - began;
		const line = {
			requestId,
			method: methodOf(c),
			route: patternOf(c),
			status: c.res.status,
			ms: Math.round(ms * 10) / 10
		};
		requests.observe({ method: line.method, route: line.route, status: String(line.status) }, ms / 1000);
		log[c.res.status >= 500 ? 'error' : 'info'](line, 'request');
		c.header('x-request-id', requestId);
	};

/** '/people/:id', not '/people/0190…'. What no route knows is one word, or strangers could grow our metrics at will. */
function patternOf(c: Context) {
	const known = matchedRoutes(c).filter(({ method, path }) => method !== 'ALL' && path !== '/*');
	return known[0]?.path ?? 'unknown'; // the first answers: '/roadmap/imports' fits '/roadmap/:id' too
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const methodOf = (c: Context) => (methods.has(c.req.method) ? c.req.method : 'OTHER');
