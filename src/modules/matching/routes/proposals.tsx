import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, type Rejected, readForm, statusOf, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { listClosable } from '../../roadmap/queries/closable';
import { acceptProposal, withdrawProposal } from '../commands/accept-proposal';
import { askPeople, unaskPeople } from '../commands/ask-people';
import { addPair, dropPair, makeProposal, putProposalAway } from '../commands/proposals';
import { proposalInWord } from '../engine/proposal-in-word';
import { tokenForm } from '../form/matching';
import { acceptForm, askForm, pairForm, proposeForm } from '../form/proposal';
import { ProposalPage } from '../pages/proposal';
import { paperOf } from '../queries/paper';
import { findProposal, type Proposal, proposalOfPair } from '../queries/proposals';
import { findRun } from '../queries/runs';
import { roleFor } from '../rules/better';
import type { Placed } from '../rules/board';
import { matchers } from '../rules/matchers';
import { conclusionOf, stages, usualEnd } from '../rules/proposal';
import { revived } from '../rules/score/stored';
import { runIn, showRun } from './runs';

type C = Context<App>;

export const proposalIn = async (c: C, id = c.req.param('id') ?? ''): Promise<Proposal> =>
	(await findProposal(c.var.tx, c.var.actor, id, c.var.now)) ?? notFound();

/** The paper as it would be today, from the run it was made of. */
async function todayOf({ var: { tx, actor, now } }: C, proposal: Proposal) {
	const run = (await findRun(tx, actor, proposal.runId)) ?? notFound();
	return paperOf(tx, actor, proposal, run, now);
}

type Wrong = { values: Values; problems: Problems; closes?: readonly string[]; status?: 409 | 422 };

async function showProposal(c: C, proposal: Proposal, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const paper = await todayOf(c, proposal);
	const contents = proposal.stage && !proposal.withdrawn && proposal.contents ? proposal.contents : paper.contents;
	const closable = await listClosable(tx, actor, ['match'], now.today);
	const gone = view.saved === 'dropped' ? proposal.pairs.find(({ id }) => id === c.req.query('pair')) : undefined;
	const fresh = {
		token: crypto.randomUUID(),
		version: String(proposal.version),
		stage: 'potential',
		on: showDate(now.today),
		conclusion: conclusionOf(contents),
		from: showDate(now.today),
		to: usualEnd(now.today),
		together: 'apart'
	};
	const page = (
		<ProposalPage
			{...{ view, proposal, ...paper, contents, closable, gone }}
			closes={wrong?.closes}
			closed={closedIn(c.req.query('closed'))}
			values={{ ...fresh, ...wrong?.values }}
			problems={wrong?.problems ?? {}}
		/>
	);
	return c.html(page, wrong ? (wrong.status ?? 422) : 200);
}

/** In which role somebody added by hand would come. */
async function roleIn({ var: { tx, actor } }: C, proposal: Proposal, pair: Placed) {
	const run = (await findRun(tx, actor, proposal.runId)) ?? notFound();
	const stands = proposal.pairs.filter(({ removed }) => !removed);
	return roleFor(revived(run.problem), stands, { ...pair, from: '' });
}

const again = (c: C, proposal: Proposal, { problems }: Pick<Rejected, 'problems'>) =>
	showProposal(c, proposal, { values: {}, problems });

export const matchingProposalRoutes: readonly Route[] = [
	post('/matching/runs/:id/proposals', matchers, ['matching-proposal.made'], async (c) => {
		const { tx, actor, now } = c.var;
		const run = await runIn(c);
		const form = readForm(await c.req.formData(), proposeForm, ['pair']);
		const made = form.ok
			? await makeProposal(tx, actor, run, { token: form.value.token, pairs: form.value.pair }, now)
			: form;
		if (!made.ok) return showRun(c, run, { problem: made.problems.form ?? 'Откройте подбор заново и отметьте пары.' });
		return c.redirect(`/matching/proposals/${made.value}?saved=made`, 303);
	}),

	get('/matching/proposals/:id', matchers, async (c) => showProposal(c, await proposalIn(c))),

	get('/matching/proposals/:id/document.docx', matchers, async (c) => {
		const proposal = await proposalIn(c);
		const { stage, contents, acceptedOn, conclusion } = proposal;
		if (!stage || !contents || !acceptedOn) return notFound();
		const bytes = await proposalInWord({ stage, on: acceptedOn, conclusion, contents });
		return sendFile(c, `${stages[stage].name}.docx`, bytes);
	}),

	post('/matching/proposals/:id/pairs', matchers, ['matching-proposal.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const proposal = await proposalIn(c);
		const form = readForm(await c.req.formData(), pairForm);
		const result = form.ok
			? await addPair(tx, actor, proposal, { ...form.value, role: await roleIn(c, proposal, form.value) }, now)
			: form;
		if (result.ok) return c.redirect(`/matching/proposals/${proposal.id}`, 303);
		const { mentee = '', mentor = '', reason = '' } = form.values;
		return showProposal(c, proposal, { values: { mentee, mentor, reason }, problems: result.problems });
	}),

	...(['removal', 'restoration'] as const).map((act) =>
		post(`/matching/pairs/:id/${act}`, matchers, ['matching-proposal.changed'], async (c) => {
			const { tx, actor, now } = c.var;
			const pairId = c.req.param('id') ?? '';
			const proposal = await proposalIn(c, (await proposalOfPair(tx, actor, pairId)) ?? '');
			const form = readForm(await c.req.formData(), tokenForm);
			const back = act === 'restoration';
			const result = form.ok ? await dropPair(tx, actor, proposal, { ...form.value, pairId, back }, now) : form;
			if (!result.ok) return again(c, proposal, result);
			return c.redirect(`/matching/proposals/${proposal.id}${back ? '' : `?saved=dropped&pair=${pairId}`}`, 303);
		})
	),

	post('/matching/proposals/:id/acceptance', matchers, ['matching-proposal.accepted'], async (c) => {
		const { tx, actor, now } = c.var;
		const proposal = await proposalIn(c);
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, acceptForm), closesIn(data)];
		const { contents } = await todayOf(c, proposal);
		const result = form.ok ? await acceptProposal(tx, actor, proposal, { ...form.value, contents, closes }, now) : form;
		if (result.ok) {
			const { id, closed } = result.value;
			return c.redirect(`/matching/proposals/${id}?saved=accepted&closed=${closed}`, 303);
		}
		const late = 'theirs' in result ? result.theirs : undefined;
		const values = { ...form.values, ...late };
		return showProposal(c, proposal, {
			values,
			problems: result.problems,
			closes,
			status: statusOf(late ? { theirs: late } : {})
		});
	}),

	post('/matching/proposals/:id/asking', matchers, ['mentorship.proposed', 'matching-proposal.asked'], async (c) => {
		const { tx, actor, now } = c.var;
		const proposal = await proposalIn(c);
		const form = readForm(await c.req.formData(), askForm);
		const { kind } = (await findRun(tx, actor, proposal.runId)) ?? notFound();
		const result = form.ok ? await askPeople(tx, actor, proposal, { ...form.value, kind }, now) : form;
		if (!result.ok) return showProposal(c, proposal, { values: form.values, problems: result.problems });
		return c.redirect(`/matching/proposals/${proposal.id}?saved=asked`, 303);
	}),

	post('/matching/proposals/:id/asking/undoing', matchers, ['matching-proposal.unasked'], async (c) => {
		const { tx, actor, now } = c.var;
		const proposal = await proposalIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await unaskPeople(tx, actor, proposal, form.value, now) : form;
		return result.ok ? c.redirect(`/matching/proposals/${proposal.id}`, 303) : again(c, proposal, result);
	}),

	...(
		[
			['withdrawal', 'matching-proposal.withdrawn', withdrawProposal, false],
			['acceptance/restoration', 'matching-proposal.restored', withdrawProposal, true],
			['removal', 'matching-proposal.removed', putProposalAway, false],
			['restoration', 'matching-proposal.brought-back', putProposalAway, true]
		] as const
	).map(([path, act, turn, back]) =>
		post(`/matching/proposals/:id/${path}`, matchers, [act], async (c) => {
			const { tx, actor, now } = c.var;
			const proposal = await proposalIn(c);
			const form = readForm(await c.req.formData(), tokenForm);
			const result = form.ok ? await turn(tx, actor, proposal, { ...form.value, back }, now) : form;
			return result.ok ? c.redirect(`/matching/proposals/${proposal.id}`, 303) : again(c, proposal, result);
		})
	)
];
