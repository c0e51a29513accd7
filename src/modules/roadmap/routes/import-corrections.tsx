import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, type Result, readForm, statusOf, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { nothingCorrected, takeBackCorrection } from '../commands/correct-import';
import { addStage, correctHeading, correctStage, decideEveryYear, dropStage } from '../commands/correct-plan';
import { addActivity, correctSelection, editActivity, mergeActivityUp, splitActivity } from '../commands/correct-rows';
import {
	everyYearForm,
	headingForm,
	newStageForm,
	onlyToken,
	rowForm,
	selectionForm,
	splitForm,
	stageForm
} from '../form/imports';
import { HeadingPage } from '../pages/import-heading';
import { NewRowPage, RowPage } from '../pages/import-row';
import { StagePage } from '../pages/import-stage';
import { findImport, findPieces, type RoadmapImport } from '../queries/imports';
import { rowAbove, rowsAtBorder } from '../rules/corrections';
import { type Draft, kept } from '../rules/draft';
import { planLeaders } from '../rules/plan';
import { type RowOrder, rowAddress, rowPage } from '../rules/row-order';
import { valuesOfHeading, valuesOfRow, valuesOfStage } from '../rules/row-values';
import { showUnderstood } from './show-understood';

const token = () => crypto.randomUUID();
const corrected = ['roadmap.corrected'] as const;

type Open = RoadmapImport & { draft: Draft };
type Wrong = { problems: Problems; theirs?: Values };

/** An import that is read and waits for its corrections; another one is shown on its own page, so here it is not found. */
async function openImport(c: Context<App>): Promise<Open> {
	const found = await findImport(c.var.tx, c.var.actor, c.req.param('id') ?? '');
	return found?.state === 'read' && found.draft ? { ...found, draft: found.draft } : notFound();
}

/** A page of an import that waits; the browser's «back» after the acceptance leads to what has become of it. */
const shown = (page: (c: Context<App>, open: Open) => Response | Promise<Response>) => async (c: Context<App>) => {
	const found = (await findImport(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();
	const { state, draft } = found;
	return state === 'read' && draft ? page(c, { ...found, draft }) : c.redirect(`/roadmap/imports/${found.id}`, 303);
};

const rowIn = ({ draft }: Open, key: string) => draft.activities.find((row) => row.key === key) ?? notFound();
const stageIn = ({ draft }: Open, key: string) => draft.stages.find((stage) => stage.key === key) ?? notFound();

/** Back to «Что понято», at the place that was corrected, in the order it was left in, with the way back offered. */
function done(c: Context<App>, id: string, { value: said }: { value: string }, at = '', order?: RowOrder) {
	const list = `/roadmap/imports/${id}`;
	const saved = savedAs(said);
	return c.redirect(at ? rowAddress(list, at, { order, saved }) : `${list}${saved ? `?saved=${saved}` : ''}`, 303);
}

const savedAs = (said: string) => (said === nothingCorrected ? undefined : 'correction');
const orderIn = (order: string | undefined): RowOrder => (order === 'document' ? 'document' : 'doubtful');

/** A form's fields with a new token; with somebody else's values, their version too: sending again is a decision. */
const typed = (values: Values, wrong: Wrong): Values => ({
	...values,
	...(wrong.theirs?.version && { version: wrong.theirs.version })
});

async function showRow(c: Context<App>, open: Open, key: string, values?: Values, wrong?: Wrong, split?: Values) {
	const row = rowIn(open, key);
	const props = {
		view: c.var.view,
		found: open,
		row,
		above: rowAbove(open.draft, key),
		pieces: await findPieces(c.var.tx, c.var.actor, open.id, row.pieces),
		values: values ?? {
			...valuesOfRow(row),
			version: String(open.version),
			token: token(),
			order: c.req.query('order')
		},
		tokens: { split: token(), merge: token(), remove: token(), begin: token(), undo: token() }
	};
	if (split) {
		const withVersion = { ...split, version: String(open.version) };
		return c.html(<RowPage {...props} splitValues={withVersion} splitProblems={wrong?.problems} />, 422);
	}
	if (!wrong) return c.html(<RowPage {...props} />);
	return c.html(<RowPage {...props} problems={wrong.problems} theirs={wrong.theirs} />, statusOf(wrong));
}

/** The next row somebody should look at: below this one, then from the top. */
function nextDoubtful(draft: Draft, key: string) {
	const rows = kept(draft);
	const at = rows.findIndex((row) => row.key === key);
	return [...rows.slice(at + 1), ...rows.slice(0, at)].find(({ doubts }) => doubts.length > 0)?.key;
}

/** An act of one button: what went wrong is said on «Что понято». */
async function oneButton(c: Context<App>, open: Open, result: Result<string>, at = '') {
	if (result.ok) return done(c, open.id, result, at);
	return showUnderstood(
		c,
		open,
		Object.values(result.problems).find(Boolean) ?? 'Не получилось: откройте страницу заново.'
	);
}

const rowRoutes: readonly Route[] = [
	get(
		'/roadmap/imports/:id/activities/new',
		planLeaders,
		shown((c, open) => {
			const after = c.req.query('after') ?? '';
			const stage = open.draft.activities.find(({ key }) => key === after)?.stage ?? c.req.query('stage') ?? '';
			const values = { token: token(), version: String(open.version), stage, after };
			return c.html(<NewRowPage view={c.var.view} id={open.id} draft={open.draft} values={values} />);
		})
	),

	post('/roadmap/imports/:id/activities', planLeaders, corrected, async (c) => {
		const { tx, actor, now, view } = c.var;
		const open = await openImport(c);
		const form = readForm(await c.req.formData(), rowForm);
		const result = form.ok ? await addActivity(tx, actor, open.id, form.value, now) : form;
		if (result.ok) return done(c, open.id, result);
		const props = { view, id: open.id, draft: open.draft, values: form.values, problems: result.problems };
		return c.html(<NewRowPage {...props} />, 422);
	}),

	get(
		'/roadmap/imports/:id/activities/:key',
		planLeaders,
		shown((c, open) => showRow(c, open, c.req.param('key') ?? ''))
	),

	post('/roadmap/imports/:id/activities/:key', planLeaders, corrected, async (c) => {
		const { tx, actor, now } = c.var;
		const open = await openImport(c);
		const key = rowIn(open, c.req.param('key')).key;
		const form = readForm(await c.req.formData(), rowForm);
		const result = form.ok ? await editActivity(tx, actor, open.id, key, form.value, now) : form;
		if (!result.ok) return showRow(c, open, key, typed(form.values, result), result);
		const order = orderIn(form.values.order);
		const next = form.values.onward === 'next' ? nextDoubtful(open.draft, key) : undefined;
		if (!next) return done(c, open.id, result, key, order);
		return c.redirect(rowPage(`/roadmap/imports/${open.id}`, next, order, savedAs(result.value)), 303);
	}),

	post('/roadmap/imports/:id/activities/:key/splitting', planLeaders, corrected, async (c) => {
		const { tx, actor, now } = c.var;
		const open = await openImport(c);
		const key = rowIn(open, c.req.param('key')).key;
		const form = readForm(await c.req.formData(), splitForm);
		const result = form.ok ? await splitActivity(tx, actor, open.id, key, form.value, now) : form;
		return result.ok ? done(c, open.id, result, key) : showRow(c, open, key, undefined, result, form.values);
	}),

	post('/roadmap/imports/:id/activities/:key/merging', planLeaders, corrected, async (c) => {
		const { tx, actor, now } = c.var;
		const open = await openImport(c);
		const key = rowIn(open, c.req.param('key')).key;
		const form = readForm(await c.req.formData(), onlyToken);
		const result = form.ok ? await mergeActivityUp(tx, actor, open.id, key, form.value.token, now) : form;
		return oneButton(c, open, result, rowAbove(open.draft, key)?.key);
	}),

	post('/roadmap/imports/:id/selection', planLeaders, corrected, async (c) => {
		const { tx, actor, now } = c.var;
		const open = await openImport(c);
		const data = await c.req.formData();
		const rows = data.getAll('row').filter((value) => typeof value === 'string');
		const form = readForm(data, selectionForm);
		const result = form.ok ? await correctSelection(tx, actor, open.id, { ...form.value, rows }, now) : form;
		const first = open.draft.activities.find(({ key }) => rows.includes(key))?.key;
		return oneButton(c, open, result, form.values.act === 'remove' ? '' : first);
	})
];

const stageRoutes: readonly Route[] = [
	post('/roadmap/imports/:id/stages', planLeaders, corrected, async (c) => {
		const { tx, actor, now } = c.var;
		const open = await openImport(c);
		const form = readForm(await c.req.formData(), newStageForm);
		const result = form.ok ? await addStage(tx, actor, open.id, form.value, now) : form;
		return oneButton(c, open, result, form.values.row);
	}),

	get(
		'/roadmap/imports/:id/stages/:key',
		planLeaders,
		shown((c, open) => showStage(c, open, c.req.param('key') ?? ''))
	),

	post('/roadmap/imports/:id/stages/:key', planLeaders, corrected, async (c) => {
		const { tx, actor, now } = c.var;
		const open = await openImport(c);
		const { key } = stageIn(open, c.req.param('key'));
		const form = readForm(await c.req.formData(), stageForm);
		const result = form.ok ? await correctStage(tx, actor, open.id, key, form.value, now) : form;
		return result.ok ? done(c, open.id, result, key) : showStage(c, open, key, typed(form.values, result), result);
	}),

	post('/roadmap/imports/:id/stages/:key/removal', planLeaders, corrected, async (c) => {
		const { tx, actor, now } = c.var;
		const open = await openImport(c);
		const { key } = stageIn(open, c.req.param('key'));
		const form = readForm(await c.req.formData(), onlyToken);
		return oneButton(c, open, form.ok ? await dropStage(tx, actor, open.id, key, form.value.token, now) : form);
	})
];

function showStage(c: Context<App>, open: Open, key: string, values?: Values, wrong?: Wrong) {
	const stage = stageIn(open, key);
	const around = rowsAtBorder(open.draft, key).filter(({ removed }) => !removed);
	const asked = around.find((row) => row.key === c.req.query('first'));
	const first = (asked ?? around.find((row) => row.stage === key))?.key ?? '';
	const shown = values ?? { ...valuesOfStage(stage), first, version: String(open.version), token: token() };
	const props = { view: c.var.view, id: open.id, stage, around, values: shown, removal: token() };
	if (!wrong) return c.html(<StagePage {...props} />);
	return c.html(<StagePage {...props} problems={wrong.problems} theirs={wrong.theirs} />, statusOf(wrong));
}

/** Everything with which a person mends what was understood. */
export const correctionRoutes: readonly Route[] = [
	...rowRoutes,
	...stageRoutes,

	get(
		'/roadmap/imports/:id/heading',
		planLeaders,
		shown((c, open) => {
			const values = { ...valuesOfHeading(open.draft), version: String(open.version), token: token() };
			return c.html(<HeadingPage view={c.var.view} id={open.id} values={values} />);
		})
	),

	post('/roadmap/imports/:id/heading', planLeaders, corrected, async (c) => {
		const { tx, actor, now, view } = c.var;
		const open = await openImport(c);
		const form = readForm(await c.req.formData(), headingForm);
		const result = form.ok ? await correctHeading(tx, actor, open.id, form.value, now) : form;
		if (result.ok) return done(c, open.id, result);
		const props = { view, id: open.id, values: typed(form.values, result), problems: result.problems };
		const theirs = 'theirs' in result ? result.theirs : undefined;
		return c.html(<HeadingPage {...props} theirs={theirs} />, theirs ? 409 : 422);
	}),

	post('/roadmap/imports/:id/every-year', planLeaders, corrected, async (c) => {
		const { tx, actor, now } = c.var;
		const open = await openImport(c);
		const form = readForm(await c.req.formData(), everyYearForm);
		return oneButton(c, open, form.ok ? await decideEveryYear(tx, actor, open.id, form.value, now) : form);
	}),

	post('/roadmap/imports/:id/undoing', planLeaders, ['roadmap.uncorrected'], async (c) => {
		const { tx, actor, now } = c.var;
		const open = await openImport(c);
		const form = readForm(await c.req.formData(), onlyToken);
		const result = form.ok ? await takeBackCorrection(tx, actor, open.id, form.value.token, now) : form;
		if (!result.ok) return oneButton(c, open, result);
		const list = `/roadmap/imports/${open.id}`;
		const at = result.value;
		return c.redirect(at ? rowAddress(list, at, { saved: 'undone' }) : `${list}?saved=undone`, 303);
	})
];
