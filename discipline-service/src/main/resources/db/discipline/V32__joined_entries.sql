-- Entries that the register gave up for another of the same person: what was opened under one is the person's.
create table joined_entry (
    given_id uuid primary key,
    kept_id  uuid not null
);
create index on joined_entry (kept_id);
alter table joined_entry enable row level security;
create policy covered on joined_entry to ${app}
    using (exists (select from member_slice s where s.member_id = joined_entry.kept_id)
        or exists (select from discipline_case c where c.subject_id in (joined_entry.given_id, joined_entry.kept_id))
        or exists (select from removal r where r.member_id in (joined_entry.given_id, joined_entry.kept_id)));
grant select on joined_entry to ${app};
grant select, insert, update, delete on joined_entry to ${loader};

-- The entry that goes on; itself, where it was not given up.
create function kept_entry(entry uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with recursive step (id, depth) as (
        select entry, 0
        union all
        select j.kept_id, s.depth + 1 from step s join discipline.joined_entry j on j.given_id = s.id where s.depth < 100
    )
    select id from step order by depth desc limit 1
$$;

-- All entries of the person.
create function entries_of(entry uuid) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with recursive one (id) as (
        select discipline.kept_entry(entry)
        union
        select j.given_id from one o join discipline.joined_entry j on j.kept_id = o.id
    )
    select id from one
$$;

create or replace function has_open_case(the_subject uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select from discipline.discipline_case
        where subject_id in (select e from discipline.entries_of(the_subject) e) and state not in ('IN_EFFECT', 'CLOSED'))
$$;

-- Of the person, by whatever entry: an open procedure under one that was given up goes on.
create or replace function standing_on(the_member uuid, the_day date) returns table (official boolean, holds_post boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select s.state = 'OFFICIAL',
           exists (select from discipline.post_holding p
                   where p.member_id in (select e from discipline.entries_of(the_member) e)
                     and p.valid_from <= the_day and p.valid_to > the_day)
    from discipline.member_slice s
    where s.member_id = discipline.kept_entry(the_member) and s.valid_from <= the_day and s.valid_to > the_day
$$;

-- Another removal of the person is open, by whatever entry, in whatever unit.
create function has_open_removal(the_member uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select from discipline.removal
        where member_id in (select e from discipline.entries_of(the_member) e) and state not in ('DECIDED', 'CLOSED'))
$$;

revoke execute on function kept_entry, entries_of, has_open_removal from public;
grant execute on function kept_entry, entries_of, has_open_removal to ${app}, ${loader};

-- The name of who goes on is shown with what was opened under a former entry.
drop policy covered on member_name;
create policy covered on member_name to ${app}
    using (exists (select from member_slice s where s.member_id = member_name.member_id)
        or exists (select from discipline_case c
                   where c.subject_id = member_name.member_id
                      or c.subject_id in (select j.given_id from joined_entry j where j.kept_id = member_name.member_id))
        or exists (select from removal r
                   where r.member_id = member_name.member_id
                      or r.member_id in (select j.given_id from joined_entry j where j.kept_id = member_name.member_id)));
