-- Pure functions that derive one table from another. The projection calls them for the units that an event touches.

create function scope.links_of(units uuid[])
    returns table (unit_id uuid, parent_id uuid, valid_from date, valid_to date, recorded_from timestamptz, recorded_to timestamptz)
    language sql stable
begin atomic
    with slice as (
        select v.unit_id, v.version, v.parent_id, v.valid_from, v.valid_to,
               case when lag(v.valid_to) over w = v.valid_from and lag(v.parent_id) over w is not distinct from v.parent_id
                    then 0 else 1 end as starts
          from scope.unit_version v
         where v.unit_id = any (units)
        window w as (partition by v.unit_id, v.version order by v.valid_from)
    ), numbered as (
        select s.*, sum(s.starts) over (partition by s.unit_id, s.version order by s.valid_from) as run from slice s
    ), span as (
        select n.unit_id, n.version, n.parent_id, min(n.valid_from) as valid_from, max(n.valid_to) as valid_to
          from numbered n group by n.unit_id, n.version, n.parent_id, n.run
    ), ordered as (
        select r.unit_id, r.version, r.recorded_from, r.recorded_to,
               row_number() over (partition by r.unit_id order by r.version) as place
          from scope.unit_record r where r.unit_id = any (units)
    ), placed as (
        select s.unit_id, s.parent_id, s.valid_from, s.valid_to, o.recorded_from, o.recorded_to,
               o.place - row_number() over (
                   partition by s.unit_id, s.parent_id, s.valid_from, s.valid_to order by o.place) as island
          from span s join ordered o on o.unit_id = s.unit_id and o.version = s.version
    )
    select p.unit_id, p.parent_id, p.valid_from, p.valid_to, min(p.recorded_from), max(p.recorded_to)
      from placed p
     group by p.unit_id, p.parent_id, p.valid_from, p.valid_to, p.island;
end;

-- Follows the superiors upward; both times are intersected on the way. A circle, which only incomplete news can show, ends it.
create function scope.closure_of(units uuid[])
    returns table (ancestor_id uuid, unit_id uuid, depth int, valid_from date, valid_to date,
                   recorded_from timestamptz, recorded_to timestamptz)
    language sql stable
begin atomic
    with recursive up as (
        select l.unit_id as ancestor_id, l.unit_id, 0 as depth,
               l.valid_from, l.valid_to, l.recorded_from, l.recorded_to, array[l.unit_id] as passed
          from scope.link l
         where l.unit_id = any (units)
        union all
        select l.parent_id, u.unit_id, u.depth + 1,
               greatest(u.valid_from, l.valid_from), least(u.valid_to, l.valid_to),
               greatest(u.recorded_from, l.recorded_from), least(u.recorded_to, l.recorded_to),
               u.passed || l.parent_id
          from up u
          join scope.link l on l.unit_id = u.ancestor_id
         where l.parent_id is not null and not l.parent_id = any (u.passed)
           and l.valid_from < u.valid_to and u.valid_from < l.valid_to
           and l.recorded_from < u.recorded_to and u.recorded_from < l.recorded_to
    )
    select u.ancestor_id, u.unit_id, u.depth, u.valid_from, u.valid_to, u.recorded_from, u.recorded_to from up u;
end;
