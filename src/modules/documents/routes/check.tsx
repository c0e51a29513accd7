import { type Problems, readForm } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { filesOf } from '../../files/rules';
import { checkPaper } from '../engine/checker/check';
import { tokenForm } from '../form';
import { CheckPage } from '../pages/check';
import { findPaperHome } from '../queries/paper-home';
import { readPaper } from '../readers/paper-text';
import { maxTemplateBytes } from '../readers/word-file';
import { documentMakers } from '../rules/documents';
import type { C } from './shared';

const show = (c: C, checked?: Parameters<typeof CheckPage>[0]['checked'], problems?: Problems) => {
	const props = { view: c.var.view, checked, values: { token: crypto.randomUUID() }, ...(problems && { problems }) };
	return c.html(<CheckPage {...props} />, problems ? 422 : 200);
};

/** A Word file of anybody's is read over; nothing of it is kept. */
export const documentCheckRoutes: readonly Route[] = [
	get('/document-check', documentMakers, (c) => show(c)),

	post(
		'/document-check',
		documentMakers,
		[],
		async (c) => {
			const data = await c.req.formData();
			const [form, [file]] = [readForm(data, tokenForm), filesOf(data, 'file')];
			if (!form.ok) return show(c, undefined, form.problems);
			if (!file) return show(c, undefined, { file: 'Выберите файл Word.' });
			const read = readPaper(new Uint8Array(await file.arrayBuffer()));
			if (!read.ok) return show(c, undefined, { file: read.reason });
			if (read.pieces.length === 0) return show(c, undefined, { file: 'В документе нет ни слова.' });
			const { tx, actor, now } = c.var;
			const findings = checkPaper(read.pieces, await findPaperHome(tx, actor, now));
			return show(c, { name: file.name, findings });
		},
		{ limit: maxTemplateBytes + 1024 * 1024 }
	)
];
