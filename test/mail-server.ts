import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { MailSettings } from '../src/config';
import { afterwards } from './afterwards';

/** What the next letters meet: a number is an SMTP refusal at that moment, `drop` a line cut; `meanwhile` happens while it thinks. */
export type Mood = { atRecipient?: number | 'drop'; afterData?: number; meanwhile?: () => Promise<unknown> };

/** A real SMTP server on a free port, with a certificate of its own making; keeps what it took, whole. */
export async function aMailServer(options: SMTPServerOptions = {}) {
	const taken: { to: string[]; raw: string; secure: boolean }[] = [];
	const moods: Mood[] = [];
	const refusal = (code: number) => Object.assign(new Error('no, for petrova@school.example'), { responseCode: code });
	const server = new SMTPServer({
		authOptional: true,
		logger: false,
		...options,
		onRcptTo(_, session, done) {
			const { atRecipient: mood, meanwhile = async () => undefined } = moods[0] ?? {};
			if (mood === undefined) return done();
			moods.shift();
			if (mood !== 'drop') {
				meanwhile().then(() => done(refusal(mood)), done);
				return;
			}
			const line = [...server.connections].find((one) => (one as unknown as { session: unknown }).session === session);
			(line as unknown as { _socket: { destroy(): void } })._socket.destroy();
		},
		onData(stream, session, done) {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				const mood = moods.shift()?.afterData;
				if (mood !== undefined) return done(refusal(mood));
				const to = session.envelope.rcptTo.map(({ address }) => address);
				taken.push({ to, raw: Buffer.concat(parts).toString(), secure: !!session.secure });
				done();
			});
		}
	});
	server.on('error', () => undefined); // a client that hangs up is a part of the story
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	afterwards(() => new Promise<void>((closed) => server.close(() => closed())));
	const { port } = server.server.address() as AddressInfo;
	const settings: MailSettings = {
		host: '127.0.0.1',
		port,
		secure: false,
		plain: true,
		from: 'Наставник <nastavnik@school.example>'
	};
	return { settings, taken, moods };
}
