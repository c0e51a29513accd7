import type { Context } from 'hono';
import { schoolYearOf, showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendXlsx, tableFrom, tableLimit } from '../../../http-tables';
import { canManageAccess } from '../../access/rules/roles';
import { acceptStaffList, sumOf } from '../commands/accept-staff-list';
import { discardStaffList, setColumns, uploadStaffList } from '../commands/staff-import';
import { tokenForm } from '../form/person';
import { acceptanceForm, columnsForm, uploadForm } from '../form/staff-import';
import { ImportPage } from '../pages/import';
import { ImportDonePage, PreviewPage } from '../pages/import-preview';
import { listDuplicates } from '../queries/duplicates';
import { findStaffImport, listOpenImports } from '../queries/staff-import';
import { listStaff } from '../queries/staff-lines';
import { peopleKeepers } from '../rules/person';
import { type Draft, draftOf, headingsOf, listRows } from '../rules/staff-import/draft';
import { type FateState, fateNames, fatesOf } from '../rules/staff-import/matching';
import { staffHeadings, templateExample } from '../rules/staff-table';

type C = Context<App, '/people/imports/:id'>;

async function showUpload(c: Context<App>, values: Values, problems?: Problems) {
	const { tx, actor, view } = c.var;
	const open = await listOpenImports(tx, actor);
	return c.html(<ImportPage {...{ view, open, values }} {...(problems && { problems })} />, problems ? 422 : 200);
}

const listOf = async (c: C) => (await findStaffImport(c.var.tx, c.var.actor, c.req.param('id'))) ?? notFound();

/** The fates of the lines beside the people who are there now. */
async function fatesNow(c: C, draft: Draft) {
	const { tx, actor, now } = c.var;
	return fatesOf(listRows(draft, now.today), await listStaff(tx, actor, now), now.today);
}

async function showPreview(c: C, wrong?: { values: Values; problems: Problems }) {
	const { tx, actor, view, now } = c.var;
	const list = await listOf(c);
	const { draft } = list;
	if (!draft) {
		const loaded = list.outcome !== null && canManageAccess(actor);
		const duplicates = loaded ? (await listDuplicates(tx, actor, now)).length : 0;
		return c.html(<ImportDonePage {...{ view, list, duplicates }} />, wrong ? 422 : 200);
	}
	const fates = await fatesNow(c, draft);
	const typed = wrong?.values ?? { token: crypto.randomUUID(), employedOn: showDate(schoolYearOf(now.today).from) };
	const values = { ...typed, expected: sumOf(fates) };
	const asked = c.req.query('show') ?? '';
	const show = Object.hasOwn(fateNames, asked) ? (asked as FateState) : undefined;
	const page = <PreviewPage {...{ view, list, draft, fates, show, values }} problems={wrong?.problems ?? {}} />;
	return c.html(page, wrong ? 422 : 200);
}

const again = (c: C) => c.redirect(`/people/imports/${c.req.param('id')}`, 303);

export const staffImportRoutes: readonly Route[] = [
	get('/people/import', peopleKeepers, (c) => showUpload(c, { token: crypto.randomUUID() })),

	get('/people/import/template', peopleKeepers, (c) =>
		sendXlsx(c, { name: 'Бланк списка сотрудников', headings: staffHeadings, rows: [templateExample] })
	),

	post(
		'/people/imports',
		peopleKeepers,
		['staff-import.uploaded'],
		async (c) => {
			const { tx, actor, now, world } = c.var;
			const data = await c.req.formData();
			const form = readForm(data, uploadForm);
			if (!form.ok) return showUpload(c, form.values, form.problems);
			const read = await tableFrom(data.get('file'), form.value.pasted, world, draftOf);
			if (!read.ok) return showUpload(c, form.values, read.problems);
			const list = { name: read.name, draft: read.table, token: form.value.token };
			const result = await uploadStaffList(tx, actor, list, now);
			if (!result.ok) return showUpload(c, form.values, result.problems);
			return c.redirect(`/people/imports/${result.value}`, 303);
		},
		{ limit: tableLimit }
	),

	get('/people/imports/:id', peopleKeepers, (c) => showPreview(c)),

	post('/people/imports/:id/columns', peopleKeepers, ['staff-import.corrected'], async (c) => {
		const { tx, actor, now } = c.var;
		const list = await listOf(c);
		const width = list.draft ? headingsOf(list.draft).length : 0;
		const form = readForm(await c.req.formData(), columnsForm(width));
		const result = form.ok ? await setColumns(tx, actor, list, form.value, now) : form;
		return result.ok ? again(c) : showPreview(c, { values: form.values, problems: result.problems });
	}),

	post('/people/imports/:id/acceptance', peopleKeepers, ['staff.imported'], async (c) => {
		const { tx, actor, now } = c.var;
		const list = await listOf(c);
		const form = readForm(await c.req.formData(), acceptanceForm);
		const result = form.ok ? await acceptStaffList(tx, actor, list, form.value, now) : form;
		return result.ok ? again(c) : showPreview(c, { values: form.values, problems: result.problems });
	}),

	post('/people/imports/:id/discarding', peopleKeepers, ['staff-import.discarded'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await discardStaffList(tx, actor, await listOf(c), form.value, now) : form;
		return result.ok ? again(c) : showPreview(c, { values: form.values, problems: result.problems });
	}),

	get('/people/imports/:id/errors', peopleKeepers, async (c) => {
		const { draft } = await listOf(c);
		if (!draft) return notFound();
		const wrong = (await fatesNow(c, draft)).filter((fate) => fate.state === 'error');
		return sendXlsx(c, {
			name: 'Строки с ошибками',
			headings: ['Что исправить', ...headingsOf(draft)],
			rows: wrong.map(({ number, problems }) => [
				`Строка ${number}. ${problems.join('. ')}`,
				...headingsOf(draft).map((_, index) => draft.grid[number - 1]?.[index] ?? '')
			])
		});
	})
];
