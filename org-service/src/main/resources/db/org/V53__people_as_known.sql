-- Who somebody was held to be, as it was searched and sorted.
alter table org.superseded_person add column name_folded text, add column sort_key text collate "C";
update org.superseded_person set name_folded = org.folded(full_name),
    sort_key = regexp_replace(org.folded(full_name), '^(.*) ([^ ]*)$', '\2 \1');
alter table org.superseded_person alter column name_folded set not null, alter column sort_key set not null;

-- As before for what is held now; for a former instant names, days and versions are told as they were held to be then.
create or replace function org.find_members(
    within uuid, patterns text[], of_state text, as_of date, known_at timestamptz,
    after_key text, after_id uuid, size int)
    returns table (
        member_id uuid, reference text, full_name text, birth_date date, gender text, unit_id uuid, unit_code text,
        unit_name text, state text, exempt boolean, suspended boolean, home_since date, admitted_on date,
        recognised_on date, sort_key text, version bigint)
    language plpgsql stable rows 50 security definer
    set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
    narrowest constant text := (select p from unnest(patterns) p order by length(p) desc limit 1);
    readable uuid[] := array(select u from scope.units_with('MEMBER_READ') u);
begin
    if within is not null then
        readable := array(
            select c.unit_id from scope.closure c
            where c.ancestor_id = within and c.valid_from <= as_of and c.valid_to > as_of
              and c.recorded_from <= known_at and c.recorded_to >= known_at
              and (c.recorded_to > known_at or known_at = 'infinity')
            intersect select u from unnest(readable) u);
    end if;
    if known_at < 'infinity' then
        return query
        select m.id, m.reference, who.full_name, who.birth_date, who.gender, s.unit_id, u.code, u.name, s.state, s.exempt,
               s.suspended, s.valid_from, days.admitted_on, days.recognised_on, who.sort_key, s.version
        from org.membership_version s
            join org.member m on m.id = s.member_id
            cross join lateral (
                select * from (
                    select o.full_name, o.birth_date, o.gender, o.name_folded, o.sort_key, o.recorded_to
                    from org.superseded_person o where o.person_id = m.person_id and o.recorded_to > known_at
                    union all
                    select p.full_name, p.birth_date, p.gender, p.name_folded, p.sort_key, 'infinity'
                    from org.person p where p.id = m.person_id) held
                order by held.recorded_to limit 1) who
            cross join lateral (
                select * from (
                    select d.admitted_on, d.recognised_on, d.recorded_to
                    from org.superseded_days d where d.member_id = m.id and d.recorded_to > known_at
                    union all
                    select m.admitted_on, m.recognised_on, 'infinity') held
                order by held.recorded_to limit 1) days
            left join scope.unit_version u on u.unit_id = s.unit_id
                and u.valid_from <= as_of and u.valid_to > as_of
                and u.recorded_from <= known_at and u.recorded_to > known_at
        where s.unit_id = any (readable)
          and s.valid_from <= as_of and s.valid_to > as_of
          and s.recorded_from <= known_at and s.recorded_to > known_at
          and (narrowest is null or who.name_folded like all (patterns))
          and (of_state is null or s.state = of_state)
          and (after_key is null or (who.sort_key, m.id) > (after_key collate "C", after_id))
        order by who.sort_key, m.id
        limit size;
        return;
    end if;
    return query
    select m.id, m.reference, p.full_name, p.birth_date, p.gender, s.unit_id, u.code, u.name, s.state, s.exempt,
           s.suspended, s.valid_from, m.admitted_on, m.recognised_on, p.sort_key, m.version
    from org.membership_version s
        join org.member m on m.id = s.member_id
        join org.person p on p.id = m.person_id
        left join scope.unit_version u on u.unit_id = s.unit_id
            and u.valid_from <= as_of and u.valid_to > as_of
            and u.recorded_from <= known_at and u.recorded_to >= known_at
            and (u.recorded_to > known_at or known_at = 'infinity')
    where s.unit_id = any (readable)
      and s.valid_from <= as_of and s.valid_to > as_of
      and s.recorded_from <= known_at and s.recorded_to >= known_at
      and (s.recorded_to > known_at or known_at = 'infinity')
      and (narrowest is null or p.name_folded like narrowest and p.name_folded like all (patterns))
      and (of_state is null or s.state = of_state)
      and (after_key is null or p.sort_key >= after_key collate "C" and (p.sort_key, m.id) > (after_key collate "C", after_id))
    order by p.sort_key, m.id
    limit size;
end $$;

-- What a transfer was held to be, version by version. Of those made before, only what is held now is known.
create table org.transfer_version (
    id uuid not null references org.transfer,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    state text not null,
    presented_on date,
    closed_on date,
    reason text,
    warnings jsonb not null,
    primary key (id, version)
);
insert into org.transfer_version
select id, version, recorded_at, 'infinity', state, presented_on, closed_on, reason, warnings from org.transfer;
grant select, insert, update (recorded_to) on org.transfer_version to ${app};
grant select on org.transfer_version to ${loader};
alter table org.transfer_version enable row level security;
create policy seen on org.transfer_version for all to ${app} using (id in (select t.id from org.transfer t));

create table org.prospect_version (
    id uuid not null references org.prospect,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    state text not null,
    closed_on date,
    reason text,
    member_id uuid references org.member,
    primary key (id, version)
);
insert into org.prospect_version
select id, version, recorded_at, 'infinity', state, closed_on, reason, member_id from org.prospect;
grant select, insert, update (recorded_to) on org.prospect_version to ${app};
grant select on org.prospect_version to ${loader};
alter table org.prospect_version enable row level security;
create policy seen on org.prospect_version for all to ${app} using (id in (select p.id from org.prospect p));

alter table org.prospect_introducer add column recorded_from timestamptz;
update org.prospect_introducer i set recorded_from = p.recorded_at from org.prospect p where p.id = i.prospect_id;
alter table org.prospect_introducer alter column recorded_from set not null;
