import type { Context } from 'hono';
import { notFound } from '../../../../core/errors';
import { type Problems, readForm, type Values } from '../../../../core/forms';
import { type App, get, post, type Route } from '../../../../http';
import { allTopics } from '../../../registry/queries/topics';
import { namesOf } from '../../../registry/rules/topics';
import { noteReading } from '../../commands/read-answers';
import { type Choice, takeAnswers, undoTaking } from '../../commands/take-answers';
import { takingForm, tokenForm } from '../../form/results';
import { BankPage, type OfferLine, type RequestLine } from '../../pages/results/bank';
import { findTakings, listTakings } from '../../queries/results/takings';
import { findResultWave, type ResultWave } from '../../queries/results/wave';
import { proposalOf, takesToBank } from '../../rules/bank';
import { answerLimit } from '../../rules/filling';
import { whyUnseen } from '../../rules/summary/reading';
import { readableOf, sheetsOf } from './wave';

/** The curator keeps the bank and sees who was wished for. */
const bankKeepers = ['curator'] as const;

const bankWaveOf = async (c: Context<App>) => {
	const wave = await readableOf(c);
	return wave.identity === 'named' && takesToBank(c.var.actor, wave) ? wave : notFound();
};

/** Everybody's answers as lines of the bank, with what was decided about them. */
async function linesOf(c: Context<App>, wave: ResultWave) {
	const { tx, actor } = c.var;
	const topics = await allTopics(tx, actor);
	const takings = await listTakings(tx, actor, wave.id);
	const all = (await sheetsOf(c, wave)).flatMap(({ participantId, person, answers }) => {
		if (!participantId || !person) return [];
		const takingOf = (kind: 'request' | 'offer') =>
			takings.find((one) => one.participantId === participantId && one.kind === kind);
		return [{ participantId, person, takingOf, ...proposalOf(wave.content, answers, topics) }];
	});
	const requests = all.flatMap(({ participantId, person, takingOf, request: thing }): RequestLine[] =>
		thing ? [{ participantId, personId: person.id, name: person.name, taking: takingOf('request'), thing }] : []
	);
	const offers = all.flatMap(({ participantId, person, takingOf, offer: thing }): OfferLine[] =>
		thing ? [{ participantId, personId: person.id, name: person.name, taking: takingOf('offer'), thing }] : []
	);
	return { requests, offers, topicName: (key: string) => namesOf(topics).get(key) ?? key };
}

async function show(c: Context<App>, wave: ResultWave, wrong?: { values: Values; problems: Problems }) {
	const { tx, actor, now, view } = c.var;
	const lines = await linesOf(c, wave);
	const people = [...lines.requests, ...lines.offers].map(({ personId }) => ({ id: personId }));
	if (!wrong) await noteReading(tx, actor, people, now);
	const why = whyUnseen(actor, wave, wave.answered);
	const page = <BankPage {...{ view, wave, why }} {...lines} {...(wrong ?? { values: {} })} act={c.req.query('act')} />;
	return c.html(page, wrong ? 422 : 200);
}

/** What was ticked, as the curator has left it in the fields. */
function choicesIn(lines: Awaited<ReturnType<typeof linesOf>>, form: Chosen, values: Values): Choice[] {
	const taken = form.act === 'take';
	const chosen = new Set(form.participant);
	if (form.kind === 'offer')
		return lines.offers
			.filter(({ participantId }) => chosen.has(participantId))
			.map(({ participantId, personId, thing }) => {
				const capacity = Math.min(20, Math.max(1, Number(values[`capacity.${participantId}`]) || thing.capacity));
				return { participantId, personId, kind: 'offer', thing: taken ? { ...thing, capacity } : null };
			});
	return lines.requests
		.filter(({ participantId }) => chosen.has(participantId))
		.map(({ participantId, personId, thing }) => {
			const words = values[`words.${participantId}`]?.trim().slice(0, 3000) || thing.words;
			const said = Number(values[`priority.${participantId}`]);
			const priority = said === 1 || said === 2 || said === 3 ? said : thing.priority;
			return { participantId, personId, kind: 'request', thing: taken ? { ...thing, words, priority } : null };
		});
}
type Chosen = { act: 'take' | 'leave'; kind: 'request' | 'offer'; participant: readonly string[] };

export const bankRoutes: readonly Route[] = [
	{
		...get('/surveys/waves/:id/bank', bankKeepers, async (c) => show(c, await bankWaveOf(c))),
		writes: true // who looked at answers by name is noted
	},

	post(
		'/surveys/waves/:id/bank',
		bankKeepers,
		['survey-answers.taken', 'request.proposed', 'offer.proposed'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const wave = await bankWaveOf(c);
			const form = readForm(await c.req.formData(), takingForm, ['participant']);
			if (!form.ok) return show(c, wave, form);
			const choices = choicesIn(await linesOf(c, wave), form.value, form.values);
			const result = await takeAnswers(tx, actor, wave, { token: form.value.token, choices }, now);
			return result.ok
				? c.redirect(`/surveys/waves/${wave.id}/bank?saved=taken&act=${result.value}`, 303)
				: show(c, wave, { values: form.values, problems: result.problems });
		},
		{ limit: answerLimit } // everybody's words stand in one form
	),

	post('/survey-takings/:id/undoing', bankKeepers, ['survey-answers.taking-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const takings = await findTakings(tx, actor, c.req.param('id'));
		const wave = (await findResultWave(tx, actor, takings[0]?.waveId ?? '')) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoTaking(tx, actor, takings, form.value, now) : form;
		return result.ok
			? c.redirect(`/surveys/waves/${wave.id}/bank?saved=undone`, 303)
			: show(c, wave, { values: form.values, problems: result.problems });
	})
];
