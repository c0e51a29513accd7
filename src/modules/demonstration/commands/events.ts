import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readAs, type Tx } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { acquaint } from '../../events/commands/acquaint';
import { markAttendance } from '../../events/commands/attendance';
import { type EventWords, makeEvent } from '../../events/commands/make';
import { signMinutes } from '../../events/commands/minutes';
import { findEvent, findKinds, findLeaders, listCalled } from '../../events/queries/event';
import { actKind, knownActs } from '../../events/rules/acts';
import { agendaFrom } from '../../events/rules/event';
import { type EventTemplate, eventTemplates, valuesOfTemplate } from '../../events/rules/templates';
import { nobody } from '../../surveys/rules/audience';
import { yearOf } from '../rules';
import { act, noon } from './live';

const templateOf = (code: string) => eventTemplates.find((one) => one.code === code) as EventTemplate;

/** The August council with its minutes, a meeting that is past and unmarked, an announcement that half have read, and what is to come. */
export async function holdEvents(db: Db, actor: Actor, today: string) {
	const { acceptedOn } = yearOf(today);
	const council = noon(actor, addDays(acceptedOn, 4));
	if (addDays(council.today, 3) > today) return;
	await holdCouncil(db, actor, council);
	const told = noon(actor, addDays(today, -3));
	const notice = await make(
		db,
		actor,
		templateOf('staff'),
		{ heldOn: told.today, acquaintBy: addDays(today, 4) },
		told
	);
	await readIt(db, actor, notice, 2, told);
	for (const [at, one] of knownActs.filter(({ code }) => ['tk-351-8', 'regulation'].includes(code)).entries()) {
		const template = { ...one, name: '', about: '', kind: actKind(one.level), agenda: [], acquaints: true };
		await readIt(db, actor, await make(db, actor, template, { heldOn: told.today }, told), 3 - at, told);
	}
	const leaders = { heldOn: addDays(today, -1), startsAt: '15:00', place: 'Учительская' };
	await make(db, actor, templateOf('leaders'), leaders, noon(actor, addDays(today, -5)));
	const group = { heldOn: addDays(today, 3), startsAt: '14:30', place: 'Библиотека' };
	await make(db, actor, templateOf('group'), group, noon(actor, addDays(today, -1)));
	await make(db, actor, templateOf('call'), { heldOn: today, acquaintBy: addDays(today, 10) }, noon(actor, today));
}

/** Every so many of those called say that they have read it. */
async function readIt(db: Db, actor: Actor, event: string, every: number, now: Now) {
	const called = await readAs(db, actor, (tx) => listCalled(tx, actor, event, now));
	for (const { id } of called.filter((_, at) => at % every === 0)) {
		const reader: Actor = { ...actor, personId: id, roles: [] };
		const found = async (tx: Tx) => (await findEvent(tx, reader, event)) ?? notFound();
		await act(db, reader, async (tx) => acquaint(tx, reader, await found(tx), { token: randomUUID() }, now));
	}
}

type More = Partial<Pick<EventWords, 'heldOn' | 'startsAt' | 'place' | 'acquaintBy'>> & { heldOn: string };

async function make(db: Db, actor: Actor, template: EventTemplate, more: More, now: Now) {
	const { kinds } = await readAs(db, actor, (tx) => findKinds(tx, actor));
	const values = valuesOfTemplate(
		template,
		kinds.map(({ name }) => name)
	);
	const event: EventWords = {
		token: randomUUID(),
		kind: values.kind,
		title: values.title,
		words: values.words,
		agenda: agendaFrom(values.agenda),
		outside: values.outside,
		outsideCount: null,
		startsAt: null,
		lasts: 60,
		place: '',
		link: '',
		ledBy: actor.personId,
		acquaints: template.acquaints ?? false,
		acquaintBy: null,
		callsMentors: template.callsMentors ?? false,
		consents: [...(template.consents ?? [])] as EventWords['consents'],
		wave: null,
		occurrence: null,
		announce: true,
		audience: { ...nobody, staff: true },
		...more
	};
	return act(db, actor, (tx) => makeEvent(tx, actor, event, now));
}

async function holdCouncil(db: Db, actor: Actor, now: Now) {
	const id = await make(
		db,
		actor,
		templateOf('council'),
		{ heldOn: now.today, startsAt: '10:00', place: 'Актовый зал' },
		now
	);
	const found = async (tx: Tx) => (await findEvent(tx, actor, id)) ?? notFound();
	const called = await readAs(db, actor, (tx) => listCalled(tx, actor, id, now));
	const marks = Object.fromEntries(
		called.map(({ id: person }, at) => [person, at % 9 === 8 ? ('excused' as const) : ('came' as const)])
	);
	const attended = { token: randomUUID(), marks, outcome: '', outsideCount: null, closes: [] };
	await act(db, actor, async (tx) => markAttendance(tx, actor, await found(tx), attended, now));
	const leaders = await readAs(db, actor, (tx) => findLeaders(tx, actor, now));
	const { agenda, came } = await readAs(db, actor, found);
	const decided = [
		[{ text: 'Внедрить систему наставничества с 1 сентября', responsible: 'куратор', due: addDays(now.today, 10) }],
		[{ text: 'Принять Положение о наставничестве и дорожную карту', responsible: 'директор', due: null }],
		[{ text: 'Собрать согласия участников', responsible: 'куратор', due: addDays(now.today, 20) }]
	];
	const minutes = {
		token: randomUUID(),
		theirs: {},
		version: 0,
		number: '1',
		chair: leaders.director,
		secretary: leaders.curator,
		guests: '',
		present: came,
		invited: called.length,
		items: agenda.map((point, at) => ({
			...point,
			heard: at === 0 ? 'Кто кому помогает, что это даёт школе, какие документы нужны' : '',
			decisions: decided[at] ?? [],
			votes: { for: came, against: 0, abstained: 0 }
		})),
		signedOn: now.today,
		closes: []
	};
	await act(db, actor, async (tx) => signMinutes(tx, actor, await found(tx), minutes, now));
}
