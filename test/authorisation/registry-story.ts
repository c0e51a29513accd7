import type { Actor } from '../../src/core/actor';
import { readPasted } from '../../src/modules/people/readers/read-table';
import { foreignDraft } from '../../src/modules/registry/rules/exchange/columns';
import { startingMapping } from '../../src/modules/registry/rules/exchange/mapping';
import { id, now, type TestDatabase } from '../stories';
import { unkind } from './understood';

type School = { organisationId: string; curator: Actor; teacher: Actor };

/** Somebody in a register with a request taken up, an offer, and work in the programme that is over. */
export async function someRegistry(
	{ owner }: TestDatabase,
	{ organisationId: organisation_id, curator, teacher }: School
) {
	const [entry, enteringAct, left, leavingAct, programme, request, event, offer] = Array.from({ length: 8 }, id) as [
		string,
		string,
		string,
		string,
		string,
		string,
		string,
		string
	];
	const by = curator.personId;
	const person_id = teacher.personId;
	const entered = { organisation_id, person_id, entered_at: now.at, entered_by: by, basis: `Выбор${unkind}` };
	await owner
		.insertInto('register_entries')
		.values([
			{ ...entered, id: id(), act_id: enteringAct, register: 'mentors', period: '[2026-09-01,)' },
			{ ...entered, id: entry, act_id: id(), register: 'mentees', period: '[2026-09-01,)' },
			{
				...entered,
				id: left,
				person_id: curator.personId,
				act_id: id(),
				register: 'mentees',
				period: '[2025-09-01,2026-06-01)',
				left_reason: 'completed',
				left_note: `Год${unkind}`,
				left_act_id: leavingAct,
				left_at: now.at,
				left_by: by
			}
		])
		.execute();
	const recorded = { recorded_at: now.at, recorded_by: by };
	await owner
		.insertInto('programme_periods')
		.values({
			organisation_id,
			id: programme,
			entry_id: entry,
			period: '[2026-09-02,2026-09-05)',
			partner_note: `Сосед${unkind}`,
			outcome: 'completed',
			results: unkind,
			...recorded
		})
		.execute();
	await owner
		.insertInto('mentee_requests')
		.values({
			organisation_id,
			id: request,
			person_id,
			words: `Прошу помочь${unkind}`,
			priority: 1,
			source: 'words',
			said_on: '2026-09-01',
			confirmed_at: now.at,
			confirmed_by: by,
			...recorded
		})
		.execute();
	await owner
		.insertInto('request_events')
		.values({ organisation_id, id: event, request_id: request, what: 'taken', on_date: '2026-09-02', ...recorded })
		.execute();
	await owner
		.insertInto('mentor_offers')
		.values({
			organisation_id,
			id: offer,
			person_id,
			competences: ['methods'],
			achievements: `Конкурс${unkind}`,
			formats: ['group'],
			capacity: 2,
			source: 'words',
			said_on: '2026-09-01',
			confirmed_at: now.at,
			confirmed_by: by,
			...recorded
		})
		.execute();
	const [decidingAct, edition, gap, interview, note, round] = Array.from({ length: 6 }, id) as [
		string,
		string,
		string,
		string,
		string,
		string
	];
	await owner
		.insertInto('selection_decisions')
		.values({
			organisation_id,
			id: id(),
			act_id: decidingAct,
			person_id,
			register: 'mentors',
			decision: 'later',
			reason: unkind,
			decided_on: '2026-09-02',
			decided_at: now.at,
			decided_by: by
		})
		.execute();
	const frozen = {
		headings: ['№', 'ФИО'],
		rows: [['1', `Жукова${unkind}`]],
		people: [{ id: person_id, name: `Жукова${unkind}` }],
		organisation: 'МБОУ'
	};
	await owner
		.insertInto('register_editions')
		.values({
			organisation_id,
			id: edition,
			register: 'mentees',
			number: 1,
			approved_on: '2026-09-03',
			contents: JSON.stringify(frozen),
			sha256: '0'.repeat(64),
			approved_at: now.at,
			approved_by: by
		})
		.execute();
	const gaps = { rows: [], unasked: [unkind], requests: 1, offers: 1, organisation: 'МБОУ' };
	await owner
		.insertInto('gap_reports')
		.values({
			organisation_id,
			id: gap,
			conclusion: unkind,
			contents: JSON.stringify(gaps),
			accepted_on: '2026-09-03',
			accepted_at: now.at,
			accepted_by: by
		})
		.execute();
	await owner
		.insertInto('interviews')
		.values({
			organisation_id,
			id: interview,
			person_id,
			register: 'mentees',
			answers: JSON.stringify([{ question: `Что трудно?${unkind}`, answer: unkind }]),
			outcome: 'recommended',
			held_on: '2026-09-02',
			conducted_by: by,
			...recorded
		})
		.execute();
	await owner
		.insertInto('interview_notes')
		.values({
			organisation_id,
			id: note,
			interview_id: interview,
			text: `Тихо${unkind}`,
			visibility: 'me',
			written_at: now.at,
			written_by: by
		})
		.execute();
	await owner
		.insertInto('interview_rounds')
		.values({
			organisation_id,
			id: round,
			register: 'mentees',
			since: '2026-09-01',
			finished_on: '2026-09-04',
			contents: JSON.stringify({ people: [], organisation: unkind }),
			finished_at: now.at,
			finished_by: by
		})
		.execute();
	return {
		...(await someExchange(owner, { organisation_id, by })),
		'/register-acts/:id/decisions/undoing': decidingAct,
		'/register-editions/:id': edition,
		'/gap-reports/:id': gap,
		'/interviews/:id': interview,
		'/interviews/people/:id': person_id,
		'/interviews/questions/:register': { everybodys: 'mentors' },
		'/interviews/round/:register': { everybodys: 'mentors' },
		'/interview-notes/:id': note,
		'/interview-rounds/:id': round,
		'/registry/:register': { everybodys: 'mentees' },
		'/registry/:register/export/:format': { everybodys: 'xlsx' },
		'/registry/people/:id': person_id,
		'/register-acts/:id': enteringAct,
		'/register-acts/:id/leavings/undoing': leavingAct,
		'/register-entries/:id': entry,
		'/programme-periods/:id': programme,
		'/mentee-requests/:id': request,
		'/request-events/:id': event,
		'/mentor-offers/:id': offer
	};
}

/** An order of columns, another taken away; a file on its way in, and one that was loaded. */
async function someExchange(
	owner: TestDatabase['owner'],
	{ organisation_id, by }: { organisation_id: string; by: string }
) {
	const [mapping, removed, file, loaded] = [id(), id(), id(), id()];
	const { columns } = startingMapping('mentees', 'apart');
	const saved = {
		organisation_id,
		register: 'mentees' as const,
		columns: JSON.stringify(columns),
		saved_at: now.at,
		saved_by: by
	};
	await owner
		.insertInto('exchange_mappings')
		.values([
			{ ...saved, id: mapping, name: `АСУ РСО${unkind}` },
			{ ...saved, id: removed, name: `Прежний${unkind}`, removed_at: now.at }
		])
		.execute();
	const draft = foreignDraft(readPasted(`ФИО\tОсновной запрос\nСомова Лия ${unkind}\tПомочь${unkind}`), 'mentees');
	const done = {
		counts: { added: 0, entered: 0, changed: 0, same: 1, left: 0 },
		...{ people: [], cards: [], acts: [], requests: [], offers: [], programmes: [], ended: [] }
	};
	const read = { organisation_id, register: 'mentees' as const, created_at: now.at, created_by: by };
	await owner
		.insertInto('register_imports')
		.values([
			{ ...read, id: file, source_name: `РЦ${unkind}`, draft: JSON.stringify(draft) },
			{
				...read,
				id: loaded,
				source_name: `АИС${unkind}`,
				draft: null,
				accepted_at: now.at,
				accepted_by: by,
				done: JSON.stringify(done)
			}
		])
		.execute();
	return {
		'/exchange-mappings/:id': mapping,
		'/exchange-mappings/:id/restoration': removed,
		'/exchange-mappings/:id/export/:format': 'xlsx',
		'/register-imports/:id': file,
		'/register-imports/:id/rows/:number': '2',
		'/register-imports/:id/undoing': loaded
	};
}
