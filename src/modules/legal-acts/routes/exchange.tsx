import type { Context } from 'hono';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { filesOf } from '../../files/rules';
import { findOrganisation } from '../../organisations/queries';
import { hashOf } from '../commands/hash';
import { compareFile, takeFile } from '../commands/take-file';
import { takeForm, tokenForm } from '../form';
import { ComparisonPage, ExchangePage } from '../pages/exchange';
import { listLibrary } from '../queries/library';
import { hasConflict, type LibraryFile, libraryFile, libraryFileBytes, readLibraryFile } from '../rules/exchange';
import { libraryKeepers } from '../rules/library';

type C = Context<App>;

const show = (c: C, problems?: Problems) => {
	const values = { token: crypto.randomUUID() };
	return c.html(
		<ExchangePage view={c.var.view} {...{ values }} {...(problems && { problems })} />,
		problems ? 422 : 200
	);
};

type Wrong = { values: Values; problems: Problems; take: readonly string[] };

async function compare(c: C, text: string, file: LibraryFile, wrong?: Wrong) {
	const { tx, actor, view } = c.var;
	const proposals = await compareFile(tx, actor, file);
	const usual = proposals.filter((one) => !hasConflict(one)).map(({ key }) => key);
	const shown = wrong ?? { values: { token: crypto.randomUUID() }, take: usual };
	return c.html(<ComparisonPage {...{ view, file, text, proposals }} {...shown} />, wrong ? 422 : 200);
}

const large = 'Файл больше 2 МБ: библиотеки столько не занимают. Нужен файл «Библиотека актов.json».';

/** The library as one file: given to others, compared, taken act by act. */
export const legalActExchangeRoutes: readonly Route[] = [
	get('/legal-acts/exchange', libraryKeepers, (c) => show(c)),

	get('/legal-acts/library.json', libraryKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const { name } = await findOrganisation(tx, actor, now);
		const file = libraryFile(await listLibrary(tx, actor), { organisation: name, madeOn: now.today, hashOf });
		return sendFile(c, 'Библиотека актов.json', new TextEncoder().encode(JSON.stringify(file, null, '\t')));
	}),

	post(
		'/legal-acts/comparison',
		libraryKeepers,
		[],
		async (c) => {
			const data = await c.req.formData();
			const [form, [sent]] = [readForm(data, tokenForm), filesOf(data, 'file')];
			if (!form.ok) return show(c, form.problems);
			if (!sent) return show(c, { file: 'Выберите файл библиотеки.' });
			if (sent.size > libraryFileBytes) return show(c, { file: large });
			const text = await sent.text();
			const read = readLibraryFile(text, hashOf);
			return read.ok ? compare(c, JSON.stringify(read.file), read.file) : show(c, { file: read.reason });
		},
		{ limit: libraryFileBytes + 1024 * 1024 }
	),

	post(
		'/legal-acts/taking',
		libraryKeepers,
		['legal-acts.brought'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const data = await c.req.formData();
			const form = readForm(data, takeForm, ['take']);
			const text = form.values.file ?? '';
			const read = readLibraryFile(text, hashOf);
			if (!read.ok) return show(c, { file: text ? read.reason : 'Выберите файл заново.' });
			const take = data.getAll('take').map(String);
			const result = form.ok ? await takeFile(tx, actor, read.file, form.value, now) : form;
			if (!result.ok) return compare(c, text, read.file, { values: form.values, problems: result.problems, take });
			return c.redirect(`/legal-acts?saved=taken&taken=${result.value}`, 303);
		},
		{ limit: 6 * 1024 * 1024 } // a file of two, kept in the page's form
	)
];
