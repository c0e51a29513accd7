import { createHash } from 'node:crypto';
import { type Actor, type Role, workingRoles } from '../../src/core/actor';
import { asRange } from '../../src/core/dates';
import { readPasted } from '../../src/modules/people/readers/read-table';
import { draftOf as draftOfStaff } from '../../src/modules/people/rules/staff-import/draft';
import { draftOf } from '../../src/modules/roadmap/rules/draft';
import type { Frozen } from '../../src/modules/roadmap/rules/plan-contents';
import { hashOf } from '../../src/modules/roadmap/rules/plan-hash';
import type { TemplateContents } from '../../src/modules/roadmap/rules/template';
import { aPlan as aPlanAtWork } from '../plans';
import { aSchool, id, now, type TestDatabase } from '../stories';
import { anEdition, aWave, howAreYou } from '../survey-story';
import { someDocuments } from './documents-story';
import { someEvents } from './events-story';
import type { Eyes, Place } from './expected';
import { someMatching } from './matching-story';
import { someMeetings } from './meetings-story';
import { someMentorships } from './mentorships-story';
import { somePractices } from './practices-story';
import { someRegistry } from './registry-story';
import { someResults } from './results-story';
import { secretTitle, understood, unkind } from './understood';
import type { Nouns } from './walk';

type School = Awaited<ReturnType<typeof aSchool>>;
type Noun = Nouns[string];

const later = '2027-09-05T14:00:00Z';

/** A school where every noun exists once, its neighbour, and the resource centre above them. */
export async function aFullSchool(database: TestDatabase) {
	const centre = await aSchool(database, {
		name: 'РЦ «Исток»',
		kind: 'resource-centre',
		roles: ['methodologist', 'authority', 'curator', 'administrator']
	});
	const school = await aSchool(database, { name: `Заречная школа${unkind}`, parent: centre.organisationId });
	const neighbour = await aSchool(database, { name: 'Луговая школа', parent: centre.organisationId });
	const farCentre = await aSchool(database, {
		name: 'РЦ «Даль»',
		kind: 'resource-centre',
		roles: ['methodologist', 'authority']
	});
	for (const one of [centre, school, neighbour, farCentre]) await giveAccounts(database, one);

	const plan = await aPlan(database, school);
	const access = await someAccess(database, school);
	const nouns: Record<string, Noun> = {
		'/calendar-feed/:file': { everybodys: 'nobody.ics' },
		'/letters/:key': { everybodys: 'nobody' },
		'/check/:code': { everybodys: 'nobody' },
		'/calendar/:year': { everybodys: '2026' },
		'/roadmap/starters/:code': { everybodys: 'small' },
		'/legal-acts/:key': { everybodys: 'education-law' },
		'/local-acts/:code': { everybodys: 'regulation' },
		'/documents/:code': { everybodys: 'mentor-consent' },
		'/documents/:code/particulars': { everybodys: 'pairing-order' },
		'/documents/:code/paper.docx': { everybodys: 'pairing-order' },
		'/schools/:id': { above: school.organisationId },
		...(await aCalendar(database, school)),
		...(await somePeople(database, school)),
		...(await someConsents(database, school)),
		...(await someGroups(database, school)),
		...(await someSurveys(database, school)),
		...(await someRegistry(database, school)),
		...(await someMatching(database, school)),
		...(await someResults(database, school)),
		...(await someEvents(database, school)),
		...(await somePractices(database, school)),
		...(await someMentorships(database, school)),
		...(await someMeetings(database, school)),
		...(await someDocuments(database, school)),
		...plan,
		...access,
		...(await someTemplate(database, { centre, plan: plan['/roadmap/:id'], by: school.curator }))
	};
	return {
		nouns,
		everybody: everybodyOf({ school, neighbour, centre, farCentre }),
		school,
		secrets: secretsOf(school, nouns)
	};
}

const actorsOf = ({ organisationId: _, ...actors }: School) => Object.entries(actors) as [Role, Actor][];

/** A visitor, each role of the school, the same role of the neighbour, the level above, a level above others. */
function everybodyOf({ school, neighbour, centre, farCentre }: Record<string, School>): Eyes[] {
	const all = (whose: string, of: School | undefined, place: Place) =>
		of ? actorsOf(of).map(([role, actor]) => ({ name: `${whose} ${role}`, actor, place })) : [];
	return [
		{ name: 'a visitor', actor: undefined, place: 'street' },
		...all('the', school, 'school'),
		...(school ? [{ name: 'the curator of all trades', actor: alone(school.curator), place: 'school' as const }] : []),
		...all("the neighbour's", neighbour, 'beside'),
		...all('the upper', centre, 'above'),
		...all('a distant', farCentre, 'elsewhere')
	];
}

/** One-person mode: the curator does for everyone. */
const alone = (curator: Actor): Actor => ({ ...curator, roles: workingRoles(curator.roles, true) });

/** What nobody outside may ever read: ids of the school's things, and the words only its plan holds. */
const secretsOf = (school: School, nouns: Record<string, Noun>) => [
	secretTitle,
	...actorsOf(school).map(([, { personId }]) => personId),
	...Object.values(nouns).filter((noun): noun is string => typeof noun === 'string' && noun.length > 30)
];

/** Everybody has an account and the session they are looking through. */
async function giveAccounts({ owner }: TestDatabase, school: School) {
	const actors = actorsOf(school).map(([, actor]) => actor);
	await owner
		.insertInto('accounts')
		.values(actors.map(({ accountId }) => ({ id: accountId, login: `u${accountId.slice(-12)}`, created_at: now.at })))
		.execute();
	for (const { accountId, personId, organisationId, sessionId } of actors) {
		await owner.updateTable('people').set({ account_id: accountId }).where('id', '=', personId).execute();
		await owner
			.insertInto('sessions')
			.values({
				organisation_id: organisationId,
				id: sessionId,
				account_id: accountId,
				person_id: personId,
				token_hash: hash(sessionId),
				created_at: now.at,
				last_seen_at: now.at,
				expires_at: later
			})
			.execute();
	}
}

const hash = (text: string) => createHash('sha256').update(text).digest();

async function someAccess({ owner }: TestDatabase, { organisationId: organisation_id, curator, teacher }: School) {
	const [invitation, batch, key] = [id(), id(), 'zarechye-invitation'];
	await owner
		.insertInto('invitations')
		.values({
			organisation_id,
			id: invitation,
			person_id: teacher.personId,
			batch_id: batch,
			token_hash: hash(key),
			code_hash: hash('code'),
			issued_at: now.at,
			issued_by: curator.personId,
			expires_at: later
		})
		.execute();
	const role = await owner
		.selectFrom('role_periods')
		.select('id')
		.where('person_id', '=', teacher.personId)
		.executeTakeFirstOrThrow();
	const suspended = id();
	await owner
		.insertInto('people')
		.values({ organisation_id, id: suspended, family_name: 'Сомова', given_name: `Лия${unkind}`, created_at: now.at })
		.execute();
	await owner
		.insertInto('access_suspensions')
		.values({ organisation_id, id: id(), person_id: suspended, suspended_at: now.at, suspended_by: curator.personId })
		.execute();
	return {
		'/accounts/:id': teacher.personId,
		'/accounts/:id/suspension/lifting': suspended,
		'/accounts/:id/roles/:role': role.id,
		'/invitation/:key': { everybodys: key },
		'/invitations/:batch': batch,
		'/sessions/:id': curator.sessionId
	};
}

/** Somebody with a post; one who has left, one entered by mistake; a list of staff on its way in with a line that is wrong. */
async function somePeople({ owner }: TestDatabase, { organisationId: organisation_id, curator, teacher }: School) {
	const of = { organisation_id, person_id: teacher.personId };
	const post = await owner
		.selectFrom('posts')
		.select('id')
		.where((is) => is.and(of))
		.executeTakeFirstOrThrow();
	const work = await owner
		.selectFrom('employments')
		.select('id')
		.where((is) => is.and(of))
		.executeTakeFirstOrThrow();
	const [removed, left, list] = [id(), id(), id()];
	const named = { organisation_id, given_name: `Лия${unkind}`, created_at: now.at };
	await owner
		.insertInto('people')
		.values([
			{ ...named, id: removed, family_name: 'Ошибкина', removed_at: now.at },
			{ ...named, id: left, family_name: `Ушакова${unkind}` }
		])
		.execute();
	const employment = id();
	await owner
		.insertInto('employments')
		.values({
			organisation_id,
			id: employment,
			person_id: left,
			period: asRange({ from: '2020-09-01', to: '2026-08-31' })
		})
		.execute();
	await owner
		.insertInto('leavings')
		.values({
			organisation_id,
			id: id(),
			person_id: left,
			last_day: '2026-08-31',
			closed: JSON.stringify({
				employments: [{ id: employment, from: '2020-09-01', to: null }],
				posts: [],
				roles: []
			}),
			recorded_at: now.at,
			recorded_by: curator.personId
		})
		.execute();
	const draft = draftOfStaff(readPasted(`ФИО\tДата рождения\nСомова Лия ${unkind}\t31.02.1990`));
	await owner
		.insertInto('staff_imports')
		.values({
			organisation_id,
			id: list,
			source_name: `Таблица${unkind}`,
			draft: JSON.stringify(draft),
			created_at: now.at,
			created_by: curator.personId
		})
		.execute();
	return {
		...(await someDuplicates(owner, { organisation_id, curator, teacher, gone: removed, other: left })),
		'/people/:id': teacher.personId,
		'/people/:id/posts/:post': post.id,
		'/people/:id/employments/:employment': work.id,
		'/people/:id/restoration': removed,
		'/people/:id/leaving/undoing': left,
		'/people/imports/:id': list,
		'/people/export/:format': { everybodys: 'xlsx' }
	};
}

type Twins = { organisation_id: string; curator: Actor; teacher: Actor; gone: string; other: string };

/** Two who are told apart, and an entry that was merged into another. */
async function someDuplicates(owner: TestDatabase['owner'], { organisation_id, curator, teacher, gone, other }: Twins) {
	const [distinction, merge] = [id(), id()];
	const [one_id = '', other_id = ''] = [curator.personId, other].sort();
	await owner
		.insertInto('person_distinctions')
		.values({ organisation_id, id: distinction, one_id, other_id, said_at: now.at, said_by: curator.personId })
		.execute();
	await owner
		.insertInto('person_merges')
		.values({
			organisation_id,
			id: merge,
			kept_id: teacher.personId,
			gone_id: gone,
			record: JSON.stringify({ moved: [], before: [] }),
			merged_at: now.at,
			merged_by: curator.personId
		})
		.execute();
	return {
		'/people/:id/merging/:other': other,
		'/people/:id/distinction/:other': other,
		'/person-distinctions/:id': distinction,
		'/person-merges/:id': merge
	};
}

/** A text, a consent given on paper, another taken away by mistake, and one withdrawn. */
async function someConsents({ owner }: TestDatabase, { organisationId: organisation_id, curator, teacher }: School) {
	const [given, removed, withdrawn, text] = [id(), id(), id(), id()];
	await owner
		.insertInto('consent_texts')
		.values({
			organisation_id,
			id: text,
			kind: 'publication',
			number: 1,
			parts: JSON.stringify({ purpose: `Сайт${unkind}` }),
			content_hash: hash('text'),
			published_at: now.at,
			published_by: curator.personId
		})
		.execute();
	const common = {
		organisation_id,
		person_id: teacher.personId,
		kind: 'publication' as const,
		text_id: text,
		given_on: '2026-09-01',
		how: 'paper' as const,
		recorded_at: now.at,
		recorded_by: curator.personId
	};
	await owner
		.insertInto('consents')
		.values([
			{ ...common, id: given },
			{ ...common, id: removed, given_on: '2026-09-02', removed_at: now.at }
		])
		.execute();
	await owner
		.insertInto('consent_withdrawals')
		.values({
			organisation_id,
			id: withdrawn,
			person_id: teacher.personId,
			kind: 'transfer',
			withdrawn_on: '2026-09-03',
			how: 'paper',
			recorded_at: now.at,
			recorded_by: curator.personId
		})
		.execute();
	return {
		'/consents/entry/:kind': { everybodys: 'publication' },
		'/consents/sheets/:kind': { everybodys: 'processing' },
		'/consents/texts/:kind': { everybodys: 'publication' },
		'/consents/people/:id': teacher.personId,
		'/consents/:id': given,
		'/consents/:id/restoration': removed,
		'/consent-withdrawals/:id': withdrawn
	};
}

/** A set of groups, somebody decided about in it. */
async function someGroups({ owner }: TestDatabase, { organisationId: organisation_id, curator, teacher }: School) {
	const [set, group, membership] = [id(), id(), id()];
	const by = curator.personId;
	await owner
		.insertInto('group_sets')
		.values({ organisation_id, id: set, name: `Группы${unkind}`, exclusive: true, added_at: now.at, added_by: by })
		.execute();
	await owner
		.insertInto('staff_groups')
		.values({ organisation_id, id: group, set_id: set, position: 0, code: 'А', name: `Начинающие${unkind}` })
		.execute();
	await owner
		.insertInto('group_memberships')
		.values({
			organisation_id,
			id: membership,
			person_id: teacher.personId,
			group_id: group,
			period: '[2026-09-01,)',
			basis: `Стаж${unkind}`,
			decided_at: now.at,
			decided_by: by
		})
		.execute();
	return {
		'/group-sets/:id': set,
		'/group-sets/:id/people/:person': teacher.personId,
		'/staff-groups/:id': group,
		'/group-memberships/:id': membership,
		'/my-groups/:id': set
	};
}

/** A wave that asks the teacher, and one that was taken away before it began. */
async function someSurveys(database: TestDatabase, { curator, teacher }: School) {
	const { edition, questionnaire } = await anEdition(database, curator, { ...howAreYou, title: `Как вы?${unkind}` });
	const title = `Первая четверть${unkind}`;
	const readers = ['curator', 'psychologist'];
	const { wave, participants } = await aWave(database, curator, edition, {
		title,
		readers,
		people: [teacher.personId]
	});
	await database.owner.updateTable('survey_participants').set({ eyes: 'self' }).where('wave_id', '=', wave).execute();
	const removed = await aWave(database, curator, edition, { title, readers, opened: false, removed: true });
	return {
		'/surveys/questionnaires/library/:code': { everybodys: 'wellbeing' },
		'/surveys/questionnaires/:id': questionnaire,
		'/surveys/questionnaires/:id/questions/:code': 'q2',
		'/surveys/questionnaires/:id/sections/:at': '0',
		'/surveys/waves/:id': wave,
		'/surveys/waves/:id/restoration': removed.wave,
		'/survey-participants/:id': participants[0] ?? '',
		'/my-surveys/:id': participants[0] ?? '',
		'/answer/:token': { everybodys: 'nobody' }
	};
}

async function aCalendar({ owner }: TestDatabase, { organisationId: organisation_id, curator }: School) {
	const [year, term, quarantine, change] = [id(), id(), id(), id()];
	const period = asRange({ from: '2026-09-01', to: '2027-08-31' });
	await owner.insertInto('school_years').values({ organisation_id, id: year, period }).execute();
	await owner
		.insertInto('terms')
		.values({
			organisation_id,
			id: term,
			school_year_id: year,
			name: `1 четверть${unkind}`,
			period: asRange({ from: '2026-09-01', to: '2026-10-25' })
		})
		.execute();
	await owner
		.insertInto('days_off')
		.values({
			organisation_id,
			id: quarantine,
			kind: 'quarantine',
			name: `Карантин${unkind}`,
			period: asRange({ from: '2026-10-05', to: '2026-10-09' })
		})
		.execute();
	await owner
		.insertInto('calendar_changes')
		.values({
			organisation_id,
			id: change,
			what: `Добавлен карантин${unkind}`,
			removed: JSON.stringify({ terms: [], daysOff: [] }),
			added: [quarantine],
			position: 1,
			made_at: now.at,
			made_by: curator.personId
		})
		.execute();
	return { '/days-off/:id': quarantine, '/calendar-changes/:id': change };
}

type Work = { organisation_id: string; plan: string; activity: string; occurrence: string; by: string };

/** A pair that the plan keeps and one that has left it; something said of the pair, and of the activity. */
async function someWork(owner: TestDatabase['owner'], { organisation_id, plan, activity, occurrence, by }: Work) {
	const [pair, gone, covering, comment] = [id(), id(), id(), id()];
	const unit = {
		organisation_id,
		roadmap_id: plan,
		kind: 'pair' as const,
		added_on: '2026-09-01',
		added_at: now.at,
		added_by: by
	};
	await owner
		.insertInto('plan_units')
		.values([
			{ ...unit, id: pair, name: `Пара Беловой${unkind}` },
			{ ...unit, id: gone, name: `Пара Ушаковой${unkind}`, removed_on: now.today }
		])
		.execute();
	await owner
		.insertInto('coverings')
		.values({
			organisation_id,
			id: covering,
			occurrence_id: occurrence,
			act_id: id(),
			unit_id: pair,
			outcome: 'done',
			covered_on: now.today,
			note: unkind,
			recorded_at: now.at,
			recorded_by: by
		})
		.execute();
	await owner
		.insertInto('activity_comments')
		.values({ organisation_id, id: comment, activity_id: activity, text: unkind, written_at: now.at, written_by: by })
		.execute();
	const change = id();
	await owner
		.insertInto('plan_changes')
		.values({
			organisation_id,
			id: change,
			roadmap_id: plan,
			what: `Этап переименован${unkind}`,
			before: JSON.stringify({}),
			position: 1,
			made_at: now.at,
			made_by: by
		})
		.execute();
	return {
		'/plan-changes/:id': change,
		'/units/:id': pair,
		'/units/:id/return': gone,
		'/coverings/:id': covering,
		'/comments/:id': comment
	};
}

/** A roadmap on its way in, and another one at work with something done. */
async function aPlan({ owner }: TestDatabase, { organisationId: organisation_id, curator, mentor }: School) {
	const [importId, plan, stage, activity, occurrence, completion, evidence, file] = Array.from({ length: 8 }, id) as [
		string,
		string,
		string,
		string,
		string,
		string,
		string,
		string
	];
	const bytes = Buffer.from('Наставник Белова А. С.');
	await owner
		.insertInto('files')
		.values({
			organisation_id,
			id: file,
			name: `Приказ${unkind}.txt`,
			media_type: 'text/plain',
			size: bytes.length,
			sha256: createHash('sha256').update(bytes).digest(),
			uploaded_at: now.at,
			uploaded_by: curator.personId
		})
		.execute();
	await owner.insertInto('file_chunks').values({ organisation_id, file_id: file, position: 0, bytes }).execute();
	await owner
		.insertInto('roadmap_imports')
		.values({
			organisation_id,
			id: importId,
			source_name: `Таблица${unkind}`,
			pasted: `Приказ о наставниках${unkind}`,
			created_at: now.at,
			created_by: curator.personId,
			asked_at: now.at,
			read_at: now.at,
			understood: JSON.stringify(understood),
			draft: JSON.stringify(draftOf(understood))
		})
		.execute();
	const by = { organisation_id, accepted_by: curator.personId, accepted_at: now.at, accepted_on: now.today };
	await owner
		.insertInto('roadmaps')
		.values({ ...by, id: plan, title: secretTitle + unkind })
		.execute();
	await owner
		.insertInto('stages')
		.values({ organisation_id, id: stage, roadmap_id: plan, position: 0, title: `Готовим год${unkind}` })
		.execute();
	await owner
		.insertInto('activities')
		.values({
			organisation_id,
			id: activity,
			roadmap_id: plan,
			stage_id: stage,
			position: 0,
			title: `Приказ о наставниках${unkind}`,
			deadline_text: `до 20 сентября${unkind}`,
			deadline_kind: 'windows',
			capability: 'local-act'
		})
		.execute();
	await owner
		.insertInto('activity_responsible')
		.values({
			organisation_id,
			activity_id: activity,
			position: 0,
			text: `Белова А. С. ${unkind}`,
			kind: 'person',
			person_id: mentor.personId
		})
		.execute();
	await owner
		.insertInto('occurrences')
		.values({
			organisation_id,
			id: occurrence,
			activity_id: activity,
			kind: 'deadline',
			period: asRange({ from: '2026-09-01', to: '2026-09-20' }),
			due_on: '2026-09-20',
			added_on: '2026-09-01'
		})
		.execute();
	await owner
		.insertInto('completions')
		.values({
			organisation_id,
			id: completion,
			occurrence_id: occurrence,
			outcome: 'done',
			done_on: now.today,
			recorded_at: now.at,
			recorded_by: curator.personId,
			note: unkind
		})
		.execute();
	await owner
		.insertInto('evidence')
		.values({
			organisation_id,
			id: evidence,
			occurrence_id: occurrence,
			title: `Приказ${unkind}`,
			file_id: file,
			attached_at: now.at,
			attached_by: curator.personId
		})
		.execute();
	const frozen: Frozen = {
		title: secretTitle + unkind,
		goal: '',
		period: null,
		stages: [],
		rows: [
			{
				key: activity,
				id: activity,
				stage: null,
				number: null,
				lead: null,
				title: `Приказ о наставниках, как утверждён${unkind}`,
				deadline: `до 20 сентября${unkind}`,
				responsible: [],
				results: [],
				carries: { deadline: null, kind: 'windows', cadence: null, awaited: false, times: [] }
			}
		]
	};
	const edition = id();
	await owner
		.insertInto('plan_editions')
		.values({
			organisation_id,
			id: edition,
			roadmap_id: plan,
			number: 1,
			contents: JSON.stringify(frozen),
			sha256: hashOf(frozen),
			order_number: `112${unkind}`,
			order_day: now.today,
			paper: JSON.stringify({ layout: 'usual', annex: unkind, stamps: [null, null, null] }),
			approved_at: now.at,
			approved_by: curator.personId
		})
		.execute();
	const newer = id();
	await owner
		.insertInto('roadmap_imports')
		.values({
			organisation_id,
			id: newer,
			source_name: `Новая версия${unkind}`,
			pasted: `Приказ о наставниках${unkind}`,
			created_at: now.at,
			created_by: curator.personId,
			asked_at: now.at,
			read_at: now.at,
			understood: JSON.stringify(understood),
			draft: JSON.stringify(draftOf(understood))
		})
		.execute();
	await owner.insertInto('plan_renewals').values({ organisation_id, import_id: newer, roadmap_id: plan }).execute();
	const hint = id();
	await owner
		.insertInto('import_hints')
		.values({
			organisation_id,
			id: hint,
			kind: 'removed',
			words: `примечание${unkind}`,
			written: `Примечание${unkind}`,
			import_id: importId,
			learned_at: now.at,
			learned_by: curator.personId
		})
		.execute();
	return {
		'/roadmap/hints/:id': hint,
		'/roadmap/imports/:id/renewal': newer,
		'/roadmap/imports/:id/renewal/undoing': newer,
		'/editions/:id': edition,
		'/files/:id': file,
		'/roadmap/imports/:id': importId,
		'/roadmap/imports/:id/activities/:key': 'a2',
		'/roadmap/imports/:id/stages/:key': 's1',
		'/roadmap/:id': plan,
		'/activities/:id': activity,
		'/activities/:id/responsible/:person': mentor.personId,
		'/occurrences/:id': occurrence,
		'/completions/:id': completion,
		'/evidence/:id': evidence,
		...(await someWork(owner, { organisation_id, plan, activity, occurrence, by: curator.personId }))
	};
}

/** The centre offers a template in two versions; the school's plan was begun from the first. */
async function someTemplate(
	database: TestDatabase,
	{ centre, plan, by }: { centre: School; plan: string; by: Actor }
): Promise<Record<string, Noun>> {
	const { owner } = database;
	const { methodologist } = centre;
	const given = await aPublishedPlan(database, methodologist);
	const template = id();
	await owner
		.insertInto('plan_templates')
		.values({
			organisation_id: centre.organisationId,
			id: template,
			roadmap_id: given.id,
			created_at: now.at,
			created_by: methodologist.personId
		})
		.execute();
	const contents: TemplateContents = {
		title: 'Примерная дорожная карта',
		goal: '',
		period: null,
		stages: [],
		rows: []
	};
	for (const number of [1, 2]) {
		await owner
			.insertInto('plan_template_versions')
			.values({
				organisation_id: centre.organisationId,
				template_id: template,
				number,
				contents: JSON.stringify(contents),
				sha256: hashOf(contents),
				published_at: now.at,
				published_by: methodologist.personId
			})
			.execute();
	}
	await owner
		.insertInto('template_copies')
		.values({
			organisation_id: by.organisationId,
			roadmap_id: plan,
			template_organisation_id: centre.organisationId,
			template_id: template,
			version: 1,
			seen_at: now.at,
			seen_by: by.personId
		})
		.execute();
	return {
		'/roadmap/templates/:id': { offered: template },
		'/roadmap/:id/template': { above: given.id },
		'/roadmap/:id/template/withdrawal': { above: given.id }
	};
}

const aPublishedPlan = (database: TestDatabase, by: Actor) =>
	aPlanAtWork(database, by, {
		title: 'Примерная дорожная карта',
		stages: [{ title: 'Работа', activities: [{ title: 'Назначить куратора', deadline: 'сентябрь' }] }]
	});
