import { type RawBuilder, sql } from 'kysely';

export const day = (expression: string) => sql.raw(`to_char(${expression}, 'DD.MM.YYYY')`);

/**
 * Whom somebody led or was led by, what was said and agreed of it, and what was done while there was no mentor. Of what was told in confidence, one's
 * own refusal alone (`confided`: to whoever may read it): why somebody was replaced, or left, another may have said.
 */
export const mentorshipsKept = (
	organisationId: string,
	personId: string,
	confided: boolean
): RawBuilder<unknown> => sql`
		select * from (
			select case when p.mentor_id = ${personId} then 'вы наставник' else 'вы наставляемый' end as "Что",
				concat_ws(' ', o.family_name, o.given_name, o.patronymic) as "С кем", ${day('lower(p.period)')} as "С",
				${day('upper(p.period) - 1')} as "По",
				case p.role when 'subject' then 'роль наставника: предметный' when 'method' then 'роль наставника: методический' end as "Слова"
			from mentorship_pairs p
			join people o on o.organisation_id = p.organisation_id
				and o.id = case when p.mentor_id = ${personId} then p.mentee_id else p.mentor_id end
			where p.organisation_id = ${organisationId} and ${personId} in (p.mentor_id, p.mentee_id) and p.removed_at is null
			order by lower(p.period)) pairs
		union all
		select * from (
			select case s.what when 'accepted' then 'согласие' when 'declined' then 'отказ' when 'agreement' then 'соглашение'
				else 'изменение пары' end, null, ${day('s.on_date')}, null, concat_ws('; ', nullif(s.pay, ''), nullif(s.words, ''), c.words)
			from mentorship_steps s
			left join mentorship_confidences c on c.organisation_id = s.organisation_id and c.step_id = s.id and s.what = 'declined' and ${confided}::boolean
			where s.organisation_id = ${organisationId} and s.person_id = ${personId} and s.undone_at is null order by s.on_date) steps
		union all
		select * from (
			select case f.what when 'searched' then 'искали наставника' when 'support-declined' then 'поддержка не нужна'
				when 'support-offered' then 'спросили о поддержке' else 'поддержка психолога' end, null,
				${day('f.on_date')}, null, nullif(f.note, '')
			from search_facts f where f.organisation_id = ${organisationId} and f.person_id = ${personId} and f.undone_at is null order by f.on_date) facts
		union all
		select * from (
			select 'запрос к сети наставников', null, ${day('n.asked_on')}, ${day('n.closed_on')}, concat_ws('; ', n.subject, nullif(n.words, ''))
			from mentor_searches n where n.organisation_id = ${organisationId} and n.person_id = ${personId} order by n.asked_on) searches
		union all
		select * from (
			select case l.wish when 'help' then 'просьба о помощи' else 'просьба о смене пары' end, null, ${day('l.asked_on')}, null,
				concat_ws('; ', nullif(l.words, ''), (select string_agg('ответ: ' || s.words, '; ' order by s.recorded_at) from plea_steps s
					where s.organisation_id = l.organisation_id and s.plea_id = l.id and s.undone_at is null and s.words <> ''))
			from pleas l where l.organisation_id = ${organisationId} and l.person_id = ${personId} order by l.asked_on) pleas`;
