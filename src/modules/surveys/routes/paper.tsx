import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, plainText, type Values } from '../../../core/forms';
import { isId } from '../../../core/ids';
import { type App, get, post, type Route } from '../../../http';
import { answerNamed } from '../commands/answer/named';
import { enterUnnamedSheet } from '../commands/answer/paper';
import { answerUnnamed } from '../commands/answer/unnamed';
import { PaperPage } from '../pages/waves/paper';
import { SheetEntryPage } from '../pages/waves/sheet-entry';
import { SheetsToPrintPage } from '../pages/waves/sheets';
import type { Slip } from '../pages/waves/slips';
import { type AskedToMe, findAsked, listRanked } from '../queries/filling';
import { listOnPaper } from '../queries/paper';
import { findContent, type Wave } from '../queries/waves';
import { fieldOf } from '../rules/fields';
import { canEnterFor } from '../rules/filling';
import { formFromKeys, keyedOf, keysFrom } from '../rules/keyed';
import { readSheetCode } from '../rules/links';
import { type Questionnaire, questionsOf } from '../rules/questionnaire';
import { readAnswers } from '../rules/read-answers';
import { waveKeepers, waveState } from '../rules/wave';
import { addressesOf } from './links';
import { waveOf } from './waves';

type C = Context<App>;

/** Files do not come on paper. */
const onPaper = (content: Questionnaire): Questionnaire => ({
	...content,
	sections: content.sections.map((section) => ({
		...section,
		questions: section.questions.filter(({ kind }) => kind !== 'file')
	}))
});

const takesSheets = (wave: Wave, today: string) => ['open', 'ending'].includes(waveState(wave, today));

/** The questionnaire of one person of this wave, for whoever enters it. */
async function askedIn({ var: { tx, actor } }: C, wave: Wave, participant: string) {
	const asked = await findAsked(tx, { organisationId: actor.organisationId, personId: null }, participant);
	return asked && asked.waveId === wave.id && !asked.removed ? asked : undefined;
}

type Refused = { values?: Values; problems?: Problems; status?: 409 };

async function showFinding(c: C, wave: Wave, { status, ...wrong }: Refused = {}) {
	const { tx, actor, view } = c.var;
	const people = await listOnPaper(tx, actor, wave.id);
	const of = people.find(({ id }) => id === c.req.query('of'));
	const entered = view.saved === 'entered' ? (of?.name ?? 'лист') : undefined;
	return c.html(<PaperPage {...{ view, wave, people, entered }} {...wrong} />, status ?? 200);
}

/** They have answered themselves, or somebody else has entered it whose hands it was meant for. */
async function answeredAlready(c: C, wave: Wave, { id }: { id: string }, status?: 409) {
	const people = await listOnPaper(c.var.tx, c.var.actor, wave.id);
	const name = people.find((one) => one.id === id)?.name ?? 'Этот человек';
	const said =
		wave.identity === 'named'
			? `${name}: ответ уже есть. Пока анкетирование с именем идёт, свой ответ человек меняет сам.`
			: `${name}: ответ уже есть, второй лист не записан.`;
	return showFinding(c, wave, { problems: { code: said }, ...(status && { status }) });
}

type Typed = { values: Values; problems?: Problems; conflict?: boolean };

/** The sheet of one person; what was entered before may be corrected, what they answered themselves may not. */
async function showSheet(c: C, wave: Wave, asked: AskedToMe, typed?: Typed) {
	const { tx, actor, now, view } = c.var;
	const content = onPaper(asked.content);
	const people = await listRanked(tx, { organisationId: actor.organisationId, personId: asked.personId }, content, now);
	const listed = (await listOnPaper(tx, actor, wave.id)).find(({ id }) => id === asked.id);
	const fresh = {
		values: {
			token: crypto.randomUUID(),
			version: String(asked.version),
			...(asked.answers && keysFrom(content, asked.answers, people))
		}
	};
	const of = { participant: asked.id, name: listed?.name ?? '', about: asked.about, before: asked.answered };
	const page = <SheetEntryPage {...{ view, wave, content, people, of }} {...(typed ?? fresh)} />;
	return c.html(page, typed ? (typed.conflict ? 409 : 422) : 200);
}

async function showUnnamed(c: C, wave: Wave, participants: readonly string[], typed?: Typed, entered = false) {
	const { tx, actor, view } = c.var;
	const content = onPaper((await findContent(tx, actor, wave.edition)) ?? notFound());
	const waiting = (await listOnPaper(tx, actor, wave.id)).filter(
		({ id, answered }) => !answered && participants.includes(id)
	);
	if (waiting.length === 0) return c.redirect(`/surveys/waves/${wave.id}/paper${entered ? '?saved=entered' : ''}`, 303);
	const sitting = { participants: waiting.map(({ id }) => id), left: waiting.length, entered };
	const shown = typed ?? { values: { token: crypto.randomUUID() } };
	const page = <SheetEntryPage {...{ view, wave, content, sitting }} people={{}} of={null} {...shown} />;
	return c.html(page, typed ? 422 : 200);
}

/** What was typed, as answers; what stands for nothing is told beside its line. */
function readKeys(content: Questionnaire, data: FormData, people: Parameters<typeof formFromKeys>[2]) {
	const { form, problems } = formFromKeys(content, data, people);
	const read = readAnswers(content, form, people);
	const missing = read.ok ? {} : read.problems;
	const wrong: Problems = {};
	for (const question of questionsOf(content)) {
		const problem = problems[keyedOf(question)] ?? missing[fieldOf(question)];
		if (problem) wrong[keyedOf(question)] = problem;
	}
	return Object.keys(wrong).length === 0 && read.ok ? read : { ok: false as const, problems: wrong };
}

const valuesIn = (data: FormData): Values =>
	Object.fromEntries([...data].map(([name, value]) => [name, typeof value === 'string' ? plainText(value) : '']));

async function enterUnnamed(c: C, wave: Wave, data: FormData) {
	const { tx, actor, now } = c.var;
	const participant = data.getAll('participant').filter((one) => typeof one === 'string' && isId(one)) as string[];
	if (data.get('act') !== 'enter') return showUnnamed(c, wave, participant);
	const content = onPaper((await findContent(tx, actor, wave.edition)) ?? notFound());
	const values = valuesIn(data);
	const read = readKeys(content, data, {});
	if (!read.ok) return showUnnamed(c, wave, participant, { values, problems: read.problems });
	const token = isId(values.token ?? '') ? (values.token as string) : crypto.randomUUID();
	const result = await enterUnnamedSheet(tx, actor, wave, { token, participant, answers: read.answers }, now);
	if (!result.ok) return showUnnamed(c, wave, participant, { values, problems: result.problems });
	return showUnnamed(c, wave, participant, undefined, true);
}

async function enterOne(c: C, wave: Wave, asked: AskedToMe, data: FormData): Promise<Response> {
	const { tx, actor, now } = c.var;
	if (asked.identity === 'named' && !canEnterFor(actor, asked)) return answeredAlready(c, wave, asked, 409);
	const content = onPaper(asked.content);
	const people = await listRanked(tx, { organisationId: actor.organisationId, personId: asked.personId }, content, now);
	const values = valuesIn(data);
	const read = readKeys(content, data, people);
	if (!read.ok) return showSheet(c, wave, asked, { values, problems: read.problems });
	const token = isId(values.token ?? '') ? (values.token as string) : crypto.randomUUID();
	const given = {
		token,
		answers: read.answers,
		uploads: {},
		version: Number(values.version) || 0,
		how: 'paper' as const
	};
	const result =
		asked.identity === 'named'
			? await answerNamed(tx, actor, asked, given, now)
			: await answerUnnamed(tx, asked, read.answers, now, { late: true });
	if (result.ok && result.value === 'before') return answeredAlready(c, wave, asked, 409);
	if (result.ok) return c.redirect(`/surveys/waves/${wave.id}/paper?saved=entered&of=${asked.id}`, 303);
	if (!result.theirs) return showSheet(c, wave, asked, { values, problems: result.problems });
	const fresh = (await askedIn(c, wave, asked.id)) ?? asked;
	if (!canEnterFor(actor, fresh)) return answeredAlready(c, wave, asked, 409);
	const again = { ...values, token: crypto.randomUUID(), version: String(fresh.version) };
	return showSheet(c, wave, fresh, { values: again, conflict: true });
}

export const paperRoutes: readonly Route[] = [
	get('/surveys/waves/:id/sheets', waveKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const wave = await waveOf(c);
		if (wave.closedAt) return c.redirect(`/surveys/waves/${wave.id}`, 303);
		const content = (await findContent(tx, actor, wave.edition)) ?? notFound();
		const left = (await listOnPaper(tx, actor, wave.id)).filter(({ answered }) => !answered);
		const named = wave.identity !== 'anonymous';
		const { slips } = named && wave.openedAt ? await addressesOf(c, wave) : { slips: new Map<string, Slip>() };
		const sheets = left.map((of) => ({ of: named ? of : null, qr: slips.get(of.id)?.qr ?? null }));
		return c.html(<SheetsToPrintPage {...{ view, wave, content, sheets }} />);
	}),

	get('/surveys/waves/:id/paper', waveKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const wave = await waveOf(c);
		if (!takesSheets(wave, now.today)) return c.redirect(`/surveys/waves/${wave.id}`, 303);
		const { code, person } = c.req.query();
		if (wave.identity === 'anonymous' || (code === undefined && !person)) return showFinding(c, wave);
		const typed = readSheetCode(code ?? '');
		const listed = (await listOnPaper(tx, actor, wave.id)).find((one) =>
			code === undefined ? one.id === person : one.code === typed
		);
		const asked = listed && (await askedIn(c, wave, listed.id));
		if (!listed || !asked)
			return showFinding(c, wave, {
				values: { code: code ?? '' },
				problems: { code: 'Листа с таким номером здесь нет. Проверьте цифры: последние две выдают опечатку.' }
			});
		if (!canEnterFor(actor, asked)) return answeredAlready(c, wave, asked);
		return showSheet(c, wave, asked);
	}),

	post('/surveys/waves/:id/paper', waveKeepers, [], async (c) => {
		const wave = await waveOf(c);
		if (!takesSheets(wave, c.var.now.today)) return c.redirect(`/surveys/waves/${wave.id}`, 303);
		const data = await c.req.formData();
		if (wave.identity === 'anonymous') return enterUnnamed(c, wave, data);
		const asked = await askedIn(c, wave, String(data.get('person') ?? ''));
		return asked ? enterOne(c, wave, asked, data) : c.redirect(`/surveys/waves/${wave.id}/paper`, 303);
	})
];
