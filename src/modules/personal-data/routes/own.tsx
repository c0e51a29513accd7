import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { momentText } from '../../../ui/text';
import { askErasure, withdrawErasure } from '../commands/erasure';
import { ownDataFile } from '../engine/own-file';
import { askForm, tokenForm } from '../form';
import { OwnDataPage } from '../pages/own';
import { findOwnRequest } from '../queries/erasure';
import { countHoldings, listOwnAnswers, listReadings, listRoleHolders, readHoldings } from '../queries/holdings';

async function showOwn(c: Context<App>, wrong?: { values: Values; problems: Problems }) {
	const { tx, actor, now, view } = c.var;
	const counts = await countHoldings(tx, actor, actor.personId);
	const holders = await listRoleHolders(tx, actor, now);
	const answers = await listOwnAnswers(tx, actor);
	const looked = await listReadings(tx, actor, actor.personId);
	const request = await findOwnRequest(tx, actor);
	const data = { counts, holders, answers, ...looked };
	return c.html(<OwnDataPage {...{ view, data, request }} {...wrong} />, wrong ? 422 : 200);
}

/** Everything kept about somebody, as a ZIP. */
export async function sendOwnData(c: Context<App>, person: { id: string; name: string }, fileName: string) {
	const { tx, actor, now } = c.var;
	const kept = await readHoldings(tx, actor, person.id);
	const { readings } = await listReadings(tx, actor, person.id, null);
	const file = ownDataFile({
		name: person.name,
		organisation: actor.organisation.name,
		moment: momentText(now.at, actor.timeZone),
		kept,
		readings: readings.map((one) => ({ ...one, at: momentText(one.at, actor.timeZone) }))
	});
	return sendFile(c, `${fileName}.zip`, file);
}

export const ownDataRoutes: readonly Route[] = [
	get('/my-data', 'signed-in', (c) => showOwn(c)),

	get('/my-data/export', 'signed-in', (c) => {
		const { actor, now } = c.var;
		return sendOwnData(c, { id: actor.personId, name: actor.name }, `Мои данные на ${showDate(now.today)}`);
	}),

	post('/my-data/erasure', 'signed-in', ['erasure.asked'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), askForm);
		const result = form.ok ? await askErasure(tx, actor, actor.personId, form.value, now) : form;
		if (result.ok) return c.redirect('/my-data?saved=asked#erasure', 303);
		return showOwn(c, { values: form.values, problems: result.problems });
	}),

	post('/my-data/erasure/withdrawal', 'signed-in', ['erasure.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await withdrawErasure(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect('/my-data?saved=withdrawn#erasure', 303);
		return showOwn(c, { values: form.values, problems: result.problems });
	})
];
