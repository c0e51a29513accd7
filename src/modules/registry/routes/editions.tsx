import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, statusOf, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile, sendXlsx } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { findOrganisation } from '../../organisations/queries';
import { listClosable } from '../../roadmap/queries/closable';
import { approveRegister, withdrawEdition } from '../commands/editions';
import { noteReading } from '../commands/note-reading';
import { editionInWord } from '../engine/edition-in-word';
import { approvalForm, tokenForm } from '../form/selection';
import { ApprovalPage } from '../pages/approval';
import { EditionPage, EditionsPage } from '../pages/editions';
import { findEdition, listEditions } from '../queries/editions';
import { listRegister } from '../queries/register';
import { tableOf } from '../rules/columns';
import { editionTitle } from '../rules/edition';
import { isIn } from '../rules/line';
import { pairingFrom, pairingOf, pairings } from '../rules/pairing';
import { type Register, registryKeepers } from '../rules/registers';
import { registerIn, wordsFor } from './found';

type C = Context<App>;
type Wrong = {
	values: Values;
	problems: Problems;
	theirs?: Values;
	ticked: readonly string[];
	closes: readonly string[];
};

const capabilities = { mentors: ['registry', 'select'], mentees: ['registry'] } as const;

const linesNow = async ({ var: { tx, actor, now } }: C, register: Register) =>
	(await listRegister(tx, actor, register, now)).filter((line) => isIn(line, now.today));

async function showApproval(c: C, register: Register, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const pairing = register === 'mentors' ? pairingFrom(c.req.query('form')) : null;
	const lines = (await linesNow(c, register)).filter(({ post }) => !pairing || pairingOf(post) === pairing);
	const [last] = await listEditions(tx, actor, register);
	const closable = await listClosable(tx, actor, capabilities[register], now.today);
	const suggested = lines.filter(({ decision }) => !decision || decision.decision === 'yes').map((one) => one.personId);
	const page = (
		<ApprovalPage
			{...{ view, register, lines, closable, pairing }}
			number={(last?.number ?? 0) + 1}
			ticked={wrong?.ticked ?? suggested}
			closes={wrong?.closes}
			values={
				wrong?.values ?? {
					token: crypto.randomUUID(),
					on: showDate(now.today),
					note: pairing ? `Форма наставничества «${pairings[pairing]}»` : ''
				}
			}
			problems={wrong?.problems ?? {}}
		/>
	);
	return c.html(page, wrong ? statusOf(wrong) : 200);
}

/** The frozen words: official columns of those who were ticked. */
async function contentsOf(c: C, register: Register, ticked: readonly string[]) {
	const { tx, actor, now } = c.var;
	const { names, asked } = await wordsFor(c, register);
	const { name: organisation, fullName } = await findOrganisation(tx, actor, now);
	const lines = (await linesNow(c, register)).filter(({ personId }) => ticked.includes(personId));
	const table = tableOf(register, lines, { names, asked, today: now.today, organisation });
	return {
		...table,
		people: lines.map(({ personId, name }) => ({ id: personId, name })),
		organisation: fullName
	};
}

/** Contacts stand in an edition: who has looked at them or carried them away is noted. */
async function readEdition(c: C, how: 'card' | 'export') {
	const edition = await editionIn(c);
	const people = edition.contents.people.map(({ id }) => ({ personId: id }));
	await noteReading(c.var.tx, c.var.actor, people, how, c.var.now);
	return edition;
}

const editionIn = async (c: C) => (await findEdition(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

export const registerEditionRoutes: readonly Route[] = [
	get('/registry/:register/editions', registryKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const register = registerIn(c);
		return c.html(<EditionsPage {...{ view, register }} editions={await listEditions(tx, actor, register)} />);
	}),

	get('/registry/:register/approval', registryKeepers, (c) => showApproval(c, registerIn(c))),

	post('/registry/:register/editions', registryKeepers, ['register.approved'], async (c) => {
		const { tx, actor, now } = c.var;
		const register = registerIn(c);
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, approvalForm, ['person']), closesIn(data)];
		const ticked = data.getAll('person').filter((one) => typeof one === 'string');
		const contents = await contentsOf(c, register, ticked);
		const result = form.ok
			? await approveRegister(tx, actor, register, { ...form.value, contents, closes }, now)
			: form;
		if (result.ok) {
			const { id, closed } = result.value;
			return c.redirect(`/register-editions/${id}?saved=approved&closed=${closed}`, 303);
		}
		return showApproval(c, register, { ...result, values: form.values, ticked, closes });
	}),

	{
		...get('/register-editions/:id', registryKeepers, async (c) => {
			const edition = await readEdition(c, 'card');
			return c.html(<EditionPage view={c.var.view} edition={edition} closed={closedIn(c.req.query('closed'))} />);
		}),
		writes: true
	},

	{
		...get('/register-editions/:id/document.docx', registryKeepers, async (c) => {
			const edition = await readEdition(c, 'export');
			return sendFile(c, `${editionTitle(edition.register, edition.number)}.docx`, await editionInWord(edition));
		}),
		writes: true
	},

	{
		...get('/register-editions/:id/document.xlsx', registryKeepers, async (c) => {
			const { register, number, contents } = await readEdition(c, 'export');
			return sendXlsx(c, { name: editionTitle(register, number), headings: contents.headings, rows: contents.rows });
		}),
		writes: true
	},

	post('/register-editions/:id/withdrawal', registryKeepers, ['register.approval-withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = await editionIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await withdrawEdition(tx, actor, id, { ...form.value, back: false }, now);
		return c.redirect(`/register-editions/${id}`, 303);
	}),

	post('/register-editions/:id/restoration', registryKeepers, ['register.approval-restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = await editionIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await withdrawEdition(tx, actor, id, { ...form.value, back: true }, now);
		return c.redirect(`/register-editions/${id}`, 303);
	})
];
