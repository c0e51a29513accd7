import type { Context } from 'hono';
import { type Problems, readForm, type Values } from '../../../../core/forms';
import { type App, get, post, type Route } from '../../../../http';
import { askLooks } from '../../commands/assessment/ask';
import { looksForm, looksLists } from '../../form/assessment';
import { AskLooksPage } from '../../pages/assessment/asking';
import { listLooks, listPairs } from '../../queries/assessment/asking';
import { listCandidates } from '../../queries/participants';
import type { Wave } from '../../queries/waves';
import type { WhoLooks } from '../../rules/assessment/eyes';
import { waveKeepers } from '../../rules/wave';
import { ticked, waveOf } from '../waves';

const usual: WhoLooks = { sides: [], people: [], self: true, pair: true, observers: [] };

const chosenIn = (data: FormData): WhoLooks => ({
	sides: ticked(data, 'side') as WhoLooks['sides'],
	people: ticked(data, 'subject'),
	self: data.get('self') === 'on',
	pair: data.get('pair') === 'on',
	observers: ticked(data, 'observer')
});

type Wrong = { values: Values; problems: Problems; chosen: WhoLooks };

async function show(c: Context<App>, wave: Wave, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const staff = await listCandidates(tx, actor, now, wave);
	const pairs = await listPairs(tx, actor, now);
	const earlier = wave.series ? (await listLooks(tx, actor, wave.series.id)).length : 0;
	const shown = wrong ?? { values: { token: crypto.randomUUID() }, chosen: usual };
	return c.html(<AskLooksPage {...{ view, wave, staff, pairs, earlier }} {...shown} />, wrong ? 422 : 200);
}

export const lookRoutes: readonly Route[] = [
	get('/surveys/waves/:id/assessed', waveKeepers, async (c) => {
		const wave = await waveOf(c);
		return wave.closedAt ? c.redirect(`/surveys/waves/${wave.id}`, 303) : show(c, wave);
	}),

	post('/surveys/waves/:id/assessed', waveKeepers, ['assessment.asked'], async (c) => {
		const { tx, actor, now } = c.var;
		const wave = await waveOf(c);
		const data = await c.req.formData();
		const form = readForm(data, looksForm, looksLists);
		const result = form.ok ? await askLooks(tx, actor, wave, form.value, now) : form;
		if (!result.ok) return show(c, wave, { values: form.values, problems: result.problems, chosen: chosenIn(data) });
		return c.redirect(`/surveys/waves/${wave.id}?saved=${result.value.count > 0 ? 'asked' : 'same'}`, 303);
	})
];
