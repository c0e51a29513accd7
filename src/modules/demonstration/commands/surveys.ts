import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addDays } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readAs, type Tx } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { answerNamed } from '../../surveys/commands/answer/named';
import { answerUnnamed } from '../../surveys/commands/answer/unnamed';
import { askLooks } from '../../surveys/commands/assessment/ask';
import { showAssessments } from '../../surveys/commands/assessment/show';
import { addQuestionnaire } from '../../surveys/commands/questionnaires/add';
import { publishQuestionnaire } from '../../surveys/commands/questionnaires/publish';
import { addWave, type WaveWords } from '../../surveys/commands/waves/make';
import { closeWave, openWave } from '../../surveys/commands/waves/run';
import { listAssessed } from '../../surveys/queries/assessment/assessed';
import { findAsked } from '../../surveys/queries/filling';
import { listOnPaper } from '../../surveys/queries/paper';
import { listCandidates } from '../../surveys/queries/participants';
import { findResultWave } from '../../surveys/queries/results/wave';
import { findWave, listEditions } from '../../surveys/queries/waves';
import type { Answer, Answers } from '../../surveys/rules/answers';
import { subjectsOf, type WhoLooks } from '../../surveys/rules/assessment/eyes';
import { type Audience, membersOf, nobody } from '../../surveys/rules/audience';
import { act, noon } from './live';

/** One of the library, published in the organisation's own words; answers with the edition. */
async function publish(db: Db, actor: Actor, library: string, day: string) {
	const now = noon(actor, day);
	const begun = { token: randomUUID(), library, title: '', text: '', words: {} };
	const id = await act(db, actor, (tx) => addQuestionnaire(tx, actor, begun, now));
	const own = { id, addedBy: actor.personId };
	await act(db, actor, (tx) => publishQuestionnaire(tx, actor, own, { token: randomUUID(), version: 1 }, now));
	const editions = await readAs(db, actor, (tx) => listEditions(tx, actor));
	return { editions, id };
}

type Story = Omit<WaveWords, 'edition' | 'words' | 'series' | 'stage' | 'opensOn' | 'closesOn'> &
	Partial<Pick<WaveWords, 'words' | 'series' | 'stage'>> & {
		library: string;
		days: readonly [opens: number, closes: number]; // from today
		audience: Partial<Audience>;
		looks?: WhoLooks; // people are assessed
		answers: readonly Answers[]; // of the first so many
		closed: boolean;
	};

/** Asked, answered by as many as the story has answers for, and closed when it is over. Answers with the wave's id. */
async function ask(db: Db, actor: Actor, edition: string, story: Story, today: string) {
	const { library: _, days, audience, looks, answers, closed, ...words } = story;
	const [opensOn, closesOn] = [addDays(today, days[0]), addDays(today, days[1])];
	const first = noon(actor, opensOn);
	const wave = { words: '', series: null, stage: null, ...words, edition, opensOn, closesOn };
	const making = { ...wave, token: randomUUID(), audience: { ...nobody, ...audience } };
	const id = await act(db, actor, (tx) => addWave(tx, actor, making, first));
	const found = async (tx: Tx) => (await findWave(tx, actor, id)) ?? notFound();
	if (looks) {
		const asking = { ...looks, earlier: false, token: randomUUID() };
		await act(db, actor, async (tx) => askLooks(tx, actor, await found(tx), asking, first));
	}
	await act(db, actor, async (tx) => openWave(tx, actor, await found(tx), { token: randomUUID() }, first));
	const asked = await readAs(db, actor, (tx) => listOnPaper(tx, actor, id));
	for (const [at, given] of answers.slice(0, asked.length).entries())
		await answer(db, actor, asked[at]?.id ?? '', given, noon(actor, addDays(opensOn, 1), at * 7));
	if (closed) {
		const last = noon(actor, closesOn, 120);
		await act(db, actor, async (tx) => closeWave(tx, actor, await found(tx), { token: randomUUID() }, last));
	}
	return id;
}

async function answer(db: Db, actor: Actor, participant: string, answers: Answers, now: ReturnType<typeof noon>) {
	const of = { organisationId: actor.organisationId, personId: null };
	const asked = (await readAs(db, actor, (tx) => findAsked(tx, of, participant))) ?? notFound();
	if (asked.identity !== 'named') return act(db, actor, (tx) => answerUnnamed(tx, asked, answers, now));
	const author = { ...actor, personId: asked.personId };
	const given = { token: randomUUID(), answers, uploads: {}, version: 0, how: 'program' as const };
	return act(db, author, (tx) => answerNamed(tx, author, asked, given, now));
}

const number = (value: number): Answer => ({ number: Math.max(1, Math.min(10, value)) });
const said = (text: string): Answer => ({ text });

/** Nine who were asked without names how the programme goes. */
const feedback: readonly Answers[] = (
	[
		[9, 'right', [], 'Взаимные посещения уроков', ''],
		[8, 'right', ['o1'], 'Разбор трудных случаев вместе', 'Ставить встречи в расписание'],
		[7, 'seldom', ['o1', 'o2'], '', 'Меньше отчётов о встречах'],
		[10, 'right', ['o5'], 'Мой наставник', ''],
		[6, 'seldom', ['o1'], 'Открытые уроки', 'Освободить один общий час в неделю'],
		[8, 'right', ['o2'], 'Общие встречи раз в четверть', 'Отчёт в одну строку'],
		[5, 'none', ['o1', 'o4'], '', 'Сказать яснее, чем заниматься на встречах'],
		[9, 'right', ['o5'], 'Чат пары: отвечают в тот же день', ''],
		[7, 'often', ['o2'], 'Помощь с планами уроков', 'Встречаться, когда есть о чём']
	] as const
).map(([useful, rhythm, obstacles, keep, change]) => ({
	useful: number(useful),
	rhythm: { option: rhythm },
	...(obstacles.length > 0 && { obstacles: { options: [...obstacles] } }),
	...(keep && { keep: said(keep) }),
	...(change && { change: said(change) })
}));

const needs: readonly Answers[] = [
	{
		request: said('Не успеваю проверить тетради и подготовить новые уроки'),
		priority: { option: 'now' },
		works: said('Дети слушают, опыты получаются')
	},
	{
		request: said('Разговоры с родителями после трудной контрольной'),
		priority: { option: 'term' },
		works: said('Презентации и задания для групп')
	}
];

const parameters = ['involved', 'subject', 'lesson', 'group', 'digital', 'contact', 'confidence', 'mood'];
/** Each begins somewhere else and grows unevenly; the subject was known from the start, the mood dips for one of them. */
const assessed = (after: boolean): readonly Answers[] =>
	Array.from({ length: 30 }, (_, person) =>
		Object.fromEntries(
			parameters.map((code, at) => {
				const before = 4 + ((person + at * 2) % 4);
				const grown = code === 'subject' ? 0 : 1 + ((person + at) % 3);
				return [code, number(after ? before + (code === 'mood' && person === 2 ? -1 : grown) : before)];
			})
		)
	);

/** The school shows everybody how they were assessed. */
const showToAll = (db: Db, actor: Actor, id: string, now: ReturnType<typeof noon>) =>
	act(db, actor, async (tx) => {
		const wave = (await findResultWave(tx, actor, id)) ?? notFound();
		const subjects = [...new Set((await listAssessed(tx, actor, [id])).map(({ subjectId }) => subjectId))];
		return showAssessments(tx, actor, wave, { token: randomUUID(), subjects }, now);
	});

/** An open wave with names, one before and one after to be compared, and one without names that is closed. */
export async function askAround(db: Db, actor: Actor, today: string) {
	const long = addDays(today, -60);
	const staff = await readAs(db, actor, (tx) =>
		listCandidates(tx, actor, noon(actor, today), { id: null, opensOn: today })
	);
	const published: Record<string, string> = {};
	let known = new Set<string>();
	for (const library of ['feedback', 'mentee-needs', 'assessment-of-mentee']) {
		const { editions } = await publish(db, actor, library, long);
		published[library] = editions.find(({ id }) => !known.has(id))?.id ?? '';
		known = new Set(editions.map(({ id }) => id));
	}
	const run = async (story: Story) =>
		membersOf({ ...nobody, ...story.audience }, staff).length +
			(story.looks ? subjectsOf(story.looks, staff).length : 0) >
		0
			? ask(db, actor, published[story.library] ?? '', story, today)
			: null;
	const named = { identity: 'named', readers: ['curator'] } satisfies Partial<Story>;
	const seeing = staff.filter(({ roles }) => roles.some((role) => role === 'director' || role === 'psychologist'));
	const looks = {
		...{ sides: ['mentees'] as const, people: [], self: true, pair: true },
		observers: seeing.map(({ id }) => id)
	};
	const assessment = { ...named, library: 'assessment-of-mentee', audience: {}, looks, closed: true };
	const title = 'Оценка наставляемых по параметрам';
	const before = await run({
		...assessment,
		title: `${title}: начало`,
		stage: 'before',
		days: [-50, -40],
		answers: assessed(false)
	});
	const after = await run({
		...assessment,
		title: `${title}: спустя четверть`,
		stage: 'after',
		series: before,
		days: [-12, -3],
		answers: assessed(true)
	});
	for (const wave of [before, after]) if (wave) await showToAll(db, actor, wave, noon(actor, addDays(today, -2)));
	if (staff.filter(({ teaches }) => teaches).length >= feedback.length)
		await run({
			library: 'feedback',
			title: 'Обратная связь: как идёт программа',
			words: 'По ответам решим, что поменять до конца года.',
			identity: 'anonymous',
			readers: ['curator', 'director'],
			audience: { everyone: true },
			days: [-30, -16],
			answers: feedback,
			closed: true
		});
	await run({
		...named,
		library: 'mentee-needs',
		title: 'Что мне нужно от наставника',
		audience: { roles: ['mentee', 'teacher'] },
		days: [-3, 9],
		answers: needs,
		closed: false
	});
}
