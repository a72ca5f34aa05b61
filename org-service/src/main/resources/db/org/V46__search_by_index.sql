-- Members at home on a day, as known at an instant ('infinity': by now), in the order of given names. Row policies would keep the
-- search from its index, so the scope is asked once, as a list of units, and the function reads past them.
--
-- Each call is planned for its own arguments: part of a name goes by the trigram index, for which the longest pattern stands alone
-- (an index does not serve LIKE ALL); a page of a large unit walks the names in their order until it is full; a small unit's
-- members, and a whole export, are gathered by unit and sorted.
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
