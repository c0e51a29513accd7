import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { addressOf, clientAddress, isSecure } from './http-client';

async function seen(remoteAddress: string | undefined, forwarded = '', publicUrl?: string) {
	const world = publicUrl ? { publicUrl } : {};
	const app = new Hono().get('/', (c) =>
		c.json({ address: clientAddress(c, world), secure: isSecure(c, world), own: addressOf(c, world) })
	);
	const headers = new Headers(forwarded ? { 'x-forwarded-for': forwarded } : {});
	const answer = await app.request('http://10.0.0.5:3000/', { headers }, { incoming: { socket: { remoteAddress } } });
	return (await answer.json()) as { address: string; secure: boolean; own: string };
}

test.each([
	['192.168.1.7', '', undefined, '192.168.1.7'],
	['::ffff:192.168.1.7', '', undefined, '192.168.1.7'],
	['203.0.113.5', '10.0.0.1', undefined, '203.0.113.5'], // whoever comes from outside may write anything
	['127.0.0.1', '10.0.0.1, 203.0.113.9', undefined, '203.0.113.9'], // the front server adds the last
	['127.0.0.1', 'nonsense', undefined, '127.0.0.1'],
	['172.18.0.2', '203.0.113.9', 'https://nastavnik.example', '203.0.113.9'],
	['172.18.0.2', '203.0.113.9', 'http://zavuch-pc:3000', '172.18.0.2'],
	['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '', undefined, '2001:db8:1:2'],
	['2001:db8:1:2::1', '', undefined, '2001:db8:1:2'],
	['2001:db8::1', '', undefined, '2001:db8:0:0'],
	['fe80::1%eth0', '', undefined, 'fe80:0:0:0'],
	[undefined, '', undefined, '']
])('from %s with «%s» (public address %s): %s', async (peer, forwarded, publicUrl, address) => {
	expect((await seen(peer, forwarded, publicUrl)).address).toBe(address);
});

test('the public address, when told, says how this server is reached', async () => {
	expect(await seen('10.0.0.1')).toMatchObject({ secure: false, own: 'http://10.0.0.5:3000' });
	const behind = await seen('10.0.0.1', '', 'https://nastavnik.example/');
	expect(behind).toMatchObject({ secure: true, own: 'https://nastavnik.example' });
});
