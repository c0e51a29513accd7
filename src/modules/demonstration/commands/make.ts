import { stories } from '../../../../db/seeds/stories';
import type { SeedOrganisation } from '../../../../db/seeds/story';
import { nowIn } from '../../../core/dates';
import type { Db } from '../../../db/connection';
import { yearOf } from '../rules';
import { gatherConsents } from './consents';
import { holdEvents } from './events';
import { found } from './found';
import { sortStaff } from './groups';
import { carryOut, fillCalendar, publish, type ReadImport, takeToWork } from './live';
import { matchPeople } from './matching';
import { lookOn, makeMentorships } from './mentorships';
import { describePractices } from './practices';
import { takeQuestionnaires } from './questionnaires';
import { fillRegisters } from './registry';
import { chooseMentors } from './selection';
import { askAround } from './surveys';
import { pairUp, talk, type WakeUp, wakeUp } from './talk';

type Making = { db: Db; owner: Db; read: ReadImport; wake: WakeUp; today: string };

const mixed = {
	real: 'В этой папке уже лежат настоящие данные: демонстрация рядом с ними не запускается. Укажите для неё другую папку, например: DATA=./data-demo',
	demonstration:
		'В этой папке лежит демонстрация: в неё входят без пароля, и настоящим данным здесь не место. Укажите другую папку, например: DATA=./data'
};

/** Where real people's data lie no demonstration is made, and nobody enters without a password. */
export class RealData extends Error {
	constructor(lies: keyof typeof mixed = 'real') {
		super(mixed[lies]);
	}
}

/** Somebody switched it off in the middle. */
export class HalfMade extends Error {
	constructor() {
		super('Демонстрация была прервана на середине. Удалите её папку с данными (./data-demo) и запустите ещё раз.');
	}
}

const sizeOf = (organisations: readonly SeedOrganisation[]): number =>
	organisations.reduce((sum, { below = [] }) => sum + 1 + sizeOf(below), 0);

/**
 * Makes the demonstration once; a folder that holds one already is left as it is. Each organisation gets its year, its
 * plan and what has been done by `today`, through the product's own commands. Answers whether it was made now.
 */
export async function makeDemonstration(making: Making): Promise<boolean> {
	const { owner } = making;
	const instance = await owner.selectFrom('instance').select('demonstration').executeTakeFirstOrThrow();
	const { count } = await owner
		.selectFrom('organisations')
		.select((is) => is.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	if (count > 0 && !instance.demonstration) throw new RealData();
	if (count > 0 && count < sizeOf(stories.map((story) => story.organisation))) throw new HalfMade();
	if (count > 0) return false;

	await owner.updateTable('instance').set({ demonstration: true }).execute();
	let order = 0;
	const nextMoment = () => new Date(Date.parse(`${yearOf(making.today).calendarOn}T05:00:00Z`) + order++ * 60_000);
	for (const story of stories) await settle(making, story.organisation, null, nextMoment);
	return true;
}

/** One organisation with everything below it. */
async function settle(making: Making, seed: SeedOrganisation, parent: string | null, nextMoment: () => Date) {
	const { db, owner, read, wake, today } = making;
	const { organisationId, actorOf } = await found(owner, seed, parent, nowIn(seed.timeZone, nextMoment()));
	const leader = actorOf('curator') ?? actorOf('methodologist') ?? actorOf('authority');
	if (leader) await fillCalendar(db, leader, today);
	if (leader && seed.roadmap) {
		const plan = await takeToWork(db, leader, seed.roadmap, read, today);
		if (seed.roadmap.published) await publish(db, leader, plan, seed.roadmap.published, today);
		await pairUp(db, leader, plan, seed.roadmap.pairs ?? [], today);
		await carryOut(db, leader, plan, seed.roadmap.progress, today);
		await talk(db, leader, plan, { ...seed.roadmap, actorOf }, today);
		await wakeUp(leader, wake, today);
	}
	const curator = actorOf('curator');
	if (curator && (actorOf('mentor') ?? actorOf('mentee'))) {
		await gatherConsents(db, curator, today);
		await sortStaff(db, curator, today);
		await fillRegisters(db, curator, today);
		await askAround(db, curator, today);
		await takeQuestionnaires(db, curator, today);
		await chooseMentors(db, curator, today);
		await holdEvents(db, curator, today);
		await matchPeople(db, curator, today); // before there are pairs
		await makeMentorships(db, curator, seed.roadmap?.pairs ?? [], today);
		await lookOn(db, curator, parent !== null, today);
		await describePractices(db, curator, today);
	}
	for (const below of seed.below ?? []) await settle(making, below, organisationId, nextMoment);
}
