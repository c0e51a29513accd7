import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readForm, statusOf, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendXlsx } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { listSigners } from '../../documents/queries/settings';
import { listClosable } from '../../roadmap/queries/closable';
import { keepLine, valuesOfLine } from '../commands/checklist';
import { closeByLocalActs } from '../commands/close';
import { lineForm, tokenForm } from '../form';
import { ChecklistPage, LinePage } from '../pages/checklist';
import { listChecklist } from '../queries/checklist';
import { canKeepChecklist, checklistKeepers, checklistReaders, lacksOf, lineStates } from '../rules/checklist';

type C = Context<App>;
type Wrong = { values: Values; problems: Record<string, string | undefined>; theirs?: Values | undefined };

async function showLine(c: C, code: string | null, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const { lines, acts } = await listChecklist(tx, actor);
	const line = code === null ? null : (lines.find((one) => one.code === code) ?? notFound());
	const staff = await listSigners(tx, actor, now);
	const here = line?.owner && !staff.some(({ id }) => id === line.owner?.id) ? [...staff, line.owner] : staff;
	const fresh = line ? valuesOfLine(line) : { state: 'wanted', version: '0' };
	const shown = wrong ?? { values: { ...fresh, token: crypto.randomUUID() } };
	const local = acts.filter(({ level, key }) => level === 'local' || key === line?.act?.key);
	const page = <LinePage {...{ view, line }} staff={here} acts={local} {...shown} />;
	return c.html(page, wrong ? statusOf(wrong as { theirs?: Values }) : 200);
}

async function keep(c: C, code: string | null) {
	const { tx, actor, now } = c.var;
	if (code !== null && !(await listChecklist(tx, actor)).lines.some((line) => line.code === code)) notFound();
	const form = readForm(await c.req.formData(), lineForm);
	const result = form.ok ? await keepLine(tx, actor, code, form.value, now) : form;
	if (!result.ok) return showLine(c, code, { values: form.values, ...result });
	return c.redirect('/local-acts?saved=kept', 303);
}

async function showChecklist(c: C, wrong?: Wrong & { closes: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const { lines } = await listChecklist(tx, actor);
	const closable = canKeepChecklist(actor) ? await listClosable(tx, actor, ['local-act'], now.today) : [];
	const closed = closedIn(c.req.query('closed'));
	const page = <ChecklistPage {...{ view, lines, closable, closed }} {...wrong} />;
	return c.html(page, wrong ? 422 : 200);
}

/** The checklist of local acts. */
export const localActRoutes: readonly Route[] = [
	get('/local-acts', checklistReaders, async (c) => {
		return showChecklist(c);
	}),

	post('/local-acts/closing', checklistKeepers, ['local-acts.shown'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
		const result = form.ok ? await closeByLocalActs(tx, actor, { ...form.value, closes }, now) : form;
		if (!result.ok) return showChecklist(c, { values: form.values, problems: result.problems, closes });
		return c.redirect(`/local-acts?saved=shown&closed=${result.value}`, 303);
	}),

	get('/local-acts/checklist.xlsx', checklistReaders, async (c) => {
		const { lines } = await listChecklist(c.var.tx, c.var.actor);
		return sendXlsx(c, {
			name: 'Локальные акты',
			headings: ['Какой нужен акт', 'Как стоит', 'Отвечает', 'Срок', 'Акт', 'Не хватает', 'Заметка'],
			rows: lines.map((line) => [
				...[line.title, lineStates[line.state], line.owner?.name ?? '', line.dueOn ? showDate(line.dueOn) : ''],
				...[line.act?.name ?? '', lacksOf(line).join(', '), line.note]
			])
		});
	}),

	get('/local-acts/new', checklistKeepers, (c) => showLine(c, null)),
	post('/local-acts', checklistKeepers, ['local-act.changed'], (c) => keep(c, null)),
	get('/local-acts/:code/edit', checklistKeepers, (c) => showLine(c, c.req.param('code') ?? '')),
	post('/local-acts/:code', checklistKeepers, ['local-act.changed'], (c) => keep(c, c.req.param('code') ?? ''))
];
