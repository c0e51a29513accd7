import { type RawBuilder, sql } from 'kysely';
import { day } from './holdings-of-pairs';

/** Meetings somebody was at, what they wrote of them, and what they said of how it was. What others wrote only for the two is theirs. */
export const meetingsKept = (organisationId: string, personId: string): RawBuilder<unknown> => sql`
		select * from (
			select ${day('m.held_on')} as "Дата", 'встреча пары' as "Что", concat_ws('; ', nullif(m.topic, ''), (
				select concat_ws('; ', nullif(r.works, ''), nullif(r.difficulty, ''), nullif(r.next_step, '')) from meeting_records r
				where r.organisation_id = m.organisation_id and r.meeting_id = m.id and r.undone_at is null order by r.id desc limit 1)) as "Слова"
			from meetings m where m.organisation_id = ${organisationId} and m.removed_at is null and m.held_on is not null
				and exists (select from meeting_people p where p.organisation_id = m.organisation_id and p.meeting_id = m.id
					and p.person_id = ${personId} and p.undone_at is null) order by m.held_on) held
		union all
		select * from (
			select ${day('f.given_at')}, 'отклик о встрече', concat_ws('; ', case f.answer when 'helped' then 'помогло'
				when 'partly' then 'отчасти' else 'пока не помогло' end,
				case when f.ready then 'к работе готов(а)' when not f.ready then 'к работе пока не готов(а)' end, nullif(f.words, ''))
			from meeting_feedback f where f.organisation_id = ${organisationId} and f.person_id = ${personId} and f.undone_at is null
			order by f.given_at) said
		union all
		select * from (
			select ${day('k.written_at')}, 'записано только для пары', k.words
			from meeting_confidences k where k.organisation_id = ${organisationId} and k.written_by = ${personId} and k.undone_at is null
			order by k.written_at) confided
		union all
		select * from (
			select ${day('n.sent_on')}, 'напоминание о встречах', null from meeting_nudges n
			where n.organisation_id = ${organisationId} and n.person_id = ${personId} order by n.sent_on) nudges`;
