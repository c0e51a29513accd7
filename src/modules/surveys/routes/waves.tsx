import type { Context } from 'hono';
import { addDays, showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, statusOf, type Values } from '../../../core/forms';
import { plain } from '../../../core/plain';
import { type App, get, post, type Route } from '../../../http';
import { audienceIn } from '../../../ui/audience';
import { listSets } from '../../groups/queries/sets';
import { historyOf } from '../../journal/queries';
import { askPeople, takeOff } from '../commands/waves/ask';
import { addWave, changeWave } from '../commands/waves/make';
import {
	changeDates,
	closeWave,
	openWave,
	removeWave,
	reopenWave,
	restoreWave,
	undoOpening
} from '../commands/waves/run';
import {
	askForm,
	audienceLists,
	chosenForm,
	datesForm,
	newWaveForm,
	reopeningForm,
	tokenForm,
	waveForm
} from '../form/waves';
import { ClosingPage } from '../pages/waves/closing';
import { WavesPage } from '../pages/waves/list';
import { EditWavePage, NewWavePage } from '../pages/waves/new';
import { WavePage } from '../pages/waves/wave';
import { listAskedTooOften, listCandidates, listParticipants } from '../queries/participants';
import { findRemovedWave, findWave, listEditions, listWaves, type Wave } from '../queries/waves';
import { type Audience, nobody } from '../rules/audience';
import { canKeepWaves, mostWavesAYear, waveKeepers, waveState } from '../rules/wave';
import { participantsWanted, type WaveFilter, wavesPage, wavesWanted } from '../rules/wave-list';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems };

export const waveOf = async (c: C) => (await findWave(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

/** What was ticked under one name. */
export const ticked = (data: FormData, name: string) => data.getAll(name).filter((one) => typeof one === 'string');

async function groupsOfStaff({ var: { tx, actor } }: C) {
	const sets = await listSets(tx, actor);
	return sets.flatMap((set) =>
		set.groups.map(({ id, code, name }) => ({ id, name: `${code} – ${name}`, set: sets.length > 1 ? set.name : '' }))
	);
}

async function showList(c: C) {
	const { tx, actor, now, view } = c.var;
	if (!canKeepWaves(actor)) return c.redirect('/my-surveys', 303);
	const wanted = wavesWanted(c.req.query());
	const all = await listWaves(tx, actor);
	const words = plain(wanted.q).split(/\s+/).filter(Boolean);
	const found = all.filter(({ title, questionnaire }) =>
		words.every((word) => plain(`${title} ${questionnaire}`).includes(word))
	);
	const shown: Record<WaveFilter, Wave[]> = {
		now: found.filter(({ closedAt }) => !closedAt),
		closed: found.filter(({ closedAt }) => closedAt),
		all: found
	};
	const counts = { now: shown.now.length, closed: shown.closed.length, all: shown.all.length };
	const waves = shown[wanted.filter].slice((wanted.page - 1) * wavesPage, wanted.page * wavesPage);
	const running = all.filter((wave) => waveState(wave, now.today) === 'open').length;
	const questionnaires = (await listEditions(tx, actor)).length;
	const groups = (await listSets(tx, actor)).some((set) => set.groups.length > 0);
	const removed = view.saved === 'removed' ? await findRemovedWave(tx, actor, c.req.query('of') ?? '') : undefined;
	return c.html(<WavesPage {...{ view, waves, counts, wanted, running, questionnaires, groups, removed }} />);
}

async function showNew(c: C, wrong?: Wrong & { chosen: Audience; readers: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const { today } = now;
	const [staff, groups, editions] = [
		await listCandidates(tx, actor, now, { id: null, opensOn: today }),
		await groupsOfStaff(c),
		await listEditions(tx, actor)
	];
	const earlier = (await listWaves(tx, actor)).filter(({ openedAt }) => openedAt);
	const asked =
		editions.find(({ id }) => id === c.req.query('edition')) ?? (editions.length === 1 ? editions[0] : null);
	const fresh = {
		values: {
			token: crypto.randomUUID(),
			identity: 'named',
			opensOn: showDate(today),
			closesOn: showDate(addDays(today, 14)),
			...(asked && { edition: asked.id, title: asked.title })
		},
		readers: ['curator'],
		chosen: nobody
	};
	const page = <NewWavePage {...{ view, staff, groups, editions, earlier }} {...(wrong ?? fresh)} />;
	return c.html(page, wrong ? 422 : 200);
}

async function showEdit(c: C, wave: Wave, wrong?: Wrong & { readers: readonly string[]; theirs?: Values | undefined }) {
	const { tx, actor, view } = c.var;
	const editions = await listEditions(tx, actor);
	if (!editions.some(({ id }) => id === wave.edition))
		editions.push({
			...{ id: wave.edition, questionnaireId: wave.questionnaireId, library: null },
			...{ number: wave.number, title: wave.questionnaire, asksFiles: false }
		});
	const earlier = (await listWaves(tx, actor)).filter(({ id, openedAt }) => openedAt && id !== wave.id);
	const standing = { values: { ...valuesOf(wave), token: crypto.randomUUID() }, readers: wave.readers };
	const page = <EditWavePage {...{ view, wave, editions, earlier }} {...(wrong ?? standing)} />;
	return c.html(page, wrong ? statusOf(wrong) : 200);
}

const valuesOf = (wave: Wave): Values => ({
	edition: wave.edition,
	title: wave.title,
	words: wave.words,
	identity: wave.identity,
	opensOn: showDate(wave.opensOn),
	closesOn: showDate(wave.closesOn),
	series: wave.series?.id ?? '',
	stage: wave.stage ?? '',
	version: String(wave.version)
});

type Shown = { dates?: Wrong; adding?: Wrong & { chosen: Audience }; problems?: Problems };

/** The page of a wave, with whatever was refused on it. */
export async function showWave(c: C, wave: Wave, { dates, adding, problems }: Shown = {}) {
	const { tx, actor, now, view } = c.var;
	const wanted = participantsWanted(c.req.query());
	const { people, ...counts } = await listParticipants(tx, actor, wave.id, now, wanted);
	const staff = wave.closedAt ? [] : await listCandidates(tx, actor, now, wave);
	const groups = wave.closedAt ? [] : await groupsOfStaff(c);
	const often = wave.closedAt ? [] : await listAskedTooOften(tx, actor, wave, mostWavesAYear);
	const history = await historyOf(tx, actor, { kind: 'survey-wave', id: wave.id });
	const values = dates?.values ?? { ...valuesOf(wave), token: crypto.randomUUID() };
	const wrong = problems ?? dates?.problems ?? adding?.problems;
	const page = (
		<WavePage
			{...{ view, wave, people, counts, wanted, staff, groups, often, history, values, adding }}
			problems={wrong ?? {}}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

/** An act of one button on a wave: back to its page, with a quiet line or with what was in the way. */
const act =
	(command: typeof openWave, saved: string) =>
	async (c: C): Promise<Response> => {
		const { tx, actor, now } = c.var;
		const wave = await waveOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await command(tx, actor, wave, form.value, now) : form;
		if (!result.ok) return showWave(c, wave, { problems: result.problems });
		return c.redirect(`/surveys/waves/${wave.id}?saved=${saved}`, 303);
	};

export const waveRoutes: readonly Route[] = [
	get('/surveys', 'signed-in', (c) => showList(c)),

	get('/surveys/waves/new', waveKeepers, (c) => showNew(c)),

	post('/surveys/waves', waveKeepers, ['survey-wave.added'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const form = readForm(data, newWaveForm, [...audienceLists, 'readers']);
		const result = form.ok ? await addWave(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect(`/surveys/waves/${result.value}?saved=added`, 303);
		const [chosen, readers] = [audienceIn(data), ticked(data, 'readers')];
		return showNew(c, { values: form.values, problems: result.problems, chosen, readers });
	}),

	get('/surveys/waves/:id', waveKeepers, async (c) => showWave(c, await waveOf(c))),

	get('/surveys/waves/:id/edit', waveKeepers, async (c) => {
		const wave = await waveOf(c);
		return wave.openedAt ? c.redirect(`/surveys/waves/${wave.id}`, 303) : showEdit(c, wave);
	}),

	post('/surveys/waves/:id', waveKeepers, ['survey-wave.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const wave = await waveOf(c);
		const data = await c.req.formData();
		const form = readForm(data, waveForm, ['readers']);
		const result = form.ok ? await changeWave(tx, actor, wave, form.value, now) : form;
		if (result.ok) return c.redirect(`/surveys/waves/${wave.id}?saved=changed`, 303);
		const theirs = 'theirs' in result && result.theirs ? valuesOf(wave) : undefined;
		return showEdit(c, wave, {
			values: form.values,
			problems: result.problems,
			readers: ticked(data, 'readers'),
			theirs
		});
	}),

	post('/surveys/waves/:id/opening', waveKeepers, ['survey-wave.opened'], act(openWave, 'opened')),
	post('/surveys/waves/:id/opening/undoing', waveKeepers, ['survey-wave.opening-undone'], act(undoOpening, 'unopened')),

	get('/surveys/waves/:id/closing', waveKeepers, async (c) => {
		const wave = await waveOf(c);
		const values = { token: crypto.randomUUID() };
		return c.html(<ClosingPage view={c.var.view} {...{ wave, values }} />);
	}),
	post('/surveys/waves/:id/closing', waveKeepers, ['survey-wave.closed'], act(closeWave, 'closed')),

	post('/surveys/waves/:id/removal', waveKeepers, ['survey-wave.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const wave = await waveOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removeWave(tx, actor, wave, form.value, now) : form;
		if (!result.ok) return showWave(c, wave, { problems: result.problems });
		return c.redirect(`/surveys?saved=removed&of=${wave.id}`, 303);
	}),

	post('/surveys/waves/:id/restoration', waveKeepers, ['survey-wave.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const wave = (await findRemovedWave(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await restoreWave(tx, actor, wave, form.value, now) : form;
		return c.redirect(result.ok ? `/surveys/waves/${wave.id}?saved=restored` : '/surveys', 303);
	}),

	post('/surveys/waves/:id/dates', waveKeepers, ['survey-wave.dates-changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const wave = await waveOf(c);
		const form = readForm(await c.req.formData(), datesForm);
		const result = form.ok ? await changeDates(tx, actor, wave, form.value, now) : form;
		if (result.ok) return c.redirect(`/surveys/waves/${wave.id}?saved=dates`, 303);
		return showWave(c, wave, { dates: { values: form.values, problems: result.problems } });
	}),

	post('/surveys/waves/:id/reopening', waveKeepers, ['survey-wave.reopened'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const wave = await waveOf(c);
		const form = readForm(await c.req.formData(), reopeningForm);
		const result = form.ok ? await reopenWave(tx, actor, wave, form.value, now) : form;
		if (result.ok) return c.redirect(`/surveys/waves/${wave.id}?saved=reopened`, 303);
		return c.html(<ClosingPage {...{ view, wave }} values={form.values} problems={result.problems} />, 422);
	}),

	post('/surveys/waves/:id/people', waveKeepers, ['survey-wave.asked'], async (c) => {
		const { tx, actor, now } = c.var;
		const wave = await waveOf(c);
		const data = await c.req.formData();
		const form = readForm(data, askForm, audienceLists);
		const result = form.ok ? await askPeople(tx, actor, wave, form.value, now) : form;
		if (!result.ok)
			return showWave(c, wave, {
				adding: { values: form.values, problems: result.problems, chosen: audienceIn(data) }
			});
		return c.redirect(`/surveys/waves/${wave.id}?saved=${result.value.count > 0 ? 'asked' : 'same'}`, 303);
	}),

	post('/surveys/waves/:id/taken-off', waveKeepers, ['survey-wave.taken-off'], async (c) => {
		const { tx, actor, now } = c.var;
		const wave = await waveOf(c);
		const form = readForm(await c.req.formData(), chosenForm, ['participant']);
		const result = form.ok ? await takeOff(tx, actor, wave, form.value, now) : form;
		if (!result.ok) return showWave(c, wave, { problems: result.problems });
		return c.redirect(`/surveys/waves/${wave.id}?saved=off`, 303);
	})
];
