import type { Context } from 'hono';
import { schoolYearOf, showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendXlsx, tableFrom, tableLimit } from '../../../http-tables';
import { canManageAccess } from '../../access/rules/roles';
import { listDuplicates } from '../../people/queries/duplicates';
import { acceptForeign } from '../commands/accept-register-import';
import { correctForeignRow, discardForeign, setForeignColumns, uploadForeign } from '../commands/register-import';
import { undoForeign } from '../commands/undo-register-import';
import { foreignAcceptanceForm, foreignColumnsForm, foreignRowForm, foreignUploadForm } from '../form/exchange';
import { tokenForm } from '../form/registry';
import { ForeignDonePage } from '../pages/foreign-done';
import { ForeignPreviewPage } from '../pages/foreign-preview';
import { ForeignRowPage } from '../pages/foreign-row';
import { ForeignUploadPage } from '../pages/foreign-upload';
import { besideOf } from '../queries/beside';
import { findRegisterImport, listMappings } from '../queries/exchange';
import { type ForeignDraft, foreignDraft, headingsOf } from '../rules/exchange/columns';
import { type ForeignState, foreignFates, foreignStates, rowFields, sumOfFates } from '../rules/exchange/fates';
import { type Register, registryKeepers } from '../rules/registers';
import { registerIn } from './found';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems };

async function showUpload(c: C, register: Register, wrong?: Wrong) {
	const { tx, actor, view } = c.var;
	const mappings = await listMappings(tx, actor, register);
	const shown = wrong ?? { values: { token: crypto.randomUUID() } };
	return c.html(<ForeignUploadPage {...{ view, register, mappings }} {...shown} />, wrong ? 422 : 200);
}

const fileIn = async (c: C) => (await findRegisterImport(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

/** The fates of the rows beside the people and the register as they are now. */
async function fatesNow(c: C, register: Register, draft: ForeignDraft) {
	const { tx, actor, now } = c.var;
	return foreignFates(draft, await besideOf(tx, actor, register, now));
}

async function showPreview(c: C, wrong?: Wrong) {
	const { tx, actor, view, now } = c.var;
	const file = await fileIn(c);
	const { draft, register } = file;
	if (!draft) {
		const loaded = file.acceptedAt && !file.undoneAt && canManageAccess(actor);
		const duplicates = loaded ? (await listDuplicates(tx, actor, now)).length : 0;
		return c.html(<ForeignDonePage {...{ view, file, duplicates }} />, wrong ? 422 : 200);
	}
	const fates = await fatesNow(c, register, draft);
	const since = showDate(now.today);
	const typed = wrong?.values ?? {
		token: crypto.randomUUID(),
		since,
		employedOn: showDate(schoolYearOf(now.today).from)
	};
	const values = { since, ...typed, expected: sumOfFates(fates) };
	const asked = c.req.query('show') ?? '';
	const show = Object.hasOwn(foreignStates, asked) ? (asked as ForeignState) : undefined;
	const page = Math.min(Math.max(1, Number.parseInt(c.req.query('page') ?? '', 10) || 1), 1000);
	return c.html(
		<ForeignPreviewPage {...{ view, file, draft, fates, show, page, values }} problems={wrong?.problems ?? {}} />,
		wrong ? 422 : 200
	);
}

/** The row of the address, while the file is on its way. */
async function rowIn(c: C) {
	const file = await fileIn(c);
	const draft = file.draft ?? notFound();
	const number = Number.parseInt(c.req.param('number') ?? '', 10);
	const fates = await fatesNow(c, file.register, draft);
	const fate = fates.find((one) => one.number === number) ?? notFound();
	return { file, draft, fate, fields: rowFields(draft, number) };
}

async function showRow(c: C, wrong?: Wrong) {
	const { file, draft, fate, fields } = await rowIn(c);
	const present: Values = {
		token: crypto.randomUUID(),
		decision:
			draft.decisions[fate.number] ||
			('person' in fate && fate.person ? fate.person.id : fate.state === 'new' ? 'new' : ''),
		...Object.fromEntries(fields.map(({ at, value }) => [`cell-${at}`, value] as const))
	};
	const shown = wrong ?? { values: present };
	return c.html(<ForeignRowPage {...{ view: c.var.view, file, fate, fields }} {...shown} />, wrong ? 422 : 200);
}

const again = (c: C) => c.redirect(`/register-imports/${c.req.param('id')}`, 303);

/** Rows that stay out, as they stand in the file, each with what is wrong. */
function restOf(draft: ForeignDraft, fates: ReturnType<typeof foreignFates>) {
	const headings = headingsOf(draft);
	const rows = fates.flatMap((fate) => {
		if (fate.state !== 'error' && fate.state !== 'doubtful') return [];
		const why = fate.state === 'error' ? fate.problems.join('. ') : fate.why;
		return [[`Строка ${fate.number}. ${why}`, ...headings.map((_, at) => draft.grid[fate.number - 1]?.[at] ?? '')]];
	});
	return { name: 'Строки, которые не загружены', headings: ['Что исправить', ...headings], rows };
}

export const registerImportRoutes: readonly Route[] = [
	get('/registry/:register/import', registryKeepers, (c) => showUpload(c, registerIn(c))),

	post(
		'/registry/:register/imports',
		registryKeepers,
		['register-import.uploaded'],
		async (c) => {
			const { tx, actor, now, world } = c.var;
			const register = registerIn(c);
			const data = await c.req.formData();
			const form = readForm(data, foreignUploadForm);
			if (!form.ok) return showUpload(c, register, { values: form.values, problems: form.problems });
			const mapping = (await listMappings(tx, actor, register)).find(({ id }) => id === form.value.mapping);
			const draft = (sheets: Parameters<typeof foreignDraft>[0]) => foreignDraft(sheets, register, mapping);
			const read = await tableFrom(data.get('file'), form.value.pasted, world, draft);
			if (!read.ok) return showUpload(c, register, { values: form.values, problems: read.problems });
			const file = { name: read.name, draft: read.table, token: form.value.token };
			const result = await uploadForeign(tx, actor, register, file, now);
			if (!result.ok) return showUpload(c, register, { values: form.values, problems: result.problems });
			return c.redirect(`/register-imports/${result.value}`, 303);
		},
		{ limit: tableLimit }
	),

	get('/register-imports/:id', registryKeepers, (c) => showPreview(c)),

	post('/register-imports/:id/columns', registryKeepers, ['register-import.corrected'], async (c) => {
		const { tx, actor, now } = c.var;
		const file = await fileIn(c);
		const width = file.draft ? headingsOf(file.draft).length : 0;
		const form = readForm(await c.req.formData(), foreignColumnsForm(file.register, width));
		const result = form.ok ? await setForeignColumns(tx, actor, file, form.value, now) : form;
		return result.ok ? again(c) : showPreview(c, { values: form.values, problems: result.problems });
	}),

	get('/register-imports/:id/rows/:number', registryKeepers, (c) => showRow(c)),

	post('/register-imports/:id/rows/:number', registryKeepers, ['register-import.corrected'], async (c) => {
		const { tx, actor, now } = c.var;
		const { file, fate, fields } = await rowIn(c);
		const form = readForm(await c.req.formData(), foreignRowForm(fields.map(({ at }) => at)));
		const result = form.ok ? await correctForeignRow(tx, actor, file, fate.number, form.value, now) : form;
		return result.ok ? again(c) : showRow(c, { values: form.values, problems: result.problems });
	}),

	post('/register-imports/:id/acceptance', registryKeepers, ['register.imported'], async (c) => {
		const { tx, actor, now } = c.var;
		const file = await fileIn(c);
		const form = readForm(await c.req.formData(), foreignAcceptanceForm);
		const result = form.ok ? await acceptForeign(tx, actor, file, form.value, now) : form;
		return result.ok ? again(c) : showPreview(c, { values: form.values, problems: result.problems });
	}),

	post('/register-imports/:id/discarding', registryKeepers, ['register-import.discarded'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await discardForeign(tx, actor, await fileIn(c), form.value, now) : form;
		return result.ok ? again(c) : showPreview(c, { values: form.values, problems: result.problems });
	}),

	post('/register-imports/:id/undoing', registryKeepers, ['register.import-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoForeign(tx, actor, await fileIn(c), form.value, now) : form;
		return result.ok ? again(c) : showPreview(c, { values: form.values, problems: result.problems });
	}),

	get('/register-imports/:id/errors', registryKeepers, async (c) => {
		const { draft, register } = await fileIn(c);
		if (!draft) return notFound();
		return sendXlsx(c, restOf(draft, await fatesNow(c, register, draft)));
	})
];
