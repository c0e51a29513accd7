import { createTransport } from 'nodemailer';
import type { MailSettings } from '../../../config';
import type { Sending } from '../commands/letters';
import type { LetterText } from '../pages/letter-text';

type Envelope = { to: string; id: string; silence?: string }; // id: that of the letter; two carryings of one letter are told by it

/** One SMTP conversation. Never throws: every way it can end is an outcome with a reason that names no address. */
export async function carry(
	settings: MailSettings,
	letter: LetterText,
	{ to, id, silence }: Envelope
): Promise<Sending> {
	const transport = createTransport({
		host: settings.host,
		port: settings.port,
		secure: settings.secure,
		requireTLS: !settings.secure && !settings.plain,
		ignoreTLS: settings.plain && !settings.secure,
		...(settings.user && { auth: { user: settings.user, pass: settings.password ?? '' } }),
		connectionTimeout: 20_000,
		greetingTimeout: 20_000,
		socketTimeout: 60_000,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	try {
		await transport.sendMail({
			from: settings.from,
			to: { name: '', address: to },
			...letter,
			messageId: `<${id}@${domainOf(settings.from)}>`,
			headers: {
				'auto-submitted': 'auto-generated',
				...(silence && { 'list-unsubscribe': `<${silence}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' })
			}
		});
		return { outcome: 'sent' };
	} catch (error) {
		return outcomeOf(error as SmtpError);
	} finally {
		transport.close();
	}
}

const domainOf = (from: string) => /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';

/** `originalCode`: what TLS itself said. */
type SmtpError = { code?: string; originalCode?: string; responseCode?: number; command?: string };

/** A certificate that cannot be vouched for: nothing was said to that server, no password and no letter. */
function doubtAbout(code: string) {
	if (/ALTNAME/.test(code)) return 'сертификат почтового сервера выписан на другое имя';
	if (/CERT_(HAS_EXPIRED|NOT_YET_VALID)/.test(code))
		return 'срок сертификата почтового сервера истёк или ещё не начался';
	return /CERT|VERIFY/.test(code) ? 'сертификат почтового сервера выдан тем, кого программа не знает' : undefined;
}

/** RFC 5321, 4.2.1: 5yz is for good, 4yz and everything about the line is for now. */
export function outcomeOf({ code = '', originalCode = '', responseCode = 0, command = '' }: SmtpError): Sending {
	const doubt = doubtAbout(originalCode);
	if (doubt) return { outcome: 'later', reason: doubt };
	if (code === 'EAUTH' || responseCode === 535)
		return { outcome: 'later', reason: 'почтовый сервер не принял имя или пароль программы' };
	if (code === 'ETLS' || /STARTTLS/.test(command))
		return { outcome: 'later', reason: 'почтовый сервер не дал защищённого соединения' };
	if (responseCode >= 500) {
		const ofAddress = command === 'RCPT TO';
		return {
			outcome: 'refused',
			reason: ofAddress ? `адрес не принимает писем (${responseCode})` : `почтовый сервер отказал (${responseCode})`,
			address: ofAddress
		};
	}
	return {
		outcome: 'later',
		reason: responseCode >= 400 ? `почтовый сервер просит подождать (${responseCode})` : 'почтовый сервер не отвечает'
	};
}
