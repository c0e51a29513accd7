import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addDays } from '../../../core/dates';
import { asActor } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { enterRegister } from '../../registry/commands/entries';
import { recordOffer } from '../../registry/commands/offers';
import { noteRequestEvent, proposeRequest, recordRequest } from '../../registry/commands/requests';
import { listCandidates } from '../../registry/queries/candidates';
import { listRegister } from '../../registry/queries/register';
import type { Register } from '../../registry/rules/registers';
import { registers } from '../../registry/rules/registers';
import { yearOf } from '../rules';
import { act, noon } from './live';

const asks = [
	['Как удержать внимание класса весь урок', 'discipline', 'motivation', 1],
	['Как оценивать, чтобы не спорили о каждой отметке', 'assessment', 'parents', 2],
	['Разобраться с рабочей программой и электронным журналом', 'papers', 'journal', 2],
	['Как провести первое родительское собрание', 'parents', 'speaking', 1],
	['Подготовить ребят к ОГЭ и не растерять сильных', 'exam', 'gifted', 3]
] as const;

const gives = [
	[
		['discipline', 'motivation', 'lesson-plan'],
		'Победитель конкурса «Учитель года» района',
		'вторник и четверг после 14:00',
		2
	],
	[['assessment', 'exam', 'subject'], 'Эксперт комиссии по проверке ОГЭ', 'среда, методический день', 1],
	[['parents', 'upbringing', 'stress'], 'Двадцать лет классный руководитель', 'понедельник после шестого урока', 2],
	[['digital', 'journal', 'distance'], 'Ведёт школьный кружок программирования', 'по договорённости', 3]
] as const;

/** Both registers after August: most have said what they need or can, one answer still waits for the curator's look. */
export async function fillRegisters(db: Db, actor: Actor, today: string) {
	const { acceptedOn } = yearOf(today);
	const day = noon(actor, addDays(acceptedOn, 4), 10);
	const read = async <T>(ask: (tx: Parameters<typeof listCandidates>[0]) => Promise<T>) =>
		(await asActor(db, actor, 'read only', async (tx) => ({ ok: true, value: await ask(tx) }))).value;
	const enter = async (register: Register) => {
		const candidates = await read((tx) => listCandidates(tx, actor, register, day));
		const person = candidates.filter(({ roles }) => roles.includes(registers[register].role)).map(({ id }) => id);
		if (person.length === 0) return [];
		const basis = register === 'mentors' ? 'согласился быть наставником' : 'просит помощи наставника';
		const entering = { token: randomUUID(), person, from: day.today, basis };
		await act(db, actor, (tx) => enterRegister(tx, actor, register, entering, day));
		return read((tx) => listRegister(tx, actor, register, day));
	};
	const [mentors, mentees] = [await enter('mentors'), await enter('mentees')];
	for (const [at, { personId }] of mentors.entries()) {
		if (at % 5 === 4) continue; // not asked yet
		const [competences, achievements, freeTime, capacity] = gives[at % gives.length] as (typeof gives)[number];
		const offer = {
			token: randomUUID(),
			competences: [...competences],
			otherCompetences: '',
			achievements,
			interests: '',
			formats: at % 2 ? ['one-to-one', 'group'] : ['one-to-one'],
			capacity,
			freeTime,
			wishes: '',
			category: at % 2 ? ('highest' as const) : ('first' as const),
			source: 'words' as const,
			sourceNote: '',
			saidOn: day.today,
			until: null
		};
		await act(db, actor, (tx) => recordOffer(tx, actor, personId, offer, day));
	}
	for (const [at, { personId }] of mentees.entries()) {
		if (at % 6 === 5) continue;
		const [words, first, second, priority] = asks[at % asks.length] as (typeof asks)[number];
		const request = {
			words,
			priority,
			format: 'one-to-one',
			source: at % 6 === 3 ? ('survey' as const) : ('words' as const),
			sourceNote: '',
			saidOn: day.today,
			deficits: [
				{ topic: first, source: 'self' as const, level: 3 },
				{ topic: first, source: 'curator' as const, level: 2 },
				{ topic: second, source: 'self' as const, level: 1 + (at % 2) }
			]
		};
		if (at % 6 === 3) {
			await act(db, actor, async (tx) => ({
				ok: true,
				value: await proposeRequest(tx, actor, personId, request, day)
			}));
			continue;
		}
		const id = await act(db, actor, (tx) =>
			recordRequest(tx, actor, personId, { token: randomUUID(), ...request }, day)
		);
		if (at % 3 !== 0) continue;
		const later = noon(actor, addDays(day.today, 7));
		if (later.today > today) continue;
		const taken = { token: randomUUID(), what: 'taken' as const, on: later.today, note: '' };
		await act(db, actor, (tx) => noteRequestEvent(tx, actor, { id, saidOn: day.today }, taken, later));
	}
}
