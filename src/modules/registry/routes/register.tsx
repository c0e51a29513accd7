import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { isId } from '../../../core/ids';
import { type App, get, post, type Route } from '../../../http';
import { sendCsv, sendXlsx } from '../../../http-tables';
import { findOrganisation } from '../../organisations/queries';
import { listSaid } from '../../surveys/queries/said';
import { reasonsIn } from '../../surveys/rules/said';
import { enterRegister, leaveRegister, undoEntering, undoLeaving } from '../commands/entries';
import { noteReading } from '../commands/note-reading';
import { setTopics } from '../commands/topics';
import { entriesForm, leavingForm, tokenForm, topicsForm } from '../form/registry';
import { EnterPage } from '../pages/enter';
import { RegistryHomePage, type Summary } from '../pages/home';
import { RegisterPage } from '../pages/register';
import { TablePage } from '../pages/table';
import { TopicsPage } from '../pages/topics';
import { listCandidates } from '../queries/candidates';
import { listRegister } from '../queries/register';
import { allTopics, listTopics } from '../queries/topics';
import { tableOf } from '../rules/columns';
import { choiceOf } from '../rules/entering';
import { allRegisters, type Register, registers, registryKeepers } from '../rules/registers';
import { homeTools } from '../rules/tools';
import { topicsAsText } from '../rules/topics';
import { addressOf, chosenFrom, wantedFrom } from '../rules/wanted';
import { registerIn, wordsFor } from './found';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems; chosen: readonly string[] };

async function showRegister(c: C, register: Register, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const wanted = wantedFrom(c.req.query());
	const all = await listRegister(tx, actor, register, now);
	const { names, asked, strict } = await wordsFor(c, register);
	const { counts, page: lines } = chosenFrom(all, wanted, { register, asked, today: now.today });
	const groups = [...new Map(all.flatMap((line) => line.groups.map((group) => [group.id, group]))).values()];
	const subjects = [...new Set(all.flatMap((line) => line.subjects))].sort((a, b) => a.localeCompare(b, 'ru'));
	const act = c.req.query('act') ?? '';
	const undoing: Record<string, string> = { entered: 'entries', left: 'leavings', decided: 'decisions' };
	const undo =
		isId(act) && undoing[view.saved ?? ''] ? `/register-acts/${act}/${undoing[view.saved ?? '']}/undoing` : undefined;
	const shown = wrong ?? { values: { token: crypto.randomUUID() } };
	return c.html(
		<RegisterPage
			{...{ view, register, lines, counts, groups, subjects, wanted, asked, strict, names, undo }}
			{...shown}
		/>,
		wrong ? 422 : 200
	);
}

/** What speaks for people in their own answers; that they were looked at is noted. */
async function saidOf(c: C, register: Register) {
	const { tx, actor, now } = c.var;
	const topics = await allTopics(tx, actor);
	const all = await listSaid(tx, actor, now);
	const said = new Map<string, string[]>();
	for (const { personId, content, answers } of all) {
		const reasons = reasonsIn(content, answers, topics)[register];
		if (reasons.length > 0) said.set(personId, [...new Set([...(said.get(personId) ?? []), ...reasons])]);
	}
	await noteReading(
		tx,
		actor,
		[...said.keys()].map((personId) => ({ personId })),
		'answers',
		now
	);
	return said;
}

async function showEnter(c: C, register: Register, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const q = (c.req.query('q') ?? '').slice(0, 200);
	const said = await saidOf(c, register);
	const all = (await listCandidates(tx, actor, register, now)).map((one) => ({
		...one,
		reasons: said.get(one.id) ?? []
	}));
	const { asked, strict } = await wordsFor(c, register);
	const choice = choiceOf(all, register, c.req.query('filter') ?? wrong?.values.filter, q);
	const shown = wrong ?? { values: { token: crypto.randomUUID() }, chosen: [] };
	return c.html(<EnterPage {...{ view, register, q, asked, strict }} {...choice} {...shown} />, wrong ? 422 : 200);
}

/** The register with every column, as filtered on the screen; contacts are private, so who carried them away is noted. */
async function wholeTable(c: C, how: 'card' | 'export') {
	const { tx, actor, now } = c.var;
	const register = registerIn(c);
	const { names, asked } = await wordsFor(c, register);
	const all = await listRegister(tx, actor, register, now);
	const { all: lines } = chosenFrom(all, wantedFrom(c.req.query()), { register, asked, today: now.today });
	const { name: organisation } = await findOrganisation(tx, actor, now);
	await noteReading(tx, actor, lines, how, now);
	return { register, table: tableOf(register, lines, { names, asked, today: now.today, organisation }) };
}

const ticked = (data: FormData) => data.getAll('person').filter((one) => typeof one === 'string');

export const registerRoutes: readonly Route[] = [
	get('/registry', registryKeepers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const summary = {} as Summary;
		for (const register of allRegisters) {
			const { asked } = await wordsFor(c, register);
			const lines = await listRegister(tx, actor, register, now);
			const { counts } = chosenFrom(lines, wantedFrom({}), { register, asked, today: now.today });
			summary[register] = {
				here: counts.here,
				noWord: counts['no-word'],
				drafts: counts.drafts,
				noConsent: counts['no-consent'],
				working: counts.working
			};
		}
		return c.html(
			<RegistryHomePage {...{ view, summary }} tools={homeTools.filter(({ href }) => view.rooms.has(href))} />
		);
	}),

	get('/registry/topics', registryKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const values = { token: crypto.randomUUID(), topics: topicsAsText(await listTopics(tx, actor)) };
		return c.html(<TopicsPage {...{ view, values }} />);
	}),

	post('/registry/topics', registryKeepers, ['registry-topics.set'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const form = readForm(await c.req.formData(), topicsForm);
		const result = form.ok ? await setTopics(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect('/registry/topics?saved=topics', 303);
		return c.html(<TopicsPage view={view} values={form.values} problems={result.problems} />, 422);
	}),

	get('/registry/:register', registryKeepers, (c) => showRegister(c, registerIn(c))),

	{
		...get('/registry/:register/table', registryKeepers, async (c) => {
			const { register, table } = await wholeTable(c, 'card');
			const files = addressOf(register, wantedFrom(c.req.query()), {}, '/export/xlsx');
			return c.html(<TablePage view={c.var.view} {...{ register, table, files }} />);
		}),
		writes: true
	},

	{
		...get('/registry/:register/export/:format', registryKeepers, async (c) => {
			const format = c.req.param('format');
			if (format !== 'csv' && format !== 'xlsx') return notFound();
			const { register, table } = await wholeTable(c, 'export');
			const file = { name: registers[register].name, ...table };
			return format === 'csv' ? sendCsv(c, file) : sendXlsx(c, file);
		}),
		writes: true
	},

	{
		...get('/registry/:register/new', registryKeepers, (c) => showEnter(c, registerIn(c))),
		writes: true // who looked at answers by name is noted
	},

	post('/registry/:register/entries', registryKeepers, ['register.entered'], async (c) => {
		const { tx, actor, now } = c.var;
		const register = registerIn(c);
		const data = await c.req.formData();
		const form = readForm(data, entriesForm, ['person']);
		const result = form.ok ? await enterRegister(tx, actor, register, form.value, now) : form;
		if (result.ok) return c.redirect(`/registry/${register}?saved=entered&act=${result.value.act}`, 303);
		const everybody = { ...form.values, filter: 'everybody' };
		return showEnter(c, register, { values: everybody, problems: result.problems, chosen: ticked(data) });
	}),

	post('/registry/:register/leaving', registryKeepers, ['register.left'], async (c) => {
		const { tx, actor, now } = c.var;
		const register = registerIn(c);
		const data = await c.req.formData();
		const form = readForm(data, leavingForm, ['person']);
		const result = form.ok ? await leaveRegister(tx, actor, register, form.value, now) : form;
		if (result.ok) return c.redirect(`/registry/${register}?saved=left&act=${result.value.act}`, 303);
		return showRegister(c, register, { values: form.values, problems: result.problems, chosen: ticked(data) });
	}),

	post('/register-acts/:id/entries/undoing', registryKeepers, ['register.entering-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const id = isId(c.req.param('id')) ? c.req.param('id') : notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoEntering(tx, actor, id, form.value, now) : notFound();
		return c.redirect(`/registry/${result.ok ? result.value : 'mentees'}?saved=undone`, 303);
	}),

	post('/register-acts/:id/leavings/undoing', registryKeepers, ['register.leaving-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const id = isId(c.req.param('id')) ? c.req.param('id') : notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoLeaving(tx, actor, id, form.value, now) : notFound();
		return c.redirect(`/registry/${result.ok ? result.value : 'mentees'}?saved=undone`, 303);
	})
];
