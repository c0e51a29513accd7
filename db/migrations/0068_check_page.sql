-- The page that verifies a paper, open to anyone who holds its code (it is printed on the paper before there is a number). What it tells:
-- · nothing of a removed document, and nothing but that it is not registered of a draft;
-- · of a registered one its organisation, kind, number, day, and the fingerprints of what was registered: the newest text and the scans
--   of what was signed; a text of before is a draft;
-- · of one that a later one cancels or replaces, that it is so, by which and since when; its files are not confirmed any more.
-- Never a title (it may hold a name), never who signed or made it. A school that prints no more codes keeps answering for those printed.
-- (The function of before never found anything: its argument was called as a column is, and the column goes first.)
drop function document_by_check_code(text);

create function checked_document(printed text)
returns table (
	organisation text, kind text, act_kind text, series text, number text, dated_on date, standing text, later jsonb, fingerprints jsonb
)
language sql stable security definer set search_path = public, pg_temp as $$
	with found as (
		select d.*, l.later, case when d.registered_at is null then 'draft' when l.cancelled then 'cancelled'
			when l.replaced then 'replaced' else 'registered' end as standing
		from documents d
		cross join lateral (
			select coalesce(bool_or(k.how = 'cancels'), false) as cancelled, coalesce(bool_or(k.how = 'replaces'), false) as replaced,
				coalesce(jsonb_agg(jsonb_build_object('how', k.how, 'actKind', t.act_kind, 'number', t.number, 'datedOn', t.dated_on)
					order by t.dated_on, k.id), '[]') as later
			from document_links k
			join documents t on t.organisation_id = k.organisation_id and t.id = k.later_id
			where k.organisation_id = d.organisation_id and k.earlier_id = d.id and k.undone_at is null
				and t.registered_at is not null and t.removed_at is null) l
		where d.check_code = printed and d.removed_at is null
	)
	select o.full_name, d.code, d.act_kind, d.series, d.number, d.dated_on, d.standing, d.later,
		case when d.standing = 'registered' then coalesce((
			select jsonb_agg(jsonb_build_object('kind', v.kind, 'sum', encode(f.sha256, 'hex')) order by v.number desc)
			from document_files v
			join files f on f.organisation_id = v.organisation_id and f.id = v.file_id
			where v.organisation_id = d.organisation_id and v.document_id = d.id
				and (v.kind = 'scan' or v.number = (select max(n.number) from document_files n
					where n.organisation_id = v.organisation_id and n.document_id = v.document_id
						and n.kind in ('generated', 'edited')))), '[]') else '[]' end
	from found d
	join organisations o on o.organisation_id = d.organisation_id
	where d.standing <> 'draft'
	union all
	select '', '', null, 'none', '', null, 'draft', '[]', '[]' from found where standing = 'draft'
$$;
revoke all on function checked_document(text) from public;
grant execute on function checked_document(text) to nastavnik_app;
