import type { Context } from 'hono';
import { notFound } from '../../../../core/errors';
import { type App, get, type Route } from '../../../../http';
import { sendXlsx } from '../../../../http-tables';
import { noteReading } from '../../commands/read-answers';
import { AnswersPage, sheetsAPage } from '../../pages/results/answers';
import { listNames, type ResultSheet } from '../../queries/results/sheets';
import type { ResultWave } from '../../queries/results/wave';
import { questionsOf } from '../../rules/questionnaire';
import { resultReaders, whyUnseen } from '../../rules/summary/reading';
import { answersTable } from '../../rules/summary/table';
import { readableOf, seesRankings, sheetsOf } from './wave';

const authors = (sheets: readonly ResultSheet[]) => sheets.flatMap(({ person }) => person ?? []);

/** Names of those whom answers name; whoever may not see rankings is shown none. */
async function namesIn(c: Context<App>, wave: ResultWave, sheets: readonly ResultSheet[]) {
	if (!seesRankings(c, wave)) return new Map<string, string>();
	const named = sheets.flatMap(({ answers }) =>
		Object.values(answers).flatMap((answer) => ('people' in answer ? answer.people : []))
	);
	return listNames(c.var.tx, c.var.actor, named);
}

export const answerRoutes: readonly Route[] = [
	{
		...get('/surveys/waves/:id/answers', resultReaders, async (c) => {
			const { tx, actor, now, view } = c.var;
			const wave = await readableOf(c);
			if (wave.identity !== 'named') notFound();
			const all = await sheetsOf(c, wave);
			const pages = Math.max(1, Math.ceil(all.length / sheetsAPage));
			const page = Math.min(pages, Math.max(1, Number(c.req.query('page')) || 1));
			const sheets = all.slice((page - 1) * sheetsAPage, page * sheetsAPage);
			await noteReading(tx, actor, authors(sheets), now);
			const why = whyUnseen(actor, wave, wave.answered);
			const questions = questionsOf(wave.content).filter(({ kind }) => kind !== 'ranking' || seesRankings(c, wave));
			const names = await namesIn(c, wave, sheets);
			return c.html(<AnswersPage {...{ view, wave, why, sheets, page, pages, questions, names }} />);
		}),
		writes: true // who looked at answers by name is noted
	},
	{
		...get('/surveys/waves/:id/answers/excel', resultReaders, async (c) => {
			const { tx, actor, now } = c.var;
			const wave = await readableOf(c);
			const sheets = await sheetsOf(c, wave);
			if (sheets.length === 0) return c.redirect(`/surveys/waves/${wave.id}/results`, 303);
			await noteReading(tx, actor, authors(sheets), now);
			const names = await namesIn(c, wave, sheets);
			const table = answersTable(wave, sheets, seesRankings(c, wave), (id) => names.get(id) ?? '—');
			return sendXlsx(c, { name: `Ответы. ${wave.title}`, ...table });
		}),
		writes: true
	}
];
