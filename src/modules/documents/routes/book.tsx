import { showDate } from '../../../core/dates';
import { readForm, statusOf } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendXlsx } from '../../../http-tables';
import { actKinds } from '../../mentorships/rules/words';
import { changeJournals, journalValues } from '../commands/journals';
import { journalsForm } from '../form';
import { BookPage } from '../pages/book';
import { JournalsPage } from '../pages/journals';
import { listBook } from '../queries/book';
import { listJournals } from '../queries/numbers';
import { bookWanted } from '../rules/book';
import { documentKeepers, documentMakers } from '../rules/documents';
import { laterWords, titleOfDocument } from '../rules/life';
import { seriesNames } from '../rules/registration';

/** The registration journal, and whose numbers it has. */
export const bookRoutes: readonly Route[] = [
	get('/documents/book', documentMakers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const wanted = bookWanted(c.req.query(), now.today);
		return c.html(<BookPage {...{ view, wanted }} {...(await listBook(tx, actor, wanted))} />);
	}),

	get('/documents/book.xlsx', documentMakers, async (c) => {
		const { tx, actor, now } = c.var;
		const wanted = { ...bookWanted(c.req.query(), now.today), whole: true };
		const { lines } = await listBook(tx, actor, wanted);
		return sendXlsx(c, {
			name: `Журнал регистрации${wanted.year ? `, ${wanted.year}` : ''}`,
			headings: ['Номер', 'Дата', 'Документ', 'Что это', 'Серия', 'Записал', 'Что с ним потом'],
			rows: lines.map(({ number, datedOn, title, actKind, series, who, later }) => [
				...[number, showDate(datedOn), title, actKind ? actKinds[actKind] : '', seriesNames[series], who],
				later.map((one) => `${laterWords[one.how]} ${titleOfDocument(one)}`).join('; ')
			])
		});
	}),

	get('/documents/journals', documentKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const values = { ...journalValues(await listJournals(tx, actor)), token: crypto.randomUUID() };
		return c.html(<JournalsPage {...{ view, values }} />);
	}),

	post('/documents/journals', documentKeepers, ['document-journal.changed'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const form = readForm(await c.req.formData(), journalsForm);
		const result = form.ok ? await changeJournals(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect('/documents/book?saved=journals', 303);
		const theirs = 'theirs' in result ? result.theirs : undefined;
		const versions = Object.fromEntries(Object.entries(theirs ?? {}).filter(([name]) => name.startsWith('version-')));
		const page = (
			<JournalsPage {...{ view, theirs }} values={{ ...form.values, ...versions }} problems={result.problems} />
		);
		return c.html(page, statusOf(theirs ? { theirs } : {}));
	})
];
