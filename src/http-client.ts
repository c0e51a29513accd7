import { isIP } from 'node:net';
import type { Context } from 'hono';
import type { World } from './http';

type Outside = Pick<World, 'publicUrl'>;
type Socket = { remoteAddress?: string | undefined };

const isLoopback = (address: string) => address === '::1' || address.startsWith('127.');
const isPrivate = (address: string) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i.test(address);

/**
 * Where a request comes from. A front server (nginx, Caddy) speaks for its clients: it is believed when it stands on this
 * computer, or beside it while the public address is https, which only a front server can give.
 * An IPv6 client owns a whole /64, so its last half does not count.
 */
export function clientAddress(c: Context, { publicUrl }: Outside) {
	const socket = (c.env as { incoming?: { socket?: Socket } } | undefined)?.incoming?.socket;
	const peer = plain(socket?.remoteAddress ?? '');
	const inFront = isLoopback(peer) || (isPrivate(peer) && publicUrl?.startsWith('https:'));
	const forwarded = inFront ? plain(c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '') : '';
	const address = isIP(forwarded) ? forwarded : peer;
	return isIP(address) === 6 ? networkOf(address) : address;
}

/** IPv4 dressed as IPv6 is IPv4. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

function networkOf(address: string) {
	const { hostname } = new URL(`http://[${address.split('%')[0]}]`);
	const [head = '', tail] = hostname.slice(1, -1).split('::');
	const before = head.split(':').filter(Boolean);
	const after = tail?.split(':').filter(Boolean) ?? [];
	const middle = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0');
	return [...before, ...middle, ...after].slice(0, 4).join(':');
}

/** Whether people reach this server by https: then cookies may never travel otherwise. */
export const isSecure = (c: Context, { publicUrl }: Outside) =>
	publicUrl ? publicUrl.startsWith('https:') : new URL(c.req.url).protocol === 'https:';

/** How others reach this server, without a slash at the end. */
export const addressOf = (c: Context, { publicUrl }: Outside) => new URL(publicUrl ?? c.req.url).origin;
