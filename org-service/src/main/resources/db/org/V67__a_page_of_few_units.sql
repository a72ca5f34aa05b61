-- A list of a few units: the planner would walk all names in their order until a page is full, and takes each unit for one that has its
-- share of every page. A page of 50 from a share of f of all members makes it look at 50/f names, or else at all f * members of the
-- units: three look-ups a name against two a member. What is held now is asked for in the words of the index on it. Workers for half
-- of that are not worth their start, nor a second core.
create function org.walks_by_name(units int) returns boolean
    language sql stable set search_path = pg_catalog as $$
    select (units::float8 / nullif(all_units.reltuples, 0)) ^ 2 * members.reltuples > 100
    from pg_class members, pg_class all_units
    where members.oid = 'org.member'::regclass and all_units.oid = 'org.unit'::regclass
$$;

create or replace function org.find_members(
    within uuid, patterns text[], of_state text, as_of date, known_at timestamptz,
    after_key text, after_id uuid, size int)
    returns table (
        member_id uuid, reference text, full_name text, birth_date date, gender text, unit_id uuid, unit_code text,
        unit_name text, state text, exempt boolean, suspended boolean, home_since date, admitted_on date,
        recognised_on date, sort_key text, version bigint)
    language plpgsql stable rows 50 security definer
    set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan set max_parallel_workers_per_gather = 0 as $$
#variable_conflict use_column
declare
    narrowest constant text := (select p from unnest(patterns) p order by length(p) desc limit 1);
    readable uuid[] := array(select u from scope.units_with('MEMBER_READ') u);
    sorted boolean := true;
begin
    if within is not null then
        readable := array(
            select c.unit_id from scope.closure c
            where c.ancestor_id = within and c.valid_from <= as_of and c.valid_to > as_of
              and c.recorded_from <= known_at and c.recorded_to >= known_at
              and (c.recorded_to > known_at or known_at = 'infinity')
            intersect select u from unnest(readable) u);
        sorted := org.walks_by_name(cardinality(readable));
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
    if narrowest is not null then
        -- Who is so named, in the order of names; and of these only until a page is full, whether they are there.
        return query
        select m.id, m.reference, p.full_name, p.birth_date, p.gender, s.unit_id, u.code, u.name, s.state, s.exempt,
               s.suspended, s.valid_from, m.admitted_on, m.recognised_on, p.sort_key, m.version
        from (select * from org.person o
              where o.name_folded like narrowest and o.name_folded like all (patterns)
                and (after_key is null or o.sort_key >= after_key collate "C")
              order by o.sort_key offset 0) p
            join org.member m on m.person_id = p.id
            join org.membership_version s on s.member_id = m.id
            left join scope.unit_version u on u.unit_id = s.unit_id
                and u.valid_from <= as_of and u.valid_to > as_of and u.recorded_to = 'infinity'
        where s.unit_id = any (readable)
          and s.valid_from <= as_of and s.valid_to > as_of
          and s.recorded_to = 'infinity'
          and (of_state is null or s.state = of_state)
          and (after_key is null or (p.sort_key, m.id) > (after_key collate "C", after_id))
        order by p.sort_key, m.id
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
            and u.recorded_to = 'infinity'
    where s.unit_id = any (readable)
      and s.valid_from <= as_of and s.valid_to > as_of
      and s.recorded_to = 'infinity'
      and (of_state is null or s.state = of_state)
      and (after_key is null or p.sort_key >= after_key collate "C" and (p.sort_key, m.id) > (after_key collate "C", after_id))
    -- Names in their order, and of each whether the person is there; or all who are there, and these sorted.
    order by case when sorted then p.sort_key else p.sort_key || '' end, m.id
    limit size;
end $$;
