import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { aMailServer } from '../../../../test/mail-server';
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

	test('a server elsewhere must speak TLS: without it, or with a certificate nobody vouches for, nothing is said', async () => {
		const without = await aMailServer({ disabledCommands: ['STARTTLS'] });
		const strict = { plain: false };
		expect(await carry({ ...without.settings, ...strict }, letter, to)).toMatchObject({ outcome: 'later' });
		const doubtful = await aMailServer(); // its certificate is the package's own, for nobody
		expect(await carry({ ...doubtful.settings, ...strict }, letter, to)).toMatchObject({ outcome: 'later' });
		expect([...without.taken, ...doubtful.taken]).toEqual([]);
	});

	test('nobody listens: later', async () => {
		const { settings } = await aMailServer();
		expect(await carry({ ...settings, port: 9 }, letter, to)).toMatchObject({ outcome: 'later' });
	});
});
