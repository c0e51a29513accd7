import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import { asActor, type Tx } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { recordInterview } from '../../interviews/commands/interviews';
import { finishRound } from '../../interviews/commands/rounds';
import { findQuestions, listQueue } from '../../interviews/queries/interviews';
import { findOrganisation } from '../../organisations/queries';
import { approveRegister } from '../../registry/commands/editions';
import { acceptGaps } from '../../registry/commands/gaps';
import { decideSelection, markCriterion } from '../../registry/commands/selection';
import { findCriteria } from '../../registry/queries/editions';
import { findGaps } from '../../registry/queries/gaps';
import { listRegister } from '../../registry/queries/register';
import { tableOf } from '../../registry/rules/columns';
import { conclusionOf } from '../../registry/rules/gaps';
import { namesOf, startingTopics } from '../../registry/rules/topics';
import { yearOf } from '../rules';
import { act, noon } from './live';

const said = [
	'Хочу отдать то, что когда-то дали мне',
	'Ведение урока и порядок в классе',
	'Вела двух молодых коллег, оба остались в школе'
];

/** A week of talks with the mentors, the selection after it, the approved register, and the table of needs. */
export async function chooseMentors(db: Db, actor: Actor, today: string) {
	const { acceptedOn } = yearOf(today);
	const [talks, choice] = [noon(actor, addDays(acceptedOn, 8)), noon(actor, addDays(acceptedOn, 10))];
	if (choice.today > today) return;
	const read = async <T>(ask: (tx: Tx) => Promise<T>) =>
		(await asActor(db, actor, 'read only', async (tx) => ({ ok: true, value: await ask(tx) }))).value;
	const mentors = await read((tx) => listRegister(tx, actor, 'mentors', talks));
	const [first] = mentors;
	if (!first) return;
	const asked = await read((tx) => findQuestions(tx, actor, 'mentors'));
	for (const [at, { personId }] of mentors.entries()) {
		if (at % 4 === 3 || personId === actor.personId) continue;
		const talk = {
			token: randomUUID(),
			register: 'mentors' as const,
			formId: null,
			answers: asked.questions.map((question, number) => ({ question, answer: said[number] ?? '' })),
			heldOn: talks.today,
			conductedBy: actor.personId,
			outcome: at % 5 === 2 ? ('not-now' as const) : ('recommended' as const),
			outcomeNote: '',
			note: at === 0 ? 'Готова начать с одного наставляемого' : '',
			visibility: 'leaders' as const
		};
		await act(db, actor, (tx) => recordInterview(tx, actor, personId, talk, talks));
	}
	await finish(db, actor, read, choice);
	const person = mentors.map(({ personId }) => personId);
	const { criteria } = await read((tx) => findCriteria(tx, actor));
	const mark = { token: randomUUID(), person, criterion: 'Нет возражений администрации', met: true, note: '' };
	await act(db, actor, (tx) => markCriterion(tx, actor, criteria, mark, choice));
	const yes = { token: randomUUID(), person: person.filter((_, at) => at % 5 !== 2), decision: 'yes' as const };
	await act(db, actor, (tx) => decideSelection(tx, actor, 'mentors', { ...yes, reason: '', on: choice.today }, choice));
	await approve(db, actor, read, choice);
	const gaps = await read((tx) => findGaps(tx, actor, choice));
	if (gaps.rows.length === 0) return;
	const report = { token: randomUUID(), on: choice.today, conclusion: conclusionOf(gaps), contents: gaps, closes: [] };
	await act(db, actor, (tx) => acceptGaps(tx, actor, report, choice));
}

type Read = <T>(ask: (tx: Tx) => Promise<T>) => Promise<T>;

async function finish(db: Db, actor: Actor, read: Read, now: Now) {
	const since = addDays(now.today, -7);
	const people = await read((tx) => listQueue(tx, actor, 'mentors', { since, until: now.today }, now));
	if (!people.some(({ last }) => last)) return;
	const { fullName } = await read((tx) => findOrganisation(tx, actor, now));
	const contents = {
		organisation: fullName,
		people: people.map(({ id, name, post, last }) => ({
			id,
			name,
			post,
			heldOn: last?.heldOn ?? null,
			outcome: last?.outcome ?? null,
			who: last?.who ?? ''
		}))
	};
	const round = {
		token: randomUUID(),
		register: 'mentors' as const,
		since,
		on: now.today,
		note: '',
		contents,
		closes: []
	};
	await act(db, actor, (tx) => finishRound(tx, actor, round, now));
}

async function approve(db: Db, actor: Actor, read: Read, now: Now) {
	const chosen = (await read((tx) => listRegister(tx, actor, 'mentors', now))).filter(
		({ decision }) => decision?.decision === 'yes'
	);
	if (chosen.length === 0) return;
	const { name, fullName } = await read((tx) => findOrganisation(tx, actor, now));
	const about = { names: namesOf(startingTopics), today: now.today, organisation: name, asked: [] };
	const contents = {
		...tableOf('mentors', chosen, about),
		people: chosen.map(({ personId, name: who }) => ({ id: personId, name: who })),
		organisation: fullName
	};
	const edition = {
		token: randomUUID(),
		on: now.today,
		actKind: 'order' as const,
		actNumber: '41-о',
		actDate: now.today,
		note: '',
		contents,
		closes: []
	};
	await act(db, actor, (tx) => approveRegister(tx, actor, 'mentors', edition, now));
}
