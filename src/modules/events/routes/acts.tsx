import { type Problems, readForm, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { listClosable } from '../../roadmap/queries/closable';
import { actsPaper, closeByActs } from '../commands/acts';
import { tokenForm } from '../form';
import { ActsPage } from '../pages/acts';
import { listActs } from '../queries/acts';
import { canKeepEvents, eventKeepers } from '../rules/event';
import type { C } from './shared';

type Wrong = { values: Values; problems: Problems; chosen: readonly string[] };

async function showActs(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const acts = await listActs(tx, actor);
	const closable = canKeepEvents(actor)
		? await listClosable(tx, actor, ['local-act', 'train', 'materials'], now.today)
		: [];
	const shown = wrong ?? { values: { token: crypto.randomUUID() } };
	const page = <ActsPage {...{ view, acts, closable }} closed={closedIn(c.req.query('closed'))} {...shown} />;
	return c.html(page, wrong ? 422 : 200);
}

/** «Документы для изучения»: acts by level, and the sheet of who has read which. */
export const actRoutes: readonly Route[] = [
	get('/acts', 'signed-in', (c) => showActs(c)),

	get('/acts/sheet.docx', eventKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const bytes = await actsPaper(tx, actor, await listActs(tx, actor), now);
		return sendFile(c, 'Лист ознакомления с документами.docx', bytes);
	}),

	post('/acts/closing', eventKeepers, ['activity.done', 'evidence.attached', 'file.stored'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
		const acts = await listActs(tx, actor);
		const result = form.ok ? await closeByActs(tx, actor, acts, { ...form.value, closes }, now) : form;
		if (!result.ok) return showActs(c, { values: form.values, problems: result.problems, chosen: closes });
		return c.redirect(`/acts?saved=closed&closed=${result.value}`, 303);
	})
];
