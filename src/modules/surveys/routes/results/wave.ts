import type { Context } from 'hono';
import { notFound } from '../../../../core/errors';
import type { App } from '../../../../http';
import { hiddenIn, listHidden } from '../../queries/results/hidden';
import { listSheets, type ResultSheet } from '../../queries/results/sheets';
import { findResultWave, type ResultWave } from '../../queries/results/wave';
import { type Summary, summaryOf } from '../../rules/summary/question';
import { canRead, canSeeRankings, type Narrowed, whyUnseen } from '../../rules/summary/reading';

export const waveOf = async (c: Context<App>): Promise<ResultWave> =>
	(await findResultWave(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

/** The wave of the address, for those who were promised to those who answered. */
export async function readableOf(c: Context<App>): Promise<ResultWave> {
	const wave = await waveOf(c);
	return canRead(c.var.actor, wave) ? wave : notFound();
}

/** All answers that may be read of a wave; none where they may not. */
export async function sheetsOf(c: Context<App>, wave: ResultWave, narrowed?: Narrowed): Promise<ResultSheet[]> {
	if (whyUnseen(c.var.actor, wave, wave.answered)) return [];
	return listSheets(c.var.tx, c.var.actor, [wave], narrowed);
}

/** Section by section; `rankings`: with who was named, for the curator's eyes. */
export function summariesOf(
	{ content, identity }: ResultWave,
	sheets: readonly ResultSheet[],
	rankings: boolean
): { title: string; summaries: Summary[] }[] {
	const answers = sheets.map((sheet) => sheet.answers);
	return content.sections.map(({ title, questions }) => ({
		title,
		summaries: questions
			.filter(({ kind }) => rankings || kind !== 'ranking')
			.map((question) => summaryOf(question, answers, identity))
	}));
}

export const seesRankings = (c: Context<App>, wave: ResultWave) => canSeeRankings(c.var.actor, wave);

export const hiddenOf = async (c: Context<App>, wave: ResultWave) =>
	hiddenIn(await listHidden(c.var.tx, c.var.actor, wave.id));
