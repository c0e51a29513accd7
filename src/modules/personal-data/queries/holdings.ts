import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Role, roleNames } from '../../../core/actor';
import { type Act, acts } from '../../../core/acts';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { hours } from '../../matching/rules/score/hours';
import { canReadConfidences } from '../../mentorships/rules/words';
import { deficitSources, formats } from '../../registry/rules/registers';
import { startingTopics } from '../../registry/rules/topics';
import { answerWords } from '../../surveys/rules/answer-words';
import type { Answers } from '../../surveys/rules/answers';
import { assessedIn, type Sheet } from '../../surveys/rules/assessment/assessed';
import { type Questionnaire, questionsOf } from '../../surveys/rules/questionnaire';
import { type HoldingKey, type Holdings, handedOut, type Kept, type OwnAnswer, type Reading } from '../rules/holdings';
import { documentsKept } from './holdings-of-documents';
import { meetingsKept } from './holdings-of-meetings';
import { day, mentorshipsKept } from './holdings-of-pairs';

/** A code in the words of the pages; what a school has written itself stays. */
const inWordsOf = (words: Record<string, string>, column: string) =>
	sql`coalesce(${JSON.stringify(words)}::jsonb ->> ${sql.raw(column)}, ${sql.raw(column)})`;
const ownTopics = Object.fromEntries(startingTopics.map(({ key, name }) => [key, name]));
const topicName = (column: string) =>
	sql`coalesce((select t.name from registry_topics t where t.organisation_id = current_organisation() and t.key = ${sql.raw(column)}),
		${inWordsOf(ownTopics, column)})`;
const span = sql`${day('lower(period)')} as "С", ${day('upper(period) - 1')} as "По"`;

/** Each holding's records of one person. Columns are named as they are shown, so that the file needs no second list. */
function readsOf(
	organisationId: string,
	personId: string,
	zone: string,
	confided: boolean
): Record<HoldingKey, RawBuilder<unknown>> {
	const mine = (column = 'person_id', of = '') =>
		sql`${sql.raw(of)}organisation_id = ${organisationId} and ${sql.raw(of + column)} = ${personId}`;
	const moment = (column: string) => sql`to_char(${sql.raw(column)} at time zone ${zone}, 'DD.MM.YYYY HH24:MI')`;
	return {
		name: sql`
			select family_name as "Фамилия", given_name as "Имя", patronymic as "Отчество",
				(select string_agg(subject, ', ' order by subject) from person_subjects where ${mine()}) as "Предметы",
				(select string_agg(title, ', ' order by main desc, lower(period)) from posts where ${mine()}) as "Должности",
				(select string_agg(concat(word, ': ', coalesce(array_to_string(forms, ', '), 'не склоняется')), '; ' order by set_at)
					from name_forms where ${mine()} and removed_at is null) as "Склонение в документах"
			from people where ${mine('id')}`,
		card: sql`
			select email as "Почта", phone as "Телефон", ${day('born_on')} as "День рождения",
				case sex when 'female' then 'женский' when 'male' then 'мужской' end as "Пол",
				${day('teaching_since')} as "Педагогический стаж с", note as "Пометка"
			from people where ${mine('id')}`,
		work: sql`
			select case kind when 'main' then 'основная работа' when 'part-time' then 'совместительство'
				else 'студент, ст. 46' end as "Работа", ${span}
			from employments where ${mine()} order by lower(period)`,
		roles: sql`select role as "Роль", ${span}, basis as "Основание" from role_periods where ${mine()} order by lower(period)`,
		groups: sql`
			select * from (
				select ${day('o.said_on')} as "Дата",
					case o.source when 'self' then 'самооценка' else 'наблюдение' end as "Что", g.name as "Группа", o.note as "Слова"
				from group_opinions o
				left join staff_groups g on g.organisation_id = o.organisation_id and g.id = o.group_id
				where ${mine('person_id', 'o.')} order by o.said_at) opinions
			union all
			select * from (
				select ${day('lower(m.period)')}, 'решение', g.name, m.basis from group_memberships m
				join staff_groups g on g.organisation_id = m.organisation_id and g.id = m.group_id
				where ${mine('person_id', 'm.')} and m.withdrawn_at is null order by lower(m.period)) decisions`,
		consents: sql`
			select kind as "Согласие", ${day('given_on')} as "Дано", ${day('valid_until')} as "Действует по",
				case how when 'paper' then 'на бумаге' else 'в программе' end as "Как", null as "Отозвано"
			from consents where ${mine()} and removed_at is null
			union all
			select kind, null, null, case how when 'paper' then 'на бумаге' else 'в программе' end, ${day('withdrawn_on')}
			from consent_withdrawals where ${mine()} and undone_at is null`,
		registry: sql`
			select * from (
				select case e.register when 'mentors' then 'банк наставников' else 'банк наставляемых' end as "Где",
					'в банке' as "Что", ${day('lower(e.period)')} as "С", ${day('upper(e.period) - 1')} as "По",
					concat_ws('; ', nullif(e.basis, ''), nullif(e.left_note, '')) as "Слова"
				from register_entries e where ${mine('person_id', 'e.')} and e.withdrawn_at is null order by lower(e.period)) entries
			union all
			select * from (
				select 'программа', ${inWordsOf(formats, 'r.form')}, ${day('lower(r.period)')}, ${day('upper(r.period) - 1')}, r.results
				from programme_periods r
				join register_entries e on e.organisation_id = r.organisation_id and e.id = r.entry_id
				where ${mine('person_id', 'e.')} and r.removed_at is null order by lower(r.period)) programmes
			union all
			select * from (
				select 'запрос', ${inWordsOf(formats, 'q.format')}, ${day('q.said_on')}, null, concat_ws('; ', q.words, (
					select string_agg(concat_ws(' ', ${topicName('d.topic')} || ':', ${inWordsOf(deficitSources, 'd.source')}, d.level), ', '
						order by d.topic, d.source)
					from request_deficits d where d.organisation_id = q.organisation_id and d.request_id = q.id))
				from mentee_requests q where ${mine('person_id', 'q.')} and q.removed_at is null order by q.said_on) requests
			union all
			select * from (
				select 'предложение', (select string_agg(${topicName('c')}, ', ') from unnest(o.competences) c), ${day('o.said_on')}, ${day('o.until')},
					concat_ws('; ', nullif(o.other_competences, ''), nullif(o.achievements, ''), nullif(o.interests, ''),
						nullif(o.free_time, ''), nullif(o.wishes, ''))
				from mentor_offers o where ${mine('person_id', 'o.')} and o.removed_at is null order by o.said_on) offers
			union all
			select * from (
				select 'отбор', case d.decision when 'yes' then 'отобран' when 'no' then 'не отобран' else 'решить позже' end,
					${day('d.decided_on')}, null, d.reason
				from selection_decisions d where ${mine('person_id', 'd.')} and d.undone_at is null order by d.decided_at) decisions
			union all
			select * from (
				select 'отметка критерия', case when m.met then 'выполнен' else 'не выполнен' end,
					null, null, concat_ws('; ', m.criterion, nullif(m.note, ''))
				from criterion_marks m where ${mine('person_id', 'm.')} order by m.marked_at) marks`,
		mentorships: mentorshipsKept(organisationId, personId, confided),
		meetings: meetingsKept(organisationId, personId),
		interviews: sql`
			select ${day('held_on')} as "Дата", case outcome when 'recommended' then 'рекомендован' when 'not-now' then 'не сейчас'
				when 'other-role' then 'нужна другая роль' when 'again' then 'поговорить ещё раз' else 'отказался' end as "Итог",
				outcome_note as "Пояснение", answers as "Ответы"
			from interviews where ${mine()} and removed_at is null order by held_on`,
		// Who is not put together with whom the curator alone knows, the two themselves least of all (school-year: 26).
		matching: sql`
			select ${day('saved_at')} as "Когда", building as "Здание", outside as "Другая организация",
				(select string_agg(coalesce(${JSON.stringify(hours)}::jsonb ->> h, h), ', ') from unnest(hours) h) as "Удобное время",
				needs as "Сколько нужно наставников",
				(select concat_ws(' ', m.family_name, m.given_name, nullif(m.patronymic, '')) from people m
					where m.organisation_id = d.organisation_id and m.id = d.manager_id) as "Руководитель"
			from matching_details d where ${mine('person_id', 'd.')} order by d.number`,
		answers: sql`
			select w.title as "Анкета", ${moment('a.answered_at')} as "Когда", w.readers as "Кто читает",
				v.content as "Вопросы", a.answers as "Ответы"
			from survey_participants p
			join survey_waves w on w.organisation_id = p.organisation_id and w.id = p.wave_id
			join questionnaire_versions v on v.organisation_id = w.organisation_id and v.id = w.version_id
			join survey_answers a on a.organisation_id = p.organisation_id and a.participant_id = p.id
			where ${mine('person_id', 'p.')} order by a.answered_at`,
		assessed: sql`
			select w.title as "Анкета", ${day('w.closes_on')} as "Закончена", v.content as "Вопросы", (
				select json_agg(json_build_object('subjectId', h.subject_id, 'personId', p.person_id, 'eyes', p.eyes, 'answers', a.answers))
				from survey_participants p
				join survey_answers a on a.organisation_id = p.organisation_id and a.participant_id = p.id
				where p.organisation_id = h.organisation_id and p.wave_id = h.wave_id and p.eyes is not null
					and coalesce(p.about_id, p.person_id) = h.subject_id) as "Ответы"
			from assessment_showings h
			join survey_waves w on w.organisation_id = h.organisation_id and w.id = h.wave_id
			join questionnaire_versions v on v.organisation_id = w.organisation_id and v.id = w.version_id
			where ${mine('subject_id', 'h.')} and h.hidden_at is null and w.removed_at is null and w.closed_at is not null
			order by w.closes_on`,
		asked: sql`
			select w.title as "Анкета", case when p.answered then 'да' else 'нет' end as "Ответ дан"
			from survey_participants p
			join survey_waves w on w.organisation_id = p.organisation_id and w.id = p.wave_id
			where ${mine('person_id', 'p.')} and w.identity <> 'named' and p.removed_at is null order by w.opens_on`,
		events: sql`
			select e.kind as "Что", e.title as "О чём", ${day('e.held_on')} as "День",
				case i.attendance when 'came' then 'был' when 'excused' then 'не был по уважительной причине'
					when 'absent' then 'не был' end as "Отметка",
				${day('i.acquainted_on')} as "Ознакомлен", nullif(i.reply, '') as "Отклик"
			from event_people i
			join events e on e.organisation_id = i.organisation_id and e.id = i.event_id
			where ${mine('person_id', 'i.')} and i.removed_at is null and e.removed_at is null order by e.held_on`,
		documents: documentsKept(organisationId, personId),
		practices: sql`
			select r.title as "Практика", case when r.accepted_at is null then 'черновик' else 'в банке' end as "Как стоит",
				case when x.person_id is null then 'записали вы' else 'вы автор' end as "Что",
				${day('r.changed_at::date')} as "Изменена"
			from practices r
			left join lateral (select a.person_id from practice_authors a
				where a.organisation_id = r.organisation_id and a.practice_id = r.id and ${mine('person_id', 'a.')} limit 1) x on true
			where r.organisation_id = ${organisationId} and r.removed_at is null
				and (x.person_id is not null or ${mine('made_by', 'r.')}) order by r.title`,
		plan: sql`
			select a.title as "Мероприятие", 'поручено' as "Что", null as "Когда", r.text as "Слова"
			from activity_responsible r
			join activities a on a.organisation_id = r.organisation_id and a.id = r.activity_id
			where ${mine('person_id', 'r.')} and r.removed_at is null
			union all
			select a.title, case d.outcome when 'done' then 'отмечено выполнение' when 'noted' then 'принято к сведению'
				else 'отмечено, что не выполнено' end, ${moment('d.recorded_at')}, d.note
			from completions d
			join occurrences o on o.organisation_id = d.organisation_id and o.id = d.occurrence_id
			join activities a on a.organisation_id = o.organisation_id and a.id = o.activity_id
			where ${mine('recorded_by', 'd.')} and d.withdrawn_at is null
			union all
			select a.title, 'отмечено о вас', ${day('c.covered_on')}, c.note
			from coverings c
			join occurrences o on o.organisation_id = c.organisation_id and o.id = c.occurrence_id
			join activities a on a.organisation_id = o.organisation_id and a.id = o.activity_id
			where ${mine('person_id', 'c.')} and c.withdrawn_at is null
			order by 3 nulls first, 1`,
		comments: sql`
			select a.title as "Мероприятие", ${moment('c.written_at')} as "Когда", c.text as "Слова"
			from activity_comments c
			join activities a on a.organisation_id = c.organisation_id and a.id = c.activity_id
			where ${mine('written_by', 'c.')} and c.removed_at is null order by c.written_at`,
		letters: sql`
			select ${moment('made_at')} as "Когда", address as "Почта", case kind when 'digest' then 'сводка недели' when 'deadlines' then 'сроки' when 'note' then 'известие' else 'код для почты' end as "О чём",
				${moment('sent_at')} as "Отправлено", ${moment('read_at')} as "Прочитано"
			from letters where ${mine()} order by made_at`,
		acts: sql`
			select ${moment('at')} as "Когда", act as "Что" from journal where ${mine('actor_id')} order by at desc limit 5000`
	};
}

/** Everything kept about somebody; handed out by a keeper, what the keeper may see. One query. */
export async function readHoldings(tx: Tx, actor: Actor, personId: string): Promise<Holdings> {
	const { organisationId, timeZone } = actor;
	const confided = personId === actor.personId || canReadConfidences(actor);
	const reads = Object.entries(readsOf(organisationId, personId, timeZone, confided)).map(
		([key, read]) => sql`(select coalesce(json_agg(row_to_json(kept)), '[]') from (${read}) kept) as ${sql.ref(key)}`
	);
	const { rows } = await sql<Holdings>`select ${sql.join(reads)}`.execute(tx);
	const kept = inRussian(rows[0] as Holdings);
	const whole = personId === actor.personId ? kept : handedOut(actor, kept);
	return { ...whole, answers: whole.answers.map(({ 'Кто читает': _, ...row }) => row) };
}

const inRussian = (kept: Holdings): Holdings => ({
	...kept,
	roles: kept.roles.map((row) => ({ ...row, Роль: roleNames[row.Роль as Role] ?? row.Роль })),
	acts: kept.acts.map((row) => ({ ...row, Что: acts[row.Что as Act] ?? row.Что })),
	interviews: kept.interviews.map((row) => ({ ...row, Ответы: talkInWords(row.Ответы) })),
	answers: answersInWords(kept.answers),
	assessed: assessedInNumbers(kept.assessed)
});

const talkInWords = (answers: unknown) =>
	(answers as { question: string; answer: string }[])
		.filter(({ answer }) => answer)
		.map(({ question, answer }) => `${question} – ${answer}`)
		.join('\n');

/** What was answered, question by question, in words. */
const answersInWords = (rows: readonly Kept[]) =>
	rows.flatMap(({ Вопросы, Ответы, ...about }) =>
		questionsOf(Вопросы as Questionnaire).flatMap((question) => {
			const answer = (Ответы as Answers)[question.code];
			return answer ? [{ ...about, Вопрос: question.text, Ответ: answerWords(question, answer) }] : [];
		})
	);

/** Numbers only, as the page of one's own assessment shows them: nobody's words or names. */
const assessedInNumbers = (rows: readonly Kept[]) =>
	rows.flatMap(({ Вопросы, Ответы, ...about }) =>
		assessedIn({ content: Вопросы as Questionnaire, sheets: (Ответы ?? []) as Sheet[] }, null).flatMap(({ lines }) =>
			lines.map(({ text, self, others }) => ({ ...about, Вопрос: text, Сам: self, 'Со стороны': others?.mean ?? null }))
		)
	);

/** How many records each holding has: for the page, which names but does not show them. One query. */
export async function countHoldings(tx: Tx, { organisationId, timeZone }: Actor, personId: string) {
	const counts = Object.entries(readsOf(organisationId, personId, timeZone, false)).map(
		([key, read]) => sql`(select count(*)::int from (${read}) kept) as ${sql.ref(key)}`
	);
	const { rows } = await sql<Record<HoldingKey, number>>`select ${sql.join(counts)}`.execute(tx);
	return rows[0] as Record<HoldingKey, number>;
}

/** Who holds each role today, by name, for «кто видит». */
export async function listRoleHolders(tx: Tx, { organisationId }: Actor, { today }: Now) {
	const { rows } = await sql<{ role: string; names: string[] }>`
		select r.role, array_agg(p.family_name || ' ' || left(p.given_name, 1) || '.' ||
			case when p.patronymic = '' then '' else ' ' || left(p.patronymic, 1) || '.' end order by p.family_name) as names
		from role_periods r join people p on p.organisation_id = r.organisation_id and p.id = r.person_id
		where r.organisation_id = ${organisationId} and r.period @> ${today}::date and p.removed_at is null
		group by r.role`.execute(tx);
	return new Map(rows.map(({ role, names }) => [role, names]));
}

/** The named questionnaires one has answered. */
export async function listOwnAnswers(tx: Tx, { organisationId, personId }: Actor) {
	const { rows } = await sql<OwnAnswer>`
		select w.title, w.readers from survey_participants p
		join survey_waves w on w.organisation_id = p.organisation_id and w.id = p.wave_id
		join survey_answers a on a.organisation_id = p.organisation_id and a.participant_id = p.id
		where p.organisation_id = ${organisationId} and p.person_id = ${personId} order by a.answered_at desc`.execute(tx);
	return rows;
}

export const readingsShown = 100;

/** Who looked at somebody's private fields, the latest first; `most` null: all of them. */
export async function listReadings(
	tx: Tx,
	{ organisationId }: Actor,
	personId: string,
	most: number | null = readingsShown
) {
	const { rows } = await sql<Reading & { total: number }>`
		select l.at, concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as who, l.field,
			count(*) over ()::int as total
		from access_log l join people p on p.organisation_id = l.organisation_id and p.id = l.actor_id
		where l.organisation_id = ${organisationId} and (l.subject_id = ${personId} or l.subject_id in (
			select m.id from people m where m.organisation_id = ${organisationId} and m.merged_into = ${personId}))
		order by l.at desc, l.id desc limit ${most}`.execute(tx);
	return { readings: rows, total: rows[0]?.total ?? 0 };
}
