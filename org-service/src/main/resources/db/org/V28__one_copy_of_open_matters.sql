-- Open cases are kept once, in org.open_matter.
create or replace function org.has_open_case(member uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from org.open_matter m where m.subject_id = member and m.kind = 'CASE' and m.open)
$$;
drop table org.discipline_case;
