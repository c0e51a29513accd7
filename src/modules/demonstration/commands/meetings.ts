import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addDays, type Span } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readAs } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { findCalendar } from '../../calendar/queries';
import { giveFeedback } from '../../meetings/commands/feedback';
import { planMeetings } from '../../meetings/commands/plan';
import { recordMeeting } from '../../meetings/commands/record';
import { findPairWork } from '../../meetings/queries/meetings';
import { meetingDates } from '../../meetings/rules/cadence';
import { planOf } from '../../meetings/rules/plan';
import type { OwnKind } from '../../meetings/rules/words';
import { act, noon } from './live';

const told = [
	['Знакомство', 'Познакомились, посмотрели расписание друг друга', 'Составить план встреч'],
	['План на год', 'Выбрали три цели: планирование урока, дисциплина, родители', 'Принести конспект урока'],
	['Конспект урока', 'Разобрали конспект: цель сузили до одной', 'Провести урок по новому конспекту'],
	['Начало урока', 'Первые пять минут проходят спокойно', 'Попробовать на 7 «Б»']
] as const;

/** Pairs at work: those of an order meet since September, most at the cadence; one has been silent for a while. */
export async function makeMeetings(db: Db, actor: Actor, pairs: readonly string[], today: string) {
	for (const [at, id] of pairs.slice(0, 8).entries()) await meet(db, actor, id, at % 4, today);
}

async function meet(db: Db, actor: Actor, id: string, at: number, today: string) {
	const work = await readAs(db, actor, async (tx) => (await findPairWork(tx, actor, id, { today })) ?? notFound());
	const { mentorship } = work;
	const [pair] = mentorship.pairs;
	if (!pair || (mentorship.life.state !== 'working' && mentorship.life.state !== 'agreed')) return;
	const mentor: Actor = { ...actor, personId: pair.mentor.id, name: pair.mentor.name, roles: ['mentor'] };
	const mentee: Actor = { ...actor, personId: pair.mentee.id, name: pair.mentee.name, roles: ['mentee'] };
	const calendar = await readAs(db, actor, (tx) => findCalendar(tx, actor, termOf(pair)));
	const days = meetingDates({ from: addDays(pair.from, 8 + at), to: today }, 14, calendar).slice(0, at === 2 ? 2 : 4);
	for (const [turn, day] of days.entries()) {
		const now = noon(actor, day, 120 + at);
		const [topic, works, nextStep] = told[turn % told.length] ?? told[0];
		const kind: OwnKind = turn === 0 ? 'first' : turn === 1 ? 'planning' : 'regular';
		const record = {
			...{
				token: randomUUID(),
				held: true,
				kind,
				heldOn: day,
				format: 'in-person' as const,
				lasts: 40,
				place: 'каб. 12'
			},
			...{ topic, works, nextStep, difficulty: turn === 2 ? 'Не хватает времени на итог урока' : '', missed: null },
			...{ nextOn: null, nextAt: null, answer: 'helped' as const, ready: turn === 0 ? true : null, goal: null },
			...{ confidence: '', absent: [] }
		};
		const { id: meeting } = await act(db, mentor, (tx) => recordMeeting(tx, mentor, work, null, record, calendar, now));
		const silent = turn === days.length - 1 || (at === 1 && turn > 0);
		const said = {
			token: randomUUID(),
			answer: 'helped' as const,
			words: '',
			ready: turn === 0 ? true : null,
			shared: false
		};
		if (!silent) await act(db, mentee, (tx) => giveFeedback(tx, mentee, meeting, said, noon(actor, day, 240)));
	}
	if (at === 2 || days.length < 2) return;
	const coming = meetingDates({ from: addDays(today, 3 + at), to: pair.to }, 14, calendar);
	const seen = planOf([], today);
	if (coming.length > 0 && seen.length === 0)
		await act(db, mentor, (tx) =>
			planMeetings(
				tx,
				mentor,
				id,
				{ token: randomUUID(), day: coming, startsAt: '14:30', lasts: 40, place: 'каб. 12', seen: '' },
				calendar,
				noon(actor, today, -120)
			)
		);
}

const termOf = ({ from, to }: Span): Span => ({ from: addDays(from, -31), to: addDays(to, 62) });
