import { paperInWord } from '../../../core/paper-in-word';
import { get, type Route } from '../../../http';
import { asAttachment, tidyName } from '../../files/rules';
import { findOrganisation } from '../../organisations/queries';
import { findCadence } from '../queries/settings';
import { workLine } from '../rules/overview';
import { journalPaper, reportPaper } from '../rules/papers';
import { type C, calendarOf, workIn } from './shared';

async function givenIn(c: C) {
	const { tx, actor, now } = c.var;
	const work = await workIn(c);
	const { fullName: organisation } = await findOrganisation(tx, actor, now);
	const { cadence } = await findCadence(tx, actor);
	const line = workLine(work, { cadence, today: now.today, calendar: await calendarOf(c, work) });
	return { organisation, ...work, today: now.today, line };
}

const inWord = (name: string) => ({
	'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	'content-disposition': asAttachment(tidyName(`${name}.docx`))
});

/** The papers that fill themselves from meetings. */
export const meetingPaperRoutes: readonly Route[] = [
	get('/mentorships/:id/meetings/journal.docx', 'signed-in', async (c) => {
		const given = await givenIn(c);
		return c.body(
			new Uint8Array(await paperInWord(journalPaper(given))),
			200,
			inWord(`Журнал встреч, ${given.line.title}`)
		);
	}),

	get('/mentorships/:id/meetings/report.docx', 'signed-in', async (c) => {
		const given = await givenIn(c);
		return c.body(
			new Uint8Array(await paperInWord(reportPaper(given))),
			200,
			inWord(`Отчёт наставника, ${given.line.title}`)
		);
	})
];
