import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { addressIn, textOf } from '../../../test/event-story';
import { bundledTool } from '../../../test/reader';
import { as, timeZone } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';
import type { Actor, OrganisationKind } from '../../core/actor';
import { isFor } from '../documents/rules/documents';
import { ownTemplateCodes, ownTemplates } from '../documents/rules/library/templates';
import { readImport } from '../roadmap/jobs';
import { makeDemonstration } from './commands/make';

const today = '2026-11-21';
const at = () => new Date(`${today}T06:00:00Z`);
let world: TestWorld;

beforeAll(async () => {
	const [one, tool] = await Promise.all([freshDatabase(), bundledTool()]);
	world = one;
	await makeDemonstration({
		...one,
		read: (author, importId, { at: moment }) =>
			readImport({ db: one.db, cli: tool.cli, clock: () => new Date(moment), actorOf: async () => undefined }, author, {
				importId
			}),
		wake: async () => {},
		today
	});
}, 600_000);

/** Whoever has a role in an organisation of the demonstration. */
async function somebody(kind: OrganisationKind, role: 'curator' | 'authority') {
	const { rows } = await sql<{ organisationId: string; personId: string; name: string }>`
		select o.organisation_id as "organisationId", r.person_id as "personId", o.name from organisations o
		join role_periods r on r.organisation_id = o.organisation_id and r.role = ${role} and r.period @> ${today}::date
		where o.kind = ${kind} order by o.name, r.person_id limit 1`.execute(world.owner);
	const [found] = rows;
	if (!found) throw new Error(`nobody is ${role} there`);
	const { name, ...ids } = found;
	const actor: Actor = {
		...{ ...ids, accountId: ids.personId, sessionId: ids.personId, timeZone, roles: [role], name: 'Агапова А. Т.' },
		organisation: { name, kind, onePersonMode: false }
	};
	return as(world, actor, at);
}

/** A pair gets another mentor, another pair a longer term: by their own forms, as a curator writes such things down. */
async function changedPairs(vera: ReturnType<typeof as>) {
	const { rows } = await sql<{ id: string; mentor: string; last: string; other: string }>`
		select p.mentorship_id as id, p.mentor_id as mentor, to_char(upper(p.period) + 20, 'DD.MM.YYYY') as last,
			(select w.person_id from posts w where w.organisation_id = p.organisation_id and w.title like 'учитель%'
				and not exists (select from mentorship_pairs q where q.organisation_id = w.organisation_id
					and w.person_id in (q.mentor_id, q.mentee_id)) order by w.person_id limit 1) as other
		from mentorship_pairs p join organisations o on o.organisation_id = p.organisation_id and o.kind = 'lyceum'
		where p.removed_at is null and not p.void and p.period @> ${today}::date order by p.id`.execute(world.owner);
	let [replaced, extended] = [false, false];
	for (const { id, mentor, last, other } of rows) {
		const card = `/mentorships/${id}`;
		const reason = { was: mentor, person: other, on: '20.11.2026', reason: 'sick-leave', confidence: 'on' };
		if (!replaced) replaced = (await vera.post(`${card}/replacement`, reason)).status === 303;
		else if (!extended) extended = (await vera.post(`${card}/extension`, { to: last })).status === 303;
	}
	expect([replaced, extended]).toEqual([true, true]);
}

test('every kind of paper is made of the lyceum of the demonstration through its pages, and reads as a paper', async () => {
	const vera = await somebody('lyceum', 'curator');
	await changedPairs(vera);
	for (const code of ownTemplateCodes.filter((one) => isFor(ownTemplates[one].whose, 'lyceum'))) {
		const { asks } = ownTemplates[code];
		const usual = Object.fromEntries(asks.flatMap(({ name, usual: said }) => (said ? [[name, said]] : [])));
		const answer = await (asks.length > 0
			? vera.post(`/documents/${code}/particulars`, { version: '0', ...usual })
			: vera.post(`/documents/${code}/making`, {}));
		expect(answer.status, code).toBe(303);
		const led = addressIn(answer);
		const list = led === '/documents/made' ? await textOf(vera.get(`${led}?code=${code}`)) : '';
		const page = list ? (/href="(\/documents\/made\/0[^"?]+)"/.exec(list)?.[1] ?? '') : led;
		const file = /href="(\/files\/[^"]+)"/.exec(await textOf(vera.get(page)))?.[1] ?? '';
		const paper = (await paragraphsOf(vera.get(file))).join('\n');
		expect(paper.length, code).toBeGreaterThan(100);
		expect(paper.match(/.*(undefined|null|NaN|\[object|[{}]).*/g) ?? [], code).toEqual([]);
		expect(paper, `${code}: a double sign`).not.toMatch(/[,;:]{2}|\.\.(?!\.)|,\.| ,/);
	}
}, 300_000);
