import { readForm } from '../../../core/forms';
import { post, type Route } from '../../../http';
import { bytesOf, filesOf, problemWithFile, uploadLimit } from '../../files/rules';
import { attachFile } from '../commands/files';
import { turnDocument } from '../commands/turn';
import { fileForm, turnForm } from '../form';
import { documentMakers } from '../rules/documents';
import { type TurnName, turnNames, turns } from '../rules/turns';
import { showDocument } from './made';
import { documentIn } from './shared';

/** A step of a document's life, of one press or one line. */
const turnRoute = (name: TurnName): Route =>
	post(`/documents/made/:id/${name}`, turns[name].who, [turns[name].act], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), turnForm);
		const result = form.ok ? await turnDocument(tx, actor, document, name, form.value, now) : form;
		if (result.ok) return c.redirect(`/documents/made/${document.id}?saved=${name}`, 303);
		const values = { ...form.values, token: crypto.randomUUID() };
		const status = 'theirs' in result && result.theirs ? 409 : 422;
		return showDocument(c, document, { values, problems: result.problems, turn: name }, status);
	});

/** What is done with a document by one press, and the files put beside it. */
export const documentTurnRoutes: readonly Route[] = [
	...turnNames.map(turnRoute),

	post(
		'/documents/made/:id/files',
		documentMakers,
		['document.file-added', 'file.stored'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const document = await documentIn(c);
			const data = await c.req.formData();
			const [form, files] = [readForm(data, fileForm), filesOf(data, 'file')];
			const problem = files[0] ? problemWithFile(files[0]) : 'Выберите файл.';
			const [file] = problem ? [] : await bytesOf(files);
			const result = !form.ok
				? form
				: file
					? await attachFile(tx, actor, document, { ...form.value, file }, now)
					: { ok: false as const, problems: { file: problem } };
			if (!result.ok) return showDocument(c, document, { values: form.values, problems: result.problems });
			return c.redirect(`/documents/made/${document.id}?saved=file`, 303);
		},
		{ limit: uploadLimit }
	)
];
