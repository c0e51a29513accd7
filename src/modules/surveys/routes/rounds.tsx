import type { Context } from 'hono';
import { addDays, showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { dayText } from '../../../ui/text';
import { listSets } from '../../groups/queries/sets';
import { findOrganisation } from '../../organisations/queries';
import { wordsOf } from '../../organisations/rules/words';
import { listClosable } from '../../roadmap/queries/closable';
import { fileRound, sendToGroups } from '../commands/waves/rounds';
import { reportInWord } from '../engine/report/word';
import { roundForm, roundReportForm } from '../form/rounds';
import { RoundPage } from '../pages/waves/round';
import { NewRoundPage } from '../pages/waves/round-new';
import { listCandidates } from '../queries/participants';
import { listSheets } from '../queries/results/sheets';
import { findResultWave } from '../queries/results/wave';
import { listRound } from '../queries/rounds';
import { listEditions } from '../queries/waves';
import { inWords, library } from '../rules/library/library';
import { pieceOf } from '../rules/report';
import { type OfRound, roundDraft } from '../rules/rounds';
import { whyUnseen } from '../rules/summary/reading';
import { waveKeepers } from '../rules/wave';
import { hiddenOf, summariesOf } from './results/wave';
import { ticked } from './waves';

type C = Context<App>;

async function showNew(c: C, wrong?: { values: Values; problems: Problems; readers: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const sets = (await listSets(tx, actor)).filter(({ groups }) => groups.length > 0);
	const chosen = wrong?.values.set ?? c.req.query('set');
	const set = sets.find(({ id }) => id === chosen) ?? sets[0];
	const staff = await listCandidates(tx, actor, now, { id: null, opensOn: now.today });
	const editions = await listEditions(tx, actor);
	const words = wordsOf(actor.organisation.kind, (await findOrganisation(tx, actor, now)).words);
	const libraryNames = new Map(library.map((one) => [one.code, inWords(one, words).name]));
	const fresh = {
		readers: ['curator'],
		values: {
			token: crypto.randomUUID(),
			title: 'Потребности и запросы',
			identity: 'named',
			opensOn: showDate(now.today),
			closesOn: showDate(addDays(now.today, 14))
		}
	};
	const page = <NewRoundPage {...{ view, sets, set, staff, editions, libraryNames }} {...(wrong ?? fresh)} />;
	return c.html(page, wrong ? 422 : 200);
}

async function roundOf(c: C) {
	const id = c.req.param('id') ?? '';
	const waves = await listRound(c.var.tx, c.var.actor, id);
	return waves.length > 0 ? { id, waves } : notFound();
}

/** Group after group: how many answered, then what, where whoever makes the report may read it. */
async function wordOf(c: C, waves: readonly OfRound[], conclusion: string) {
	const { tx, actor, now } = c.var;
	const { fullName } = await findOrganisation(tx, actor, now);
	const answers: { title: string; pieces: NonNullable<ReturnType<typeof pieceOf>>[] }[] = [];
	for (const { id, group } of waves) {
		const wave = (await findResultWave(tx, actor, id)) ?? null;
		if (!wave || whyUnseen(actor, wave, wave.answered)) continue;
		const hiddenAs = await hiddenOf(c, wave);
		const hidden = (question: string, key: string) => hiddenAs(question, key) !== undefined;
		const summaries = summariesOf(wave, await listSheets(tx, actor, [wave]), false).flatMap((one) => one.summaries);
		answers.push({ title: group, pieces: summaries.flatMap((summary) => pieceOf(summary, hidden) ?? []) });
	}
	const rows = waves.map(({ group, asked, answered }) => [group, String(asked), String(answered)]);
	const bytes = await reportInWord({
		organisation: fullName,
		title: 'Отчёт об анкетировании по группам',
		facts: [['На', dayText(now.today)]],
		conclusion,
		tables: [
			{
				title: 'Кто ответил',
				about: '',
				tables: [{ title: 'По группам', headings: ['Группа', 'Спросили', 'Ответили'], rows }]
			}
		],
		answers,
		signature: `${dayText(now.today)}    ______________________ / ${actor.name}`
	});
	return { name: 'Отчёт об анкетировании по группам.docx', bytes };
}

async function show(c: C, wrong?: { values: Values; problems: Problems; chosen: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const { id, waves } = await roundOf(c);
	const closable = await listClosable(tx, actor, ['survey'], now.today);
	const shown = wrong ?? { values: { token: crypto.randomUUID(), conclusion: roundDraft(waves) } };
	const closed = closedIn(c.req.query('closed'));
	return c.html(<RoundPage {...{ view, id, waves, closable, closed }} {...shown} />, wrong ? 422 : 200);
}

export const roundRoutes: readonly Route[] = [
	get('/surveys/rounds/new', waveKeepers, (c) => showNew(c)),

	post(
		'/surveys/rounds',
		waveKeepers,
		['survey-round.sent', 'survey-wave.added', 'survey-wave.opened', 'questionnaire.added', 'questionnaire.published'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const data = await c.req.formData();
			const form = readForm(data, roundForm, ['readers']);
			const typed = Object.fromEntries([...data].filter(([, value]) => typeof value === 'string')) as Values;
			const wrong = (problems: Problems) =>
				showNew(c, { values: { ...typed, ...form.values }, problems, readers: ticked(data, 'readers') });
			if (!form.ok) return wrong(form.problems);
			const { set: setId, ...words } = form.value;
			const set = (await listSets(tx, actor)).find(({ id }) => id === setId) ?? notFound();
			const groups = set.groups.flatMap(({ id, code, name }) => {
				const edition = data.get(`edition.${id}`);
				return typeof edition === 'string' && edition ? [{ id, name: `${code} – ${name}`, edition }] : [];
			});
			const { words: own } = await findOrganisation(tx, actor, now);
			const result = await sendToGroups(tx, actor, { ...words, groups, own }, now);
			return result.ok ? c.redirect(`/surveys/rounds/${result.value}?saved=sent`, 303) : wrong(result.problems);
		}
	),

	get('/surveys/rounds/:id', waveKeepers, (c) => show(c)),

	get('/surveys/rounds/:id/word', waveKeepers, async (c) => {
		const { waves } = await roundOf(c);
		const { name, bytes } = await wordOf(c, waves, roundDraft(waves));
		return sendFile(c, name, bytes);
	}),

	post(
		'/surveys/rounds/:id/report',
		waveKeepers,
		['survey-round.filed', 'survey-wave.closed', 'activity.done', 'evidence.attached', 'file.stored'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const round = await roundOf(c);
			const data = await c.req.formData();
			const [form, closes] = [readForm(data, roundReportForm), closesIn(data)];
			const word = async () => wordOf(c, (await roundOf(c)).waves, form.ok ? form.value.conclusion : '');
			const result = form.ok ? await fileRound(tx, actor, round, { ...form.value, closes }, word, now) : form;
			if (!result.ok) return show(c, { values: form.values, problems: result.problems, chosen: closes });
			return c.redirect(`/surveys/rounds/${round.id}?saved=filed&closed=${result.value}`, 303);
		}
	)
];
