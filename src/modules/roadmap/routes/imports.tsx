import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, rejected, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { problemWithFile, uploadLimit } from '../../files/rules';
import { bringBackImport, discardImport } from '../commands/discard-import';
import { importRoadmap, readAgain } from '../commands/import-roadmap';
import { onlyToken, uploadForm } from '../form/imports';
import { ImportsPage } from '../pages/import-list';
import { NewImportPage } from '../pages/import-new';
import { DiscardedPage, ReadingPage, UnreadPage } from '../pages/import-progress';
import { LeftOutPage, SourcePage } from '../pages/import-source';
import { findSourcePart } from '../queries/import-source';
import { findImport, findUnderstood, listImports } from '../queries/imports';
import { readingIsStuck } from '../rules/imports';
import { planLeaders } from '../rules/plan';
import { showUnderstood } from './show-understood';

const token = () => crypto.randomUUID();

/** What was sent: a file, a text, or why it is neither. */
async function uploaded(data: FormData, { text, table }: { text: string; table: string }) {
	const file = data.get('file');
	const chosen = file instanceof File && (file.size > 0 || file.name !== '');
	if (chosen && text) {
		return rejected({
			file: 'Выбран файл и вставлен текст. Оставьте что-то одно: уберите текст или загрузите только его.'
		});
	}
	if (!chosen && !text) return rejected({ file: 'Выберите файл или вставьте таблицу плана как текст.' });
	if (!chosen) return { ok: true as const, value: { pasted: table || text } };
	const problem = problemWithFile(file);
	if (problem) return rejected({ file: problem });
	return { ok: true as const, value: { file: { name: file.name, bytes: await file.bytes() } } };
}

const again = (c: Context<App>, { problems, values }: { problems: Problems; values: Values }) =>
	c.html(<NewImportPage view={c.var.view} values={values} problems={problems} />, 422);

/** A roadmap's way in: sent, read, thrown away and brought back. What was understood is corrected by import-corrections.tsx. */
export const importRoutes: readonly Route[] = [
	get('/roadmap/imports', planLeaders, async (c) => {
		const { tx, actor, view } = c.var;
		return c.html(<ImportsPage view={view} imports={await listImports(tx, actor)} />);
	}),

	get('/roadmap/imports/new', planLeaders, (c) =>
		c.html(<NewImportPage view={c.var.view} values={{ token: token(), renews: c.req.query('renews') }} />)
	),

	post(
		'/roadmap/imports',
		planLeaders,
		['roadmap.uploaded'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const data = await c.req.formData();
			const form = readForm(data, uploadForm);
			if (!form.ok) return again(c, form);
			const source = await uploaded(data, form.value);
			const result = source.ok ? await importRoadmap(tx, actor, { ...form.value, source: source.value }, now) : source;
			if (!result.ok) return again(c, { problems: result.problems, values: form.values });
			return c.redirect(`/roadmap/imports/${result.value}`, 303);
		},
		{ limit: uploadLimit }
	),

	get('/roadmap/imports/:id', planLeaders, async (c) => {
		const { tx, actor, view, now } = c.var;
		const found = (await findImport(tx, actor, c.req.param('id'))) ?? notFound();
		const given = { view, found, token: token() };
		if (found.state === 'accepted' && found.roadmapId) return c.redirect(`/roadmap/${found.roadmapId}`, 303);
		if (found.state === 'reading')
			return c.html(<ReadingPage {...given} stuck={readingIsStuck(found.askedAt, now.at)} />);
		if (found.state === 'unread') return c.html(<UnreadPage {...given} />);
		if (found.state === 'discarded') return c.html(<DiscardedPage {...given} />);
		return showUnderstood(c, found);
	}),

	get('/roadmap/imports/:id/source', planLeaders, async (c) => {
		const { tx, actor, view } = c.var;
		const found = (await findImport(tx, actor, c.req.param('id'))) ?? notFound();
		if (c.req.query('only') === 'left-out' || !found.draft) {
			const understood = (await findUnderstood(tx, actor, found.id)) ?? notFound();
			return c.html(<LeftOutPage view={view} id={found.id} understood={understood} />);
		}
		const part = Math.max(1, Math.trunc(Number(c.req.query('part'))) || 1);
		const source = (await findSourcePart(tx, actor, found.id, Math.min(part, 1000))) ?? notFound();
		return c.html(<SourcePage {...{ view, source, part }} id={found.id} draft={found.draft} />);
	}),

	post('/roadmap/imports/:id/reading', planLeaders, ['roadmap.asked-again'], (c) => actOn(c, readAgain)),
	post('/roadmap/imports/:id/discarding', planLeaders, ['roadmap.discarded'], (c) => actOn(c, discardImport)),
	post('/roadmap/imports/:id/return', planLeaders, ['roadmap.brought-back'], (c) =>
		actOn(c, bringBackImport, '?saved=return')
	)
];

type Act = typeof discardImport;

/** An act of one button on an import; its page says what came of it. */
async function actOn(c: Context<App, '/roadmap/imports/:id'>, act: Act, saved = '') {
	const { tx, actor, now, view } = c.var;
	const found = (await findImport(tx, actor, c.req.param('id'))) ?? notFound();
	const form = readForm(await c.req.formData(), onlyToken);
	const result = form.ok ? await act(tx, actor, found, form.value.token, now) : form;
	if (!result.ok) {
		const failure = Object.values(result.problems)[0] ?? '';
		return c.html(<UnreadPage view={view} found={{ ...found, failure }} token={token()} />, 422);
	}
	return c.redirect(`/roadmap/imports/${found.id}${saved}`, 303);
}
