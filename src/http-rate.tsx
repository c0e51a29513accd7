import type { Context, MiddlewareHandler } from 'hono';
import type { World } from './http';
import { clientAddress } from './http-client';
import { ErrorPage } from './ui/error-page';

/** Requests that may come at once, and how many a second are given back. */
type Bucket = { capacity: number; perSecond: number };

/** Far above any person and any school behind one address; a program that hammers is stopped. */
const limits = {
	browser: { capacity: 400, perSecond: 8 },
	address: { capacity: 3000, perSecond: 60 }
} as const satisfies Record<string, Bucket>;

type Left = { tokens: number; at: number };

/** One bucket of tokens a key, filled by time; keys that are full again are forgotten. */
export function buckets({ capacity, perSecond }: Bucket, most = 50_000) {
	const left = new Map<string, Left>();
	const refilled = ({ tokens, at }: Left, now: number) => Math.min(capacity, tokens + (now - at) * perSecond);

	function forget(now: number) {
		for (const [key, bucket] of left) if (refilled(bucket, now) >= capacity) left.delete(key);
		for (const key of left.keys()) {
			if (left.size <= most / 2) break;
			left.delete(key); // the oldest: a flood of keys must not fill the memory
		}
	}

	/** Takes one token; answers with the seconds to wait when there is none, 0 when there was. `now` in seconds. */
	return function take(key: string, now: number) {
		if (left.size >= most) forget(now);
		const tokens = refilled(left.get(key) ?? { tokens: capacity, at: now }, now);
		if (tokens < 1) return Math.ceil((1 - tokens) / perSecond);
		left.set(key, { tokens: tokens - 1, at: now });
		return 0;
	};
}

/** Generous by browser (its cookies) and by address; beyond that 429 with Retry-After. Counts in this process's memory. */
export function rateLimit(
	world: Pick<World, 'publicUrl'>,
	seconds = () => performance.now() / 1000
): MiddlewareHandler {
	const [ofBrowser, ofAddress] = [buckets(limits.browser), buckets(limits.address)];
	return async (c: Context, next) => {
		const [address, now] = [clientAddress(c, world), seconds()];
		if (!address) return next(); // from within this process, not from the network
		const wait = Math.max(ofAddress(address, now), ofBrowser(`${address} ${c.req.header('cookie') ?? ''}`, now));
		if (wait === 0) return next();
		c.header('retry-after', String(wait));
		return c.html(<ErrorPage status={429} />, 429);
	};
}
