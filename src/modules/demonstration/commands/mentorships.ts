import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readAs } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { answerProposal } from '../../mentorships/commands/answer';
import { enterGuest } from '../../mentorships/commands/guests';
import { registerOrder } from '../../mentorships/commands/orders';
import { recordPapers } from '../../mentorships/commands/papers';
import { askPlea } from '../../mentorships/commands/pleas';
import { proposeMentorships } from '../../mentorships/commands/propose';
import { askNetwork, recordFact } from '../../mentorships/commands/search';
import { endMentorship, suspendMentorship } from '../../mentorships/commands/turns';
import { findMentorship } from '../../mentorships/queries/mentorships';
import { listSearching } from '../../mentorships/queries/search';
import { type NeedCode, needsOf } from '../../mentorships/rules/missing';
import { formOf, type Proposal } from '../../mentorships/rules/proposal';
import type { SearchFact } from '../../mentorships/rules/search';
import { listCandidates } from '../../registry/queries/candidates';
import { yearOf } from '../rules';
import { act, noon } from './live';
import { makeMeetings } from './meetings';

/** «Лапшина К. В. – Маркелова Л. А.» of the plan, as people. */
function peopleOf(name: string, staff: readonly { id: string; name: string }[]) {
	const [mentor, mentee] = name.split(' – ').map((short) => {
		const [family = '', ...initials] = short.split(' ');
		return staff.find((one) => {
			const [theirs, ...rest] = one.name.split(' ');
			return theirs === family && initials.every((initial, at) => rest[at]?.[0] === initial[0]);
		});
	});
	return mentor && mentee ? [{ mentor: mentor.id, mentee: mentee.id }] : [];
}

type Led = { mentor: string; mentee: string };

/** The pairs of the plan in the room of pairs: most work by one order, some wait for papers, one rests, one has ended, one is asked. */
export async function makeMentorships(db: Db, actor: Actor, names: readonly string[], today: string) {
	const { begins } = yearOf(today);
	const [agreedOn, orderedOn] = [noon(actor, `${begins}-09-03`), noon(actor, `${begins}-09-18`)];
	if (addDays(orderedOn.today, 20) > today || names.length === 0) return;
	const staff = await readAs(db, actor, (tx) => listCandidates(tx, actor, 'mentors', orderedOn));
	const pairs = names.flatMap((name) => peopleOf(name, staff));
	const waiting = pairs.length > 8 ? 3 : pairs.length > 1 ? 1 : 0;
	const settled = pairs.slice(0, pairs.length - waiting).map((pair) => [pair]);
	const ordered = await propose(db, actor, settled, `${begins}-09-01`, agreedOn);
	for (const [at, id] of ordered.entries())
		await gather(db, actor, id, ['word', 'consent', 'agreement'], `${at + 11}/доп`, orderedOn);
	const order = { actKind: 'order' as const, series: 'main' as const, number: '16/1-О', signedOn: orderedOn.today };
	await act(db, actor, (tx) =>
		registerOrder(
			tx,
			actor,
			{ token: randomUUID(), ...order, mentorships: ordered, anyway: true, closes: [] },
			noon(actor, orderedOn.today, 30)
		)
	);
	if (ordered.length > 5) {
		await change(db, actor, ordered, today);
		const guest = {
			...{
				familyName: 'Пантелеева',
				givenName: 'Инга',
				patronymic: 'Викторовна',
				post: 'учитель химии',
				namesake: false
			},
			...{ worksAt: 'МБОУ «Гимназия № 3»', contact: '+7 (900) 000-00-03' }
		};
		await act(db, actor, (tx) => enterGuest(tx, actor, { token: randomUUID(), ...guest }, agreedOn));
		await askForHelp(db, actor, ordered[0] ?? notFound(), noon(actor, addDays(today, -1)));
	}
	await makeMeetings(db, actor, ordered, today);
	const late = noon(actor, addDays(today, -6), 20);
	const later = pairs
		.slice(pairs.length - waiting)
		.map((pair, at) => (at === 0 && waiting > 1 ? inTwoRoles(pair, pairs) : [pair]));
	const asked = await propose(db, actor, later, addDays(late.today, 3), late);
	for (const [at, id] of asked.entries()) await askAgain(db, actor, id, at, noon(actor, addDays(today, -4), at));
}

/** Those whom nobody was found for: the first has said that support is needed; where there is a centre above, its network is asked. */
export async function lookOn(db: Db, actor: Actor, below: boolean, today: string) {
	const now = noon(actor, addDays(today, -2), 40);
	const [first] = await readAs(db, actor, (tx) => listSearching(tx, actor, now));
	if (!first) return;
	const fact = (what: SearchFact) => ({ token: randomUUID(), person: first.personId, what, note: '' });
	await act(db, actor, (tx) => recordFact(tx, actor, fact('searched'), now));
	await act(db, actor, (tx) => recordFact(tx, actor, fact('support-wanted'), noon(actor, now.today, 45)));
	if (!below) return;
	const asking = {
		...{ token: randomUUID(), person: first.personId, subject: 'наставник начинающему педагогу', format: 'virtual' },
		words: 'Раз в две недели, можно по видео; свои наставники заняты'
	};
	await act(db, actor, (tx) => askNetwork(tx, actor, asking, noon(actor, now.today, 50)));
}

/** A triad: the mentor of the plan for the subject, one more for the method. */
function inTwoRoles({ mentor, mentee }: Led, pairs: readonly Led[]): Proposal['pairs'] {
	const other = pairs.find((one) => one.mentor !== mentor && one.mentor !== mentee)?.mentor;
	const own = { mentor, mentee, role: 'subject' as const };
	return other ? [own, { mentor: other, mentee, role: 'method' }] : [{ mentor, mentee }];
}

async function propose(db: Db, actor: Actor, units: readonly Proposal['pairs'][], from: string, now: Now) {
	if (units.length === 0) return [];
	const to = `${yearOf(from).begins + 1}-05-31`;
	const proposals = units.map((pairs) => ({
		...{ kind: 'one-to-one' as const, form: formOf(pairs), from, to, pairs },
		content: 'Помогает готовить уроки, бывает на занятиях, разбирает их вместе с наставляемым'
	}));
	const { ids } = await act(db, actor, (tx) => proposeMentorships(tx, actor, proposals, now));
	return ids;
}

const found = (db: Db, actor: Actor, id: string, now: Now) =>
	readAs(db, actor, async (tx) => (await findMentorship(tx, actor, id, now)) ?? notFound());

async function gather(db: Db, actor: Actor, id: string, codes: readonly NeedCode[], number: string, now: Now) {
	const mentorship = await found(db, actor, id, now);
	const need = needsOf(mentorship, now.today).flatMap(({ code, side, person, done }) =>
		!done && side && person && codes.includes(code) && code !== 'order' && code !== 'change-order'
			? [{ code, side, person: person.id }]
			: []
	);
	if (need.length === 0) return;
	const papers = {
		token: randomUUID(),
		on: now.today,
		need,
		number,
		pay: '10 % оклада, п. 4.2 Положения об оплате труда'
	};
	await act(db, actor, (tx) => recordPapers(tx, actor, mentorship, papers, now));
}

/** One is ill, one has ended early, and what stands behind it only the curator knows. */
async function change(db: Db, actor: Actor, ordered: readonly string[], today: string) {
	const [rests, ends] = [ordered[1] ?? notFound(), ordered[4] ?? notFound()];
	const day = noon(actor, addDays(today, -9));
	const pause = {
		...{ token: randomUUID(), on: day.today, until: addDays(today, 12), reason: 'sick-leave' as const },
		confidence: ''
	};
	const resting = await found(db, actor, rests, day);
	await act(db, actor, (tx) => suspendMentorship(tx, actor, resting, pause, day));
	const ending = {
		...{
			token: randomUUID(),
			on: addDays(day.today, 2),
			reason: 'mentor-refused' as const,
			noticedOn: null,
			words: ''
		},
		confidence: 'Устала: две параллели и классное руководство. Просила не рассказывать.'
	};
	const over = await found(db, actor, ends, day);
	await act(db, actor, (tx) => endMentorship(tx, actor, over, ending, day));
}

/** A young teacher asks the curator, and her mentor does not know of it. */
async function askForHelp(db: Db, actor: Actor, id: string, now: Now) {
	const mentorship = await found(db, actor, id, now);
	const [pair] = mentorship.pairs;
	if (!pair) return;
	const asker: Actor = { ...actor, personId: pair.mentee.id, name: pair.mentee.name, roles: ['mentee'] };
	const words = 'Не успеваю проверять тетради и стесняюсь об этом говорить. Можно зайти к вам на неделе?';
	const plea = { token: randomUUID(), wish: 'help' as const, reader: 'curator' as const, words };
	await act(db, asker, (tx) => askPlea(tx, asker, mentorship, plea, now));
}

/** Both have said yes; one paper more is there; only the mentor has answered. */
async function askAgain(db: Db, actor: Actor, id: string, at: number, now: Now) {
	if (at === 0) return gather(db, actor, id, ['word', 'consent', 'agreement'], '27/доп', now);
	if (at === 1) return gather(db, actor, id, ['word', 'consent'], '', now);
	const mentorship = await found(db, actor, id, now);
	const mentor = mentorship.pairs[0]?.mentor.id ?? notFound();
	const said = { token: randomUUID(), person: mentor, answer: 'accepted' as const, reason: null, confidence: '' };
	await act(db, actor, (tx) => answerProposal(tx, actor, mentorship, said, now));
}
