import type { Context } from 'hono';
import qrcode from 'qrcode';
import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { addressOf } from '../../../http-client';
import { sessionSecret } from '../../../http-cookies';
import { reachOf } from '../../access/rules/invitations';
import { hashOf } from '../../access/rules/secrets';
import { issueLinks, revokeLinks } from '../commands/waves/links';
import { linksForm, tokenForm } from '../form/waves';
import { LostLinkPage, type Slip, SlipsPage } from '../pages/waves/slips';
import { listLinks } from '../queries/links';
import { findParticipant } from '../queries/participants';
import { findWave, type Wave } from '../queries/waves';
import { answerToken } from '../rules/links';
import { waveKeepers } from '../rules/wave';
import { showWave, waveOf } from './waves';

type C = Context<App>;

/** One address a person, as far as this very sign-in made it; the QR code only where a telephone could open it. */
export async function addressesOf(c: C, wave: Wave) {
	const { tx, actor, world } = c.var;
	const [address, secret] = [addressOf(c, world), sessionSecret(c, world)];
	const reach = reachOf(address);
	const ofPerson = Map.groupBy(await listLinks(tx, actor, wave.id), ({ participantId }) => participantId);
	const slips = new Map<string, Slip>();
	let hidden = 0;
	for (const [participant, links] of ofPerson) {
		const mine = links.find(({ id, hash }) => hashOf(answerToken(secret, id)).equals(hash));
		if (!mine) hidden += 1;
		else {
			const link = `${address}/answer/${answerToken(secret, mine.id)}`;
			const qr = reach === 'this-computer' ? null : await qrcode.toString(link, { type: 'svg', margin: 0 });
			slips.set(participant, { name: mine.name, about: mine.about, link, qr });
		}
	}
	return { slips, hidden, address, reach };
}

const participantOf = async (c: C) =>
	(await findParticipant(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

export const surveyLinkRoutes: readonly Route[] = [
	get('/surveys/waves/:id/slips', waveKeepers, async (c) => {
		const wave = await waveOf(c);
		if (!wave.openedAt || wave.closedAt) return c.redirect(`/surveys/waves/${wave.id}`, 303);
		const { slips, ...rest } = await addressesOf(c, wave);
		const left = wave.asked - wave.answered;
		return c.html(<SlipsPage view={c.var.view} {...{ wave, left }} slips={[...slips.values()]} {...rest} />);
	}),

	post('/surveys/waves/:id/links', waveKeepers, ['survey-links.issued'], async (c) => {
		const { tx, actor, now, world } = c.var;
		const wave = await waveOf(c);
		const form = readForm(await c.req.formData(), linksForm, ['participant']);
		const result = form.ok ? await issueLinks(tx, actor, wave, sessionSecret(c, world), form.value, now) : form;
		if (!result.ok) return showWave(c, wave, { problems: result.problems });
		return c.redirect(`/surveys/waves/${wave.id}/slips`, 303);
	}),

	get('/survey-participants/:id/links', waveKeepers, async (c) => {
		const participant = await participantOf(c);
		const wave = (await findWave(c.var.tx, c.var.actor, participant.waveId)) ?? notFound();
		return c.html(<LostLinkPage view={c.var.view} {...{ wave, participant }} />);
	}),

	post('/survey-participants/:id/links/revocation', waveKeepers, ['survey-links.revoked'], async (c) => {
		const { tx, actor, now } = c.var;
		const participant = await participantOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await revokeLinks(tx, actor, participant, form.value, now) : form;
		return c.redirect(`/surveys/waves/${participant.waveId}${result.ok ? '?saved=revoked' : ''}`, 303);
	})
];
