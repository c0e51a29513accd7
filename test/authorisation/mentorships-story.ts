import type { Actor } from '../../src/core/actor';
import { id, now, type TestDatabase } from '../stories';
import { unkind } from './understood';

type School = { organisationId: string; curator: Actor; mentor: Actor; mentee: Actor; teacher: Actor };

/** A pair that waits for its answers, with what was told in confidence; an order of another one, long over. */
export async function someMentorships(
	{ owner }: TestDatabase,
	{ organisationId: organisation_id, curator, mentor, mentee, teacher }: School
) {
	const [pair, past, step, ordered, ended, order] = [id(), id(), id(), id(), id(), id()];
	const by = curator.personId;
	await owner
		.insertInto('mentorships')
		.values(
			[pair, past].map((one) => ({
				...{ organisation_id, id: one, kind: 'one-to-one' as const, form: 'pair' as const },
				...{ content: `Помогает с уроками${unkind}`, made_at: now.at, made_by: by }
			}))
		)
		.execute();
	await owner
		.insertInto('mentorship_orders')
		.values({
			...{ organisation_id, id: order, act_kind: 'order', series: 'main', number: `16/1-О${unkind}` },
			...{ signed_on: '2025-09-10', registered_at: now.at, registered_by: by }
		})
		.execute();
	const common = { organisation_id, recorded_at: now.at, recorded_by: by, words: unkind };
	const term = '[2025-09-01,2026-06-01)';
	await owner
		.insertInto('mentorship_steps')
		.values([
			{
				...{ ...common, id: step, mentorship_id: pair, act_id: id(), position: 1, what: 'proposed' as const },
				...{ on_date: now.today, term: '[2026-09-01,2027-06-01)', person_id: mentor.personId }
			},
			{
				...{ ...common, id: ordered, mentorship_id: past, act_id: id(), position: 1, what: 'proposed' as const },
				...{ on_date: '2025-09-01', term }
			},
			{
				...{ ...common, id: id(), mentorship_id: past, act_id: id(), position: 2, what: 'ordered' as const },
				...{ on_date: '2025-09-10', order_id: order }
			},
			{
				...{ ...common, id: ended, mentorship_id: past, act_id: id(), position: 3, what: 'ended' as const },
				...{ on_date: '2026-03-01', reason: 'circumstances' as const }
			}
		])
		.execute();
	await owner
		.insertInto('mentorship_confidences')
		.values({ organisation_id, step_id: ended, words: `Не сошлись характерами${unkind}` })
		.execute();
	const two = { organisation_id, mentor_id: mentor.personId, mentee_id: mentee.personId };
	await owner
		.insertInto('mentorship_pairs')
		.values([
			{ ...two, id: id(), mentorship_id: pair, joined_step: step, period: '[2026-09-01,2027-06-01)' },
			{ ...two, id: id(), mentorship_id: past, joined_step: ordered, period: '[2025-09-01,2026-03-02)' }
		])
		.execute();
	const [fact, search, found] = [id(), id(), id()];
	const whose = { organisation_id, person_id: teacher.personId };
	await owner
		.insertInto('search_facts')
		.values({
			...{ ...whose, id: fact, what: 'support-wanted', on_date: now.today, note: unkind },
			...{ recorded_at: now.at, recorded_by: by }
		})
		.execute();
	await owner
		.insertInto('mentor_searches')
		.values([
			{ ...whose, id: search, subject: 'химия', asked_on: now.today, asked_at: now.at, asked_by: by },
			{
				...{ ...whose, id: found, subject: 'химия', asked_on: now.today, asked_at: now.at, asked_by: by },
				...{ closed_on: now.today, closed_because: 'no-need' as const, closed_at: now.at }
			}
		])
		.execute();
	const guest = id();
	await owner
		.insertInto('people')
		.values({ organisation_id, id: guest, family_name: 'Панова', given_name: 'Ирина', created_at: now.at })
		.execute();
	await owner
		.insertInto('guests')
		.values({
			...{ organisation_id, id: id(), person_id: guest, works_at: `Школа № 5${unkind}`, contact: `2-33-44${unkind}` },
			...{ post: `учитель${unkind}`, number: 1, written_at: now.at, written_by: by }
		})
		.execute();
	const [plea, own, answer] = [id(), id(), id()];
	const asks = {
		organisation_id,
		mentorship_id: pair,
		asked_on: now.today,
		asked_at: now.at,
		words: `Не справляюсь${unkind}`
	};
	await owner
		.insertInto('pleas')
		.values([
			{ ...asks, id: plea, person_id: mentee.personId, wish: 'change', reader: 'curator' },
			{ ...asks, id: own, person_id: mentor.personId, wish: 'help', reader: 'psychologist' }
		])
		.execute();
	await owner
		.insertInto('plea_steps')
		.values({
			...{ organisation_id, id: answer, plea_id: plea, what: 'answered', on_date: now.today, words: unkind },
			...{ recorded_at: now.at, recorded_by: by }
		})
		.execute();
	return {
		'/mentorship-guests/:id': guest,
		'/mentorship-guests/:id/undoing': guest,
		'/pleas/:id': plea,
		'/my-pleas/:id': own,
		'/search-facts/:id': fact,
		'/mentor-searches/:id': found,
		'/mentor-exchange/:id': { above: search },
		'/mentorships/:id': pair,
		'/mentorships/:id/forms/:form': 'suspension',
		'/mentorships/export/:format': { everybodys: 'xlsx' },
		'/mentorship-orders/:id': order,
		'/my-pair/:id': pair
	};
}
