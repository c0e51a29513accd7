import type { Context } from 'hono';
import { notFound } from '../../../../core/errors';
import { type Problems, readForm } from '../../../../core/forms';
import { type App, get, post, type Route } from '../../../../http';
import { hideWords, showWords } from '../../commands/hide-words';
import { hiddenWordsForm, tokenForm } from '../../form/results';
import { ResultsPage } from '../../pages/results/results';
import { findHidden } from '../../queries/results/hidden';
import { listAsked, listNames, listNarrowings } from '../../queries/results/sheets';
import { findResultWave, type ResultWave } from '../../queries/results/wave';
import { canConclude, canRead, narrowedFrom, resultReaders, whyUnseen } from '../../rules/summary/reading';
import { sameWords } from '../../rules/summary/words';
import { hiddenOf, readableOf, seesRankings, sheetsOf, summariesOf, waveOf } from './wave';

async function show(c: Context<App>, wave: ResultWave, problems?: Problems) {
	const { tx, actor, view } = c.var;
	const why = whyUnseen(actor, wave, wave.answered);
	const narrowed = narrowedFrom(c.req.query(), wave.identity);
	const asked = await listAsked(tx, actor, wave.id, narrowed);
	const narrowings = wave.identity === 'named' && !why ? await listNarrowings(tx, actor, wave.id) : [];
	const sections = summariesOf(wave, await sheetsOf(c, wave, narrowed), seesRankings(c, wave));
	const named = sections.flatMap(({ summaries }) =>
		summaries.flatMap((one) => (one.kind === 'ranking' ? one.named.map(({ person }) => person) : []))
	);
	const names = await listNames(tx, actor, named);
	const hiddenAs = await hiddenOf(c, wave);
	const q = sameWords((c.req.query('q') ?? '').slice(0, 200));
	const tools = { waveId: wave.id, canHide: canConclude(actor, wave), hiddenAs, q };
	const page = <ResultsPage {...{ view, wave, why, asked, narrowings, narrowed, sections, names, tools, problems }} />;
	return c.html(page, problems ? 422 : 200);
}

export const resultRoutes: readonly Route[] = [
	get('/surveys/waves/:id/results', resultReaders, async (c) => show(c, await waveOf(c))),

	post('/surveys/waves/:id/hidden-words', resultReaders, ['survey-words.hidden'], async (c) => {
		const { tx, actor, now } = c.var;
		const wave = await readableOf(c);
		const form = readForm(await c.req.formData(), hiddenWordsForm);
		const result = form.ok ? await hideWords(tx, actor, wave, form.value, now) : form;
		return result.ok
			? c.redirect(`/surveys/waves/${wave.id}/results?saved=hidden`, 303)
			: show(c, wave, result.problems);
	}),

	post('/survey-hidden-words/:id/showing', resultReaders, ['survey-words.shown'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id, waveId } = (await findHidden(tx, actor, c.req.param('id'))) ?? notFound();
		const wave = (await findResultWave(tx, actor, waveId)) ?? notFound();
		if (!canRead(actor, wave)) notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await showWords(tx, actor, wave, id, form.value, now) : form;
		return result.ok ? c.redirect(`/surveys/waves/${waveId}/results?saved=shown`, 303) : show(c, wave, result.problems);
	})
];
