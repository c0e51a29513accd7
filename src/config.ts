import { resolve } from 'node:path';

/** What the operator decides, read once from the environment; every name and default stands in docs/operate.md. */
export type Config = {
	port: number;
	host: string;
	data: string; // absolute: the database, the backups, the logs of the database
	database: Database;
	publicUrl?: string;
	demonstration: boolean;
	logLevel?: (typeof levels)[number]; // absent: by whether a person looks at the terminal
	metricsToken?: string;
	backupsKept: number; // nightly backups; 0 switches them off
	development: boolean;
	mail?: MailSettings; // absent: nothing is mailed
};

/** Who carries our letters. Without `secure` (TLS from the first byte) STARTTLS is demanded, unless the server is this computer. */
export type MailSettings = {
	host: string;
	port: number;
	secure: boolean;
	plain: boolean; // on this computer: TLS is not asked for
	user?: string;
	password?: string;
	from: string; // «nastavnik@school.example», or «Наставник <nastavnik@school.example>»
};

/** Our own server in the data folder; a server whose administrator we are; or a server with both roles made by its operator. */
export type Database =
	| { kind: 'embedded' }
	| { kind: 'administered'; adminUrl: string; name: string }
	| { kind: 'given'; ownerUrl: string; appUrl: string };

export type Environment = Record<string, string | undefined>;

const levels = ['error', 'warn', 'info', 'debug'] as const;

/** Throws one Russian sentence a mistake, all of them at once. */
export function readConfig(environment: Environment = process.env): Config {
	const wrong: string[] = [];
	const text = (name: string) => environment[name]?.trim() || undefined;

	const whole = (name: string, usual: number, from: number, to: number) => {
		const typed = text(name);
		if (typed === undefined) return usual;
		if (/^\d+$/.test(typed) && Number(typed) >= from && Number(typed) <= to) return Number(typed);
		wrong.push(`${name}: нужно целое число от ${from} до ${to}, а указано «${typed}».`);
		return usual;
	};
	const yes = (name: string) => {
		const typed = text(name)?.toLowerCase();
		if (typed === undefined || ['0', 'no', 'false', 'нет'].includes(typed)) return false;
		if (!['1', 'yes', 'true', 'да'].includes(typed))
			wrong.push(`${name}: нужно 1 (да) или 0 (нет), а указано «${typed}».`);
		return true;
	};
	const address = (name: string, schemes: readonly string[], example: string) => {
		const typed = text(name);
		if (typed === undefined) return undefined;
		const url = URL.canParse(typed) ? new URL(typed) : undefined;
		if (url && schemes.includes(url.protocol)) return url;
		wrong.push(`${name}: нужен адрес вида ${example}.`); // what was typed may hold a password
		return undefined;
	};

	const postgres = (name: string) =>
		address(name, ['postgres:', 'postgresql:'], 'postgres://пользователь:пароль@сервер:5432/nastavnik');
	const [databaseUrl, ownerUrl] = [postgres('DATABASE_URL'), postgres('DATABASE_OWNER_URL')];
	if (ownerUrl && !databaseUrl) {
		wrong.push('DATABASE_OWNER_URL: вместе с ним нужен DATABASE_URL — адрес роли, которая обслуживает людей.');
	}
	const publicUrl = address('PUBLIC_URL', ['http:', 'https:'], 'https://наставник.школа.рф');
	const smtp = address('SMTP_URL', ['smtp:', 'smtps:'], 'smtps://логин:пароль@smtp.сервер.рф');
	const mail = smtp && mailOf(smtp, text('MAIL_FROM'));
	if (smtp && !mail)
		wrong.push('MAIL_FROM: вместе с SMTP_URL нужен адрес, с которого идут письма: nastavnik@школа.рф.');
	if (smtp && !publicUrl) {
		wrong.push('PUBLIC_URL: вместе с SMTP_URL нужен адрес программы: письма ведут по нему обратно.');
	}
	const logLevel = levels.find((level) => level === text('LOG_LEVEL'));
	if (text('LOG_LEVEL') && !logLevel) wrong.push(`LOG_LEVEL: нужно одно из слов: ${levels.join(', ')}.`);
	const demonstration = yes('DEMO');

	const config: Config = {
		port: whole('PORT', 3000, 0, 65_535),
		host: text('HOST') ?? '127.0.0.1',
		data: resolve(text('DATA') ?? (demonstration ? 'data-demo' : 'data')),
		database: databaseOf(databaseUrl, ownerUrl),
		publicUrl: publicUrl?.origin,
		demonstration,
		logLevel,
		metricsToken: text('METRICS_TOKEN'),
		backupsKept: whole('BACKUPS_KEPT', 14, 0, 1000),
		development: yes('DEVELOPMENT'),
		...(mail && { mail })
	};
	if (wrong.length > 0) throw new Error(`Настройки заданы неверно.\n${wrong.join('\n')}`);
	return config;
}

function mailOf(
	{ protocol, hostname, port, username, password }: URL,
	from: string | undefined
): MailSettings | undefined {
	if (!from || !/[^@\s]+@[^@\s]+/.test(from)) return undefined;
	const secure = protocol === 'smtps:';
	const host = hostname.replace(/^\[|\]$/g, '');
	return {
		host,
		port: Number(port) || (secure ? 465 : 587),
		secure,
		plain: host === 'localhost' || host === '::1' || host.startsWith('127.'),
		from,
		...(username && { user: decodeURIComponent(username), password: decodeURIComponent(password) })
	};
}

function databaseOf(url: URL | undefined, ownerUrl: URL | undefined): Database {
	if (!url) return { kind: 'embedded' };
	if (ownerUrl) return { kind: 'given', ownerUrl: ownerUrl.href, appUrl: url.href };
	const named = decodeURIComponent(url.pathname.slice(1));
	const name = named === '' || named === 'postgres' ? 'nastavnik' : named;
	const administrator = new URL(url);
	administrator.pathname = '/postgres'; // ours may not be there yet
	return { kind: 'administered', adminUrl: administrator.href, name };
}
