import type { Context } from 'hono';
import { schoolYearOf, showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { findOrganisation } from '../../organisations/queries';
import { isRegister, type Register, registryKeepers } from '../../registry/rules/registers';
import { listClosable } from '../../roadmap/queries/closable';
import { finishRound, withdrawRound } from '../commands/rounds';
import { roundInWord } from '../engine/round-in-word';
import { roundForm, tokenForm } from '../form';
import { FinishRoundPage, RoundPage } from '../pages/round';
import { listQueue, listRounds } from '../queries/interviews';
import type { RoundContents } from '../rules/round';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems; closes: readonly string[] };

const registerIn = (c: C): Register => {
	const register = c.req.param('register') ?? '';
	return isRegister(register) ? register : notFound();
};

async function contentsOf(c: C, register: Register, since: string, until: string): Promise<RoundContents> {
	const { tx, actor, now } = c.var;
	const people = await listQueue(tx, actor, register, { since, until }, now);
	const { fullName } = await findOrganisation(tx, actor, now);
	return {
		organisation: fullName,
		people: people.map(({ id, name, post: title, last }) => ({
			id,
			name,
			post: title,
			heldOn: last?.heldOn ?? null,
			outcome: last?.outcome ?? null,
			who: last?.who ?? ''
		}))
	};
}

async function showFinish(c: C, register: Register, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const since = schoolYearOf(now.today).from;
	const contents = await contentsOf(c, register, since, now.today);
	const closable = await listClosable(tx, actor, ['interview'], now.today);
	const fresh = { token: crypto.randomUUID(), since: showDate(since), on: showDate(now.today) };
	const page = (
		<FinishRoundPage
			{...{ view, register, contents, closable }}
			closes={wrong?.closes}
			values={wrong?.values ?? fresh}
			problems={wrong?.problems ?? {}}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

const roundIn = async (c: C) => (await listRounds(c.var.tx, c.var.actor, c.req.param('id') ?? ''))[0] ?? notFound();

export const interviewRoundRoutes: readonly Route[] = [
	get('/interviews/round/:register', registryKeepers, (c) => showFinish(c, registerIn(c))),

	post('/interviews/round/:register', registryKeepers, ['interview.round-finished'], async (c) => {
		const { tx, actor, now } = c.var;
		const register = registerIn(c);
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, roundForm), closesIn(data)];
		if (!form.ok) return showFinish(c, register, { ...form, closes });
		const contents = await contentsOf(c, register, form.value.since, form.value.on);
		const result = await finishRound(tx, actor, { ...form.value, register, contents, closes }, now);
		if (!result.ok) return showFinish(c, register, { values: form.values, problems: result.problems, closes });
		const { id, closed } = result.value;
		return c.redirect(`/interview-rounds/${id}?saved=finished&closed=${closed}`, 303);
	}),

	get('/interview-rounds/:id', registryKeepers, async (c) => {
		const round = await roundIn(c);
		return c.html(<RoundPage view={c.var.view} round={round} closed={closedIn(c.req.query('closed'))} />);
	}),

	get('/interview-rounds/:id/document.docx', registryKeepers, async (c) =>
		sendFile(c, 'Собеседования.docx', await roundInWord(await roundIn(c)))
	),

	post('/interview-rounds/:id/withdrawal', registryKeepers, ['interview.round-withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = await roundIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await withdrawRound(tx, actor, id, { ...form.value, back: false }, now);
		return c.redirect(`/interview-rounds/${id}`, 303);
	}),

	post('/interview-rounds/:id/restoration', registryKeepers, ['interview.round-restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = await roundIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await withdrawRound(tx, actor, id, { ...form.value, back: true }, now);
		return c.redirect(`/interview-rounds/${id}`, 303);
	})
];
