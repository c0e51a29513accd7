import type { Context } from 'hono';
import * as v from 'valibot';

import type { Actor } from '../../../core/actor';
import { type Now, nowIn } from '../../../core/dates';

import { notFound } from '../../../core/errors';
import { type Problems, readForm, token as tokenShape, version } from '../../../core/forms';
import type { View } from '../../../core/view';
import { asActor, type Mode, type Tx } from '../../../db/as-actor';
import { type App, get, open, post, type Route, type Visitor } from '../../../http';
import { hashOf } from '../../access/rules/secrets';
import { uploadLimit } from '../../files/rules';
import { answerNamed, saveDraft } from '../commands/answer/named';
import { answerUnnamed } from '../commands/answer/unnamed';
import { MySurveysPage } from '../pages/filling/mine';
import { FillingPage } from '../pages/filling/questionnaire';
import { StandingPage, UnknownLinkPage } from '../pages/filling/standing';
import { listOwnAssessments } from '../queries/assessment/assessed';
import { type AskedToMe, findAsked, findLinkHolder, listAsked, listRanked } from '../queries/filling';
import { type Filled, filledFrom, filledOf } from '../rules/fields';
import { canChangeAnswer, standingOf } from '../rules/filling';
import { isAnswerToken } from '../rules/links';
import { readAnswers } from '../rules/read-answers';

/** Somebody before their questionnaire: signed in, or by a personal address. */
type Before = {
	tx: Tx;
	actor: Actor;
	now: Now;
	view: View | null;
	asked: AskedToMe;
	path: string;
	how: 'program' | 'link';
};
type Answer = Response | Promise<Response>;
type Shown = { filled?: Filled; problems?: Problems; conflict?: boolean; token?: string };

const answerForm = v.object({ token: tokenShape, version });

const rankedFor = ({ tx, actor: { organisationId }, now, asked: { personId, content } }: Before) =>
	listRanked(tx, { organisationId, personId }, content, now);

async function show(c: Context, before: Before, { filled, problems = {}, conflict = false, token }: Shown = {}) {
	const { actor, now, view, asked, path } = before;
	const { today } = now;
	const people = await rankedFor(before);
	const written = asked.draft ?? (asked.answers ? filledOf(asked.content, asked.answers) : {});
	const page = (
		<FillingPage
			{...{ view, asked, path, today, people, problems, conflict }}
			organisation={actor.organisation.name}
			filled={filled ?? written}
			token={token ?? crypto.randomUUID()}
			version={asked.version}
			saved={c.req.query('saved') === 'kept'}
		/>
	);
	return c.html(page, conflict ? 409 : Object.keys(problems).length > 0 ? 422 : 200);
}

/** Who answers about many goes on from one to the next. */
async function nextOf({ tx, actor, now, asked }: Before) {
	const all = asked.about ? await listAsked(tx, actor, now) : [];
	const left = all.find(
		(one) => one.waveId === asked.waveId && standingOf({ ...one, removed: false }, now.today) === 'open'
	);
	return left?.about ? { id: left.id, about: left.about } : undefined;
}

async function openFor(c: Context, before: Before): Promise<Response> {
	const { view, asked, path, now } = before;
	const standing = standingOf(asked, now.today);
	const changing = c.req.query('change') === 'on' && canChangeAnswer(asked.identity, asked, now.today);
	if (standing === 'open' || (standing === 'answered' && changing)) return show(c, before);
	const next = view && standing === 'answered' ? await nextOf(before) : undefined;
	return c.html(<StandingPage {...{ view, asked, standing, path, next }} today={now.today} />);
}

/** What was sent: a part to be kept, or the whole to be taken in. */
async function take(c: Context, before: Before): Promise<Response> {
	const { tx, actor, now, asked, path, how } = before;
	const standing = standingOf(asked, now.today);
	const mayAnswer =
		standing === 'open' || (standing === 'answered' && canChangeAnswer(asked.identity, asked, now.today));
	if (!mayAnswer) return c.redirect(path, 303);
	const data = await c.req.formData();
	const filled = filledFrom(asked.content, data);
	const kept = /^keep-(\d{1,3})$/.exec(String(data.get('act')))?.[1];
	if (kept && asked.identity === 'named') {
		await saveDraft(tx, actor, asked, filled, now);
		return c.redirect(`${path}?${asked.answered ? 'change=on&' : ''}saved=kept#part-${kept}`, 303);
	}
	const people = await rankedFor(before);
	const read = readAnswers(asked.content, data, people, asked.files);
	if (asked.identity !== 'named') {
		const result = read.ok ? await answerUnnamed(tx, asked, read.answers, now) : read;
		return result.ok ? c.redirect(path, 303) : show(c, before, { filled, problems: result.problems });
	}
	const form = readForm(data, answerForm);
	const wrong = { ...(!form.ok && form.problems), ...(!read.ok && read.problems) };
	const shown = { filled, ...(form.values.token && { token: form.values.token }) };
	if (!read.ok || !form.ok) return show(c, before, { ...shown, problems: wrong });
	const { answers, uploads } = read;
	const result = await answerNamed(tx, actor, asked, { ...form.value, answers, uploads, how }, now);
	if (result.ok) return c.redirect(path, 303);
	if (!result.theirs) return show(c, before, { ...shown, problems: result.problems });
	const fresh = (await findAsked(tx, actor, asked.id)) ?? asked;
	return show(c, { ...before, asked: { ...fresh, draft: null } }, { filled, conflict: true });
}

async function mine(c: Context<App>): Promise<Before> {
	const { tx, actor, now, view } = c.var;
	const asked = (await findAsked(tx, actor, c.req.param('id') ?? '')) ?? notFound();
	return { tx, actor, now, view, asked, path: `/my-surveys/${asked.id}`, how: 'program' };
}

/** By a personal address: in the name of whoever it was given to, for this one questionnaire. */
async function byLink(c: Context<Visitor>, mode: Mode, answer: (before: Before) => Answer): Promise<Response> {
	const { world } = c.var;
	const secret = c.req.param('token') ?? '';
	const holder = isAnswerToken(secret) ? await findLinkHolder(world.db, hashOf(secret)) : undefined;
	if (!holder) return c.html(<UnknownLinkPage />, 404);
	const { actor, participantId } = holder;
	const now = nowIn(actor.timeZone, world.clock());
	const { answer: given } = await asActor(world.db, actor, mode, async (tx) => {
		const asked = (await findAsked(tx, actor, participantId)) ?? notFound();
		const answered = await answer({ tx, actor, now, view: null, asked, path: `/answer/${secret}`, how: 'link' });
		return { ok: answered.status < 400, answer: answered };
	});
	return given;
}

/** A part that the browser keeps while one writes. */
async function keep(c: Context, { tx, actor, asked, now }: Before) {
	if (asked.identity !== 'named') return notFound();
	await saveDraft(tx, actor, asked, filledFrom(asked.content, await c.req.formData()), now);
	return c.text('ok');
}

const limit = { limit: uploadLimit };

export const fillingRoutes: readonly Route[] = [
	get('/my-surveys', 'signed-in', async (c) => {
		const { tx, actor, now, view } = c.var;
		const asking = await listAsked(tx, actor, now);
		return c.html(<MySurveysPage {...{ view, asking }} shown={await listOwnAssessments(tx, actor)} />);
	}),

	get('/my-surveys/:id', 'signed-in', async (c) => openFor(c, await mine(c))),
	post('/my-surveys/:id', 'signed-in', [], async (c) => take(c, await mine(c)), limit),
	post('/my-surveys/:id/draft', 'signed-in', [], async (c) => keep(c, await mine(c)), limit),

	open.get('/answer/:token', (c) => byLink(c, 'read only', (before) => openFor(c, before))),
	open.post('/answer/:token', (c) => byLink(c, 'read write', (before) => take(c, before)), limit),
	open.post('/answer/:token/draft', (c) => byLink(c, 'read write', (before) => keep(c, before)), limit)
];
