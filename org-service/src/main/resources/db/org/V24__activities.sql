-- Temporary activity elsewhere, [valid_from, valid_to). The home counts the member, the host does not.
create table org.temporary_activity (
    id uuid not null,
    version bigint not null,
    member_id uuid not null references org.member,
    home_unit_id uuid not null references org.unit,
    host_unit_id uuid references org.unit,
    outside text,
    purpose text not null check (purpose in ('WORK', 'STUDY')),
    valid_from date not null,
    valid_to date not null,
    decision jsonb not null,
    profile text,
    warnings jsonb not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    primary key (id, version),
    check (valid_from < valid_to),
    check (num_nulls(host_unit_id, outside) = 1)
);
create index on org.temporary_activity (member_id) where recorded_to = 'infinity';
create index on org.temporary_activity (host_unit_id) where recorded_to = 'infinity';
create index on org.temporary_activity (home_unit_id) where recorded_to = 'infinity';
grant select, insert, update (recorded_to) on org.temporary_activity to ${app};
grant select on org.temporary_activity to ${loader};

alter table org.temporary_activity enable row level security;
create policy seen on org.temporary_activity for all to ${app}
    using (home_unit_id in (select scope.covered_units()) or host_unit_id in (select scope.covered_units()));

-- The host knows its guests by name for as long as the record stands; their files stay with their homes.
create function org.guests_of(unit uuid, on_day date, tree_day date)
    returns table (activity_id uuid, member_id uuid, full_name text, home_unit_id uuid, home_unit_code text, host_unit_id uuid,
                   host_unit_code text, purpose text, valid_from date, valid_to date)
    language sql stable security definer set search_path = pg_catalog as $$
    select a.id, a.member_id, p.full_name, a.home_unit_id, h.code, a.host_unit_id, g.code, a.purpose, a.valid_from, a.valid_to
    from org.temporary_activity a
        join org.member m on m.id = a.member_id
        join org.person p on p.id = m.person_id
        join org.unit h on h.id = a.home_unit_id
        join org.unit g on g.id = a.host_unit_id
    where a.recorded_to = 'infinity' and a.valid_from <= on_day and a.valid_to > on_day
      and a.host_unit_id in (select u from scope.units_with('MEMBER_READ') u)
      and a.host_unit_id in (
            select c.unit_id from scope.closure c
            where c.ancestor_id = unit and c.recorded_to = 'infinity' and c.valid_from <= tree_day and c.valid_to > tree_day)
    order by p.sort_key, a.id
    limit 1000
$$;
revoke execute on function org.guests_of from public;
grant execute on function org.guests_of to ${app};
