import { sql } from 'kysely';
import { readConfig } from '../config';
import { connect } from '../db/connection';
import { openDatabase } from '../db/open';
import { carry } from '../modules/notifications/jobs/mailer';

const usage = 'Что сделать с почтой: nastavnik mail test АДРЕС или nastavnik mail allow.';

/** `nastavnik mail …`: what the operator of the server does about letters. */
export const mailCommands = {
	/** One letter through the settings, said in words how it went. */
	test: async ([to]: readonly string[]) => {
		if (!to) throw new Error('Кому отправить пробное письмо: nastavnik mail test АДРЕС.');
		const { mail, publicUrl } = readConfig();
		if (!mail) throw new Error('Почта не настроена: задайте SMTP_URL и MAIL_FROM (docs/operate.md).');
		const words = `Почта программы «Наставник» (${publicUrl}) настроена: это письмо дошло.`;
		const letter = { subject: 'Пробное письмо', text: words, html: `<p>${words}</p>` };
		const sending = await carry(mail, letter, { to, id: crypto.randomUUID() });
		if (sending.outcome !== 'sent') throw new Error(`Письмо не ушло: ${sending.reason}.`);
		console.log('Почтовый сервер принял письмо. Проверьте, дошло ли оно (и папку «Спам»).');
	},

	/** After a restore: letters may go out again. */
	allow: async () => {
		const database = await openDatabase(readConfig());
		try {
			const owner = connect(database.ownerUrl, 1);
			const { rows } = await sql<{ muted: boolean }>`
				with before as (select mail_muted_at is not null as muted from instance)
				update instance set mail_muted_at = null from before returning before.muted`.execute(owner);
			await owner.destroy();
			console.log(rows[0]?.muted ? 'Почта снова отправляется.' : 'Почта и так не была выключена.');
		} finally {
			await database.close();
		}
	},

	unknown: async () => {
		throw new Error(usage);
	}
};
