import type { Actor } from '../src/core/actor';
import { id, now, type TestDatabase } from './stories';

const own = ({ organisationId }: Actor) => ({ organisation_id: organisationId });

/** The words stand in every room that keeps something about Борис. */
export const marker = 'приметное слово Гусева';
/** Answers with the id of the scan of a consent. */
export async function everythingAbout({ owner }: TestDatabase, { mentee, curator }: { mentee: Actor; curator: Actor }) {
	const [set, group, question, version, wave, participant, scan] = [id(), id(), id(), id(), id(), id(), id()];
	const mine = { ...own(mentee), person_id: mentee.personId };
	const by = curator.personId;
	await owner
		.updateTable('people')
		.set({ note: marker, email: 'gusev@example.org', phone: '+7 900 000-00-01', born_on: '1998-03-04' })
		.where('id', '=', mentee.personId)
		.execute();
	await owner
		.insertInto('person_subjects')
		.values({ ...mine, subject: marker })
		.execute();
	await owner
		.insertInto('group_sets')
		.values({ ...own(mentee), id: set, name: 'Периоды', exclusive: true, added_at: now.at, added_by: by })
		.execute();
	await owner
		.insertInto('staff_groups')
		.values({ ...own(mentee), id: group, set_id: set, position: 0, code: 'А', name: 'Начинающие' })
		.execute();
	await owner
		.insertInto('group_opinions')
		.values({
			...mine,
			id: id(),
			set_id: set,
			group_id: group,
			source: 'observer',
			note: marker,
			said_on: now.today,
			said_at: now.at,
			said_by: by
		})
		.execute();
	await owner
		.insertInto('files')
		.values({
			...own(mentee),
			id: scan,
			name: 'скан.pdf',
			media_type: 'application/pdf',
			size: 3,
			sha256: Buffer.alloc(32),
			uploaded_at: now.at,
			uploaded_by: by
		})
		.execute();
	await owner
		.insertInto('file_chunks')
		.values({ ...own(mentee), file_id: scan, position: 0, bytes: Buffer.from('abc') })
		.execute();
	await owner
		.insertInto('consents')
		.values({
			...mine,
			id: id(),
			kind: 'processing',
			given_on: '2021-09-01',
			how: 'paper',
			file_id: scan,
			recorded_at: now.at,
			recorded_by: by
		})
		.execute();
	const content = {
		title: 'Запросы',
		intro: '',
		thanks: '',
		sections: [
			{
				title: '',
				about: '',
				questions: [
					{ code: 'q1', kind: 'text', long: true, text: 'Что трудно?', help: '', required: false },
					{
						code: 'q2',
						kind: 'scale',
						from: 1,
						to: 10,
						low: '',
						high: '',
						text: 'Насколько?',
						help: '',
						required: false
					}
				]
			}
		]
	};
	await owner
		.insertInto('questionnaires')
		.values({ ...own(mentee), id: question, draft: '{}', added_at: now.at, added_by: by })
		.execute();
	await owner
		.insertInto('questionnaire_versions')
		.values({
			...own(mentee),
			id: version,
			questionnaire_id: question,
			number: 1,
			content: JSON.stringify(content),
			content_hash: Buffer.alloc(32),
			published_at: now.at,
			published_by: by
		})
		.execute();
	await owner
		.insertInto('survey_waves')
		.values({
			...own(mentee),
			id: wave,
			version_id: version,
			series_id: wave,
			title: 'Запросы педагогов',
			identity: 'named',
			readers: ['curator'],
			opens_on: now.today,
			closes_on: now.today,
			added_at: now.at,
			added_by: by,
			opened_at: now.at,
			opened_by: by
		})
		.execute();
	await owner
		.insertInto('survey_participants')
		.values({ ...mine, id: participant, wave_id: wave, answered: true })
		.execute();
	await owner
		.insertInto('survey_answers')
		.values({
			...own(mentee),
			id: id(),
			participant_id: participant,
			answers: JSON.stringify({ q1: { text: marker }, q2: { number: 7 } }),
			how: 'program',
			answered_at: now.at
		})
		.execute();
	await inTheBanks({ owner }, mentee, by);
	return { scan };
}

/** In a register with a reason, asked of, judged, and talked with. */
async function inTheBanks({ owner }: Pick<TestDatabase, 'owner'>, person: Actor, by: string) {
	const mine = { ...own(person), person_id: person.personId };
	const recorded = { recorded_at: now.at, recorded_by: by };
	const [request, interview] = [id(), id()];
	await owner
		.insertInto('register_entries')
		.values({
			...mine,
			...{ id: id(), act_id: id(), register: 'mentees', period: '[2026-09-01,)', basis: marker },
			...{ entered_at: now.at, entered_by: by }
		})
		.execute();
	await owner
		.insertInto('criterion_marks')
		.values({
			...mine,
			id: id(),
			criterion: 'Нет возражений',
			met: true,
			note: marker,
			marked_at: now.at,
			marked_by: by
		})
		.execute();
	await owner
		.insertInto('mentee_requests')
		.values({
			...mine,
			...{ id: request, words: marker, priority: 1, source: 'words', said_on: '2026-09-01' },
			...{ ...recorded, confirmed_at: now.at, confirmed_by: by }
		})
		.execute();
	await owner
		.insertInto('request_deficits')
		.values({ ...own(person), request_id: request, topic: 'discipline', source: 'self', level: 3 })
		.execute();
	await owner
		.insertInto('request_events')
		.values({
			...own(person),
			...{ id: id(), request_id: request, what: 'taken', on_date: '2026-09-02', note: marker, ...recorded }
		})
		.execute();
	await owner
		.insertInto('interviews')
		.values({
			...mine,
			...{ id: interview, register: 'mentees', answers: JSON.stringify([{ question: 'Что трудно?', answer: marker }]) },
			...{ outcome: 'recommended', outcome_note: marker, held_on: '2026-09-02', conducted_by: by, ...recorded }
		})
		.execute();
	await owner
		.insertInto('interview_notes')
		.values({
			...own(person),
			...{ id: id(), interview_id: interview, text: marker, visibility: 'me', written_at: now.at, written_by: by }
		})
		.execute();
	const event = id();
	await owner
		.insertInto('events')
		.values({
			...own(person),
			...{
				id: event,
				kind: 'Приглашение стать наставником',
				meets: false,
				title: 'Ищем наставников',
				held_on: '2026-09-02'
			},
			...{ audience: '{}', calls_mentors: true, made_at: now.at, made_by: by, changed_at: now.at }
		})
		.execute();
	await owner
		.insertInto('event_people')
		.values({ ...own(person), event_id: event, person_id: person.personId, replied_at: now.at, reply: marker })
		.execute();
}
