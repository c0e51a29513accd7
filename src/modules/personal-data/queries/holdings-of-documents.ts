import { type RawBuilder, sql } from 'kysely';
import { day } from './holdings-of-pairs';

/** Documents about somebody, those they are to know, and the visas they were asked for. */
export const documentsKept = (organisationId: string, personId: string): RawBuilder<unknown> => sql`
		select d.title as "Документ", nullif(d.number, '') as "Номер", ${day('d.dated_on')} as "От", k.what as "Что",
			k.on_date as "Когда", nullif(k.words, '') as "Слова"
		from (
			select s.document_id, 'документ о вас' as what, null as on_date, null as words
			from document_subjects s where s.organisation_id = ${organisationId} and s.person_id = ${personId}
			union all
			select r.document_id, 'вас знакомят', ${day('r.acquainted_on')}, null
			from document_readers r where r.organisation_id = ${organisationId} and r.person_id = ${personId} and r.removed_at is null
			union all
			select a.document_id, 'вы согласуете', ${day('a.answered_on')}, a.words
			from document_approvals a where a.organisation_id = ${organisationId} and a.person_id = ${personId}
				and a.removed_at is null) k
		join documents d on d.organisation_id = ${organisationId} and d.id = k.document_id
		where d.removed_at is null order by d.made_at, d.id`;
