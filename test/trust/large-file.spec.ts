import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Copy, dataFolder, serverOf, start } from './server';

const MB = 1024 * 1024;
let copy: Copy;
beforeAll(async () => {
	copy = await start(await dataFolder());
}, 600_000);

/** Resident memory of the server's process, in megabytes. */
const memory = () =>
	Number(spawnSync('ps', ['-o', 'rss=', '-p', String(serverOf(copy))], { encoding: 'utf8' }).stdout) / 1024;

const head =
	'--x\r\ncontent-disposition: form-data; name="files"; filename="Видео.mp4"\r\ncontent-type: video/mp4\r\n\r\n';

type Sending = { megabytes: number; chunked?: boolean; pause?: number };

/** Sends a file of so many megabytes as a form does; answers with what came back and how much memory the server took meanwhile at most. */
async function send({ megabytes, chunked = false, pause = 0 }: Sending) {
	const before = memory();
	let most = before;
	const { hostname, port } = new URL(copy.url);
	const line = connect(Number(port), hostname);
	let [said, end] = ['', ''];
	line.setEncoding('utf8').on('data', (part) => {
		said += part;
	});
	line.on('error', ({ message }) => {
		end = message;
	});
	line.on('close', () => {
		end ||= 'closed';
	});
	const closed = once(line, 'close').catch(() => undefined);
	const ready = () => Promise.race([once(line, 'drain').catch(() => undefined), closed]);
	const piece = Buffer.alloc(MB, 'видео');
	const size = chunked ? 'transfer-encoding: chunked' : `content-length: ${Buffer.byteLength(head) + megabytes * MB}`;
	const framed = (part: Buffer | string) =>
		chunked ? [`${Buffer.byteLength(part).toString(16)}\r\n`, part, '\r\n'] : [part];
	line.write(
		`POST /activities/0199a000-0000-7000-8000-000000000000/evidence HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${copy.url}\r\ncontent-type: multipart/form-data; boundary=x\r\n${size}\r\n\r\n`
	);
	for (const part of framed(head)) line.write(part);
	let sent = 0;
	for (; sent < megabytes && !end; sent += 1) {
		for (const part of framed(piece)) if (!line.write(part)) await ready();
		if (pause > 0) await wait(pause);
		if (sent % 10 === 0) most = Math.max(most, memory());
	}
	while (!said.includes('</html>') && !end) await wait(20);
	const broken = end;
	line.destroy();
	return { status: Number(/^HTTP\/1.1 (\d+)/.exec(said)?.[1]), text: said, sent, broken, grown: most - before };
}

describe('A file of two hundred megabytes as evidence', () => {
	it('is refused in a sentence that arrives, though the file is sent to its end; memory does not grow', async () => {
		await send({ megabytes: 30 }); // what the first request of a process costs
		const { status, text, sent, broken, grown } = await send({ megabytes: 200 });
		expect({ status, sent, broken }).toEqual({ status: 413, sent: 200, broken: '' });
		expect(text).toContain('Файл слишком большой');
		expect(text).toContain('не больше 20 МБ');
		expect(grown).toBeLessThan(60);
	}, 600_000);

	it('over a slow line too, where it takes far longer than the answer', async () => {
		const { status, broken } = await send({ megabytes: 40, pause: 100 });
		expect({ status, broken }).toEqual({ status: 413, broken: '' });
	}, 600_000);

	it('whose length nobody tells is cut off once it is too long', async () => {
		const { status, grown } = await send({ megabytes: 200, chunked: true });
		expect(status).toBe(413);
		expect(grown).toBeLessThan(100); // it may hold what a file may be
	}, 600_000);

	it('leaves the server answering others', async () => {
		expect((await fetch(`${copy.url}/readyz`)).status).toBe(200);
	});
});
