import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import PostalMime from 'postal-mime';
import { afterEach, describe, expect, test } from 'vitest';
import { ownCertificate } from '../../../../test/certificate';
import { aMailServer } from '../../../../test/mail-server';
import { home } from '../../../home';
import { carry } from './mailer';

const letter = { subject: 'На этой неделе 3 дела, просрочено 1', text: 'Приказ – 10 сентября', html: '<p>Приказ</p>' };
const to = { to: 'petrova@school.example', id: 'letter-1', silence: 'https://nastavnik.example/letters/key/silence' };

describe('An SMTP conversation', () => {
	test('a letter arrives whole: Russian words, both parts, one click to silence', async () => {
		const { settings, taken } = await aMailServer();
		expect(await carry(settings, letter, to)).toEqual({ outcome: 'sent' });
		const mail = await PostalMime.parse(taken[0]?.raw ?? '');
		expect(mail).toMatchObject({ subject: letter.subject, messageId: '<letter-1@school.example>' });
		expect(mail.from).toMatchObject({ name: 'Наставник', address: 'nastavnik@school.example' });
		expect(mail.text?.trim()).toBe(letter.text);
		expect(mail.html?.trim()).toBe(letter.html);
		const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
		expect(header('list-unsubscribe')).toBe(`<${to.silence}>`);
		expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
		expect(header('auto-submitted')).toBe('auto-generated');
	});

	test('refused for good, for now, after the letter, cut in the middle: each has its own end and names nobody', async () => {
		const { settings, taken, moods } = await aMailServer();
		moods.push({ atRecipient: 550 }, { atRecipient: 451 }, { afterData: 554 }, { atRecipient: 'drop' });
		const ends = [];
		for (let turn = 0; turn < 5; turn += 1) ends.push(await carry(settings, letter, to));
		expect(ends).toEqual([
			{ outcome: 'refused', reason: 'адрес не принимает писем (550)', address: true },
			{ outcome: 'later', reason: 'почтовый сервер просит подождать (451)' },
			{ outcome: 'refused', reason: 'почтовый сервер отказал (554)', address: false },
			{ outcome: 'later', reason: 'почтовый сервер не отвечает' },
			{ outcome: 'sent' }
		]);
		expect(taken).toHaveLength(1);
		expect(JSON.stringify(ends)).not.toContain('petrova');
	});

	test('a wrong password is the program’s fault, not the reader’s', async () => {
		const { settings, taken } = await aMailServer({
			authOptional: false,
			allowInsecureAuth: true,
			onAuth: ({ password }, _, done) =>
				password === 'right' ? done(null, { user: 'nastavnik' }) : done(new Error('no'))
		});
		const as = (password: string) => carry({ ...settings, user: 'nastavnik', password }, letter, to);
		expect(await as('wrong')).toEqual({
			outcome: 'later',
			reason: 'почтовый сервер не принял имя или пароль программы'
		});
		expect(await as('right')).toEqual({ outcome: 'sent' });
		expect(taken).toHaveLength(1);
	});

	describe('A server elsewhere must speak TLS with a certificate that is its own', () => {
		const usual = getCACertificates('default');
		afterEach(() => setDefaultCACertificates(usual));
		const here = { names: ['mail.school.example'], address: [127, 0, 0, 1] };
		const name = { user: 'nastavnik', password: 'right' };

		/** A server that would take any password; what it has heard of it, and of letters. */
		async function aServer(certificate: { cert: string; key: string }, secure = false) {
			const heard: string[] = [];
			const server = await aMailServer({
				...certificate,
				secure,
				authOptional: false,
				onAuth: ({ password }, _, done) => {
					heard.push(password ?? '');
					done(null, { user: 'nastavnik' });
				}
			});
			return { ...server, heard, settings: { ...server.settings, ...name, secure, plain: false } };
		}

		test('vouched for: the letter goes over TLS, begun by STARTTLS or from the first byte', async () => {
			const school = ownCertificate(here);
			setDefaultCACertificates([...usual, school.cert]); // as NODE_EXTRA_CA_CERTS does
			for (const secure of [false, true]) {
				const { settings, taken, heard } = await aServer(school, secure);
				expect(await carry(settings, letter, to)).toEqual({ outcome: 'sent' });
				expect(taken).toMatchObject([{ to: ['petrova@school.example'], secure: true }]);
				expect(heard).toEqual(['right']);
			}
		});

		const doubtful = [
			['nobody vouches for it', ownCertificate(here), false, 'выдан тем, кого программа не знает'],
			['of another name', ownCertificate({ names: ['other.example'] }), true, 'выписан на другое имя'],
			['of a past year', ownCertificate({ ...here, to: '2021-01-01' }), true, 'истёк или ещё не начался'],
			['of a year to come', ownCertificate({ ...here, from: '2099-01-01' }), true, 'истёк или ещё не начался']
		] as const;
		for (const [what, certificate, known, why] of doubtful) {
			test(`${what}: nothing is said to it, neither password nor letter; it is tried again later`, async () => {
				if (known) setDefaultCACertificates([...usual, certificate.cert]);
				for (const secure of [false, true]) {
					const { settings, taken, heard } = await aServer(certificate, secure);
					const sending = await carry(settings, letter, to);
					expect(sending).toEqual({ outcome: 'later', reason: expect.stringContaining(why) });
					expect([...taken, ...heard]).toEqual([]);
				}
			});
		}

		test('no TLS at all: nothing is said', async () => {
			const { settings, taken } = await aMailServer({ disabledCommands: ['STARTTLS'] });
			expect(await carry({ ...settings, plain: false }, letter, to)).toEqual({
				outcome: 'later',
				reason: 'почтовый сервер не дал защищённого соединения'
			});
			expect(taken).toEqual([]);
		});

		test('the operator tries it: `nastavnik mail test`, with the certificate made known and without', async () => {
			const school = ownCertificate({ names: ['localhost'], address: [127, 0, 0, 1] });
			const { settings, taken } = await aServer(school, true);
			const folder = await mkdtemp(join(tmpdir(), 'nastavnik-mail-'));
			const file = join(folder, 'authority.pem');
			await writeFile(file, school.cert);
			const environment = {
				...process.env,
				DATA: folder,
				SMTP_URL: `smtps://nastavnik:right@127.0.0.1:${settings.port}`,
				MAIL_FROM: settings.from,
				PUBLIC_URL: 'https://nastavnik.example'
			};
			const tried = (more: Record<string, string>) =>
				promisify(execFile)('node', [join(home, 'bin/nastavnik.mjs'), 'mail', 'test', 'petrova@school.example'], {
					env: { ...environment, ...more }
				});
			await expect(tried({})).rejects.toMatchObject({
				stderr: expect.stringContaining(
					'Письмо не ушло: сертификат почтового сервера выдан тем, кого программа не знает'
				)
			});
			expect((await tried({ NODE_EXTRA_CA_CERTS: file })).stdout).toContain('Почтовый сервер принял письмо');
			expect(taken).toHaveLength(1);
			await rm(folder, { recursive: true });
		}, 600_000);
	});

	test('nobody listens: later', async () => {
		const { settings } = await aMailServer();
		expect(await carry({ ...settings, port: 9 }, letter, to)).toMatchObject({ outcome: 'later' });
	});
});
