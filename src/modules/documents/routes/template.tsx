import { Readable } from 'node:stream';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendFile, sendXlsx } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { asAttachment, bytesOf, filesOf } from '../../files/rules';
import { listClosable } from '../../roadmap/queries/closable';
import { makeDocuments } from '../commands/make';
import { keepVersion } from '../commands/templates';
import { ownTemplateFile } from '../engine/library/own';
import { layoutOf, papersOf, previewOf, readyOf } from '../engine/papers';
import { papersInZip } from '../engine/template/archive';
import { checkFields } from '../engine/template/check';
import { tokenForm, uploadForm } from '../form';
import { type Found, TemplatePage } from '../pages/template';
import { fieldLines, kindWords } from '../pages/words';
import { findPaperFacts } from '../queries/facts';
import { fileBytes, listVersions } from '../queries/templates';
import { readTemplate } from '../readers/template-file';
import { maxTemplateBytes } from '../readers/word-file';
import { documentKeepers, documentMakers, isOwnTemplate } from '../rules/documents';
import { type OwnTemplateCode, ownTemplates } from '../rules/library/templates';
import { closesAsTemplate } from '../rules/registration';
import { type C, madeAnswer, templateAtWork } from './shared';

function codeOf(c: C): OwnTemplateCode {
	const code = c.req.param('code') ?? '';
	return isOwnTemplate(code) ? code : notFound();
}

type Wrong = { values: Values; problems: Problems; found: readonly Found[]; closes?: readonly string[] };

async function showTemplate(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const code = codeOf(c);
	const facts = await findPaperFacts(tx, actor, now, code);
	const versions = await listVersions(tx, actor, code);
	const shown = wrong ?? { values: { token: crypto.randomUUID() }, problems: {} };
	const closable = closesAsTemplate(code) ? await listClosable(tx, actor, ['programme'], now.today) : [];
	const values = { ...shown.values, other: crypto.randomUUID() };
	const page = (
		<TemplatePage
			{...{ view, code, versions, closable, template: ownTemplates[code], papers: readyOf(code, facts) }}
			closed={closedIn(c.req.query('closed'))}
			{...shown}
			values={values}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

/** What an uploaded file lacks; nothing when it can be taken. */
async function troublesIn(
	code: OwnTemplateCode,
	files: readonly File[],
	anyway: boolean
): Promise<Omit<Wrong, 'values'> | undefined> {
	const [file] = files;
	if (!file) return { problems: { file: 'Выберите файл шаблона.' }, found: [] };
	if (file.size > maxTemplateBytes)
		return { problems: { file: 'Файл больше 5 МБ. Уменьшите картинки в шаблоне.' }, found: [] };
	const read = readTemplate(new Uint8Array(await file.arrayBuffer()));
	if (!read.ok)
		return { problems: { file: 'Этот файл не подходит. Поправьте его и выберите снова.' }, found: read.problems };
	const { unknown } = checkFields(read.template.parts, ownTemplates[code].fields);
	if (unknown.length === 0 || anyway) return undefined;
	const problems = {
		file: 'В файле есть поля, которых программа не знает. Поправьте их и выберите файл снова.',
		anyway: 'Или отметьте, что так и нужно'
	};
	return { problems, found: unknown };
}

/** One kind of paper: its templates, its fields, what is made by it. */
export const documentTemplateRoutes: readonly Route[] = [
	get('/documents/:code', documentMakers, (c) => showTemplate(c)),

	get('/documents/:code/template.docx', documentMakers, async (c) => {
		const { tx, actor, now } = c.var;
		const code = codeOf(c);
		const versions = await listVersions(tx, actor, code);
		const asked = c.req.query('version');
		const version = asked ? versions.find(({ number }) => String(number) === asked) : versions[0];
		if (asked && !version?.fileId) notFound();
		if (version?.fileId) return sendFile(c, version.fileName ?? '', await fileBytes(tx, actor, version.fileId));
		const { settings } = await findPaperFacts(tx, actor, now);
		return sendFile(c, `Шаблон – ${ownTemplates[code].title}.docx`, ownTemplateFile(code, layoutOf(settings)));
	}),

	get('/documents/:code/fields.xlsx', documentMakers, (c) => {
		const { title, fields } = ownTemplates[codeOf(c)];
		const rows = fieldLines(fields).map(({ name, about, kind, example }) => [name, about, kindWords[kind], example]);
		return sendXlsx(c, { name: `Поля – ${title}`, headings: ['Поле', 'Что это', 'Вид', 'Пример'], rows });
	}),

	get('/documents/:code/preview.docx', documentMakers, async (c) => {
		const { tx, actor, now } = c.var;
		const code = codeOf(c);
		const facts = await findPaperFacts(tx, actor, now, code);
		const { template } = await templateAtWork(c, code, facts);
		return sendFile(c, `Проба – ${ownTemplates[code].title}.docx`, template.render(previewOf(code, facts)));
	}),

	get('/documents/:code/paper.docx', documentMakers, async (c) => {
		const { tx, actor, now } = c.var;
		const code = codeOf(c);
		if (ownTemplates[code].about !== 'organisation') notFound();
		const facts = await findPaperFacts(tx, actor, now, code);
		const [paper] = papersOf(code, facts);
		if (!paper) return c.redirect(`/documents/${code}`, 303);
		const { template } = await templateAtWork(c, code, facts);
		return sendFile(c, paper.name, template.render(paper.fields));
	}),

	get('/documents/:code/papers.zip', documentMakers, async (c) => {
		const { tx, actor, now } = c.var;
		const code = codeOf(c);
		const facts = await findPaperFacts(tx, actor, now, code);
		const papers = papersOf(code, facts);
		if (papers.length === 0) return c.redirect(`/documents/${code}`, 303);
		const { template } = await templateAtWork(c, code, facts);
		return c.body(Readable.toWeb(Readable.from(papersInZip(template, papers))) as ReadableStream<Uint8Array>, 200, {
			'content-type': 'application/zip',
			'content-disposition': asAttachment(`${ownTemplates[code].title}.zip`),
			'x-content-type-options': 'nosniff'
		});
	}),

	post('/documents/:code/making', documentMakers, ['document.made', 'document.remade'], async (c) => {
		const { tx, actor, now } = c.var;
		const code = codeOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (!form.ok) return showTemplate(c, { values: form.values, problems: form.problems, found: [] });
		const facts = await findPaperFacts(tx, actor, now, code);
		const making = { ...form.value, papers: papersOf(code, facts), ...(await templateAtWork(c, code, facts)) };
		const result = await makeDocuments(tx, actor, code, making, now);
		if (!result.ok) return showTemplate(c, { values: form.values, problems: result.problems, found: [] });
		return madeAnswer(c, code, result.value);
	}),

	post(
		'/documents/:code/versions',
		documentKeepers,
		['document-template.uploaded', 'file.stored'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const code = codeOf(c);
			const data = await c.req.formData();
			const [form, files, closes] = [readForm(data, uploadForm), filesOf(data, 'file'), closesIn(data)];
			if (!form.ok) return showTemplate(c, { values: form.values, problems: form.problems, found: [] });
			const troubles = await troublesIn(code, files, form.value.anyway);
			if (troubles) return showTemplate(c, { values: form.values, closes, ...troubles });
			const [file] = await bytesOf(files);
			const result = await keepVersion(tx, actor, code, { token: form.value.token, file: file ?? null, closes }, now);
			if (!result.ok) return showTemplate(c, { values: form.values, problems: result.problems, found: [] });
			return c.redirect(`/documents/${code}?saved=uploaded&closed=${result.value.closed}`, 303);
		},
		{ limit: maxTemplateBytes + 1024 * 1024 }
	),

	post('/documents/:code/return', documentKeepers, ['document-template.returned'], async (c) => {
		const { tx, actor, now } = c.var;
		const code = codeOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await keepVersion(tx, actor, code, { ...form.value, file: null }, now) : form;
		if (!result.ok) return showTemplate(c, { values: form.values, problems: result.problems, found: [] });
		return c.redirect(`/documents/${code}?saved=returned`, 303);
	})
];
