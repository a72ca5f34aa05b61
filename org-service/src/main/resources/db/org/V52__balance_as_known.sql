-- The day of whose tree a unit's balance is asked: a unit that does not live on it is asked by the tree of its own nearest day.
-- Nothing where the unit was not known yet.
create function org.balance_day(of_unit uuid, wanted date, known_at timestamptz) returns date
    language sql stable security definer set search_path = pg_catalog as $$
    select case when count(*) = 0 then null
                when wanted < min(v.valid_from) then min(v.valid_from)
                when wanted >= max(v.valid_to) then max(v.valid_to) - 1
                else wanted end
    from scope.unit_version v
    where v.unit_id = of_unit and v.recorded_from <= known_at and v.recorded_to >= known_at
      and (v.recorded_to > known_at or known_at = 'infinity')
$$;

-- ORG-71: opening and closing of a unit with what is under it by the tree of a day, and every way in and out between; tree, lines and
-- memberships all as known at one instant. An ended unit leads to what it became, and where that is several to the one that the
-- member was in by then; a unit of later days leads back to the member's last home before it, or else to what it was made of. What
-- leads to several is inside where all of them are, and told apart. A day leads from the home of the day before through its
-- movements to its home; what nothing leads to, a reorganisation did. Row policies are passed by: the caller may ask for the unit,
-- and a right never alters a total.
create or replace function org.balance(of_unit uuid, from_day date, to_day date, tree_day date, known_at timestamptz)
    returns table (part text, kind text, members int)
    language sql stable security definer set search_path = pg_catalog as $$
    with recursive unit as materialized (
        select v.unit_id, min(v.valid_from) as first_day, max(v.valid_to) as end_day,
               (array_agg(v.parent_id order by v.valid_from))[1] as first_parent,
               (array_agg(v.parent_id order by v.valid_from desc))[1] as last_parent
        from scope.unit_version v
        where v.recorded_from <= known_at and v.recorded_to >= known_at
          and (v.recorded_to > known_at or known_at = 'infinity')
        group by v.unit_id
    ), line as materialized (
        select l.predecessor_id, l.successor_id, l.on_day
        from org.unit_lineage l
        where l.recorded_at <= known_at and l.recorded_to >= known_at
          and (l.recorded_to > known_at or known_at = 'infinity')
    ), away as materialized (
        select u.unit_id, u.first_day > tree_day as later,
               case when u.first_day > tree_day then u.first_day else u.end_day end as turn_day,
               case when u.first_day > tree_day
                    then coalesce((select array_agg(l.predecessor_id order by l.predecessor_id) from line l
                                   where l.successor_id = u.unit_id and l.on_day = u.first_day), array[u.first_parent])
                    else coalesce((select array_agg(l.successor_id order by l.successor_id) from line l
                                   where l.predecessor_id = u.unit_id and l.on_day = u.end_day), array[u.last_parent])
               end as leads_to
        from unit u where u.first_day > tree_day or u.end_day <= tree_day
    ), inside as materialized (
        select c.unit_id from scope.closure c
        where c.ancestor_id = of_unit and c.valid_from <= tree_day and c.valid_to > tree_day
          and c.recorded_from <= known_at and c.recorded_to >= known_at
          and (c.recorded_to > known_at or known_at = 'infinity')
    ), stay as materialized (
        select s.member_id, s.valid_from, s.valid_to, s.unit_id from org.membership_version s
        where s.valid_from <= to_day and s.valid_to >= from_day
          and s.recorded_from <= known_at and s.recorded_to >= known_at
          and (s.recorded_to > known_at or known_at = 'infinity')
    ), step as materialized (
        select m.member_id, m.on_day, m.place,
               case when m.reorganisation_id is null then m.kind else 'REORGANISED' end as kind,
               case when m.kind not in ('REGISTERED', 'ADMITTED', 'READMITTED', 'REINSTATED') then m.unit_id end as out_of,
               case when m.kind in ('REGISTERED', 'ADMITTED', 'READMITTED', 'REINSTATED') then m.unit_id
                    when m.kind = 'TRANSFERRED' then m.other_unit_id end as into_unit
        from org.movement_version m
        where m.on_day between from_day and to_day
          and m.recorded_from <= known_at and m.recorded_to >= known_at
          and (m.recorded_to > known_at or known_at = 'infinity')
    ), walk (member_id, unit_id, at_unit) as (
        select x.member_id, x.unit_id, x.unit_id
        from (select member_id, unit_id from stay
              union select member_id, out_of from step
              union select member_id, into_unit from step) x
            join away a on a.unit_id = x.unit_id
        union
        select w.member_id, w.unit_id, n.unit_id
        from walk w
            join away a on a.unit_id = w.at_unit
            cross join lateral (
                select case
                    when a.later then (
                        select s.unit_id from org.membership_version s
                        where s.member_id = w.member_id and s.valid_from < a.turn_day
                          and s.recorded_from <= known_at and s.recorded_to >= known_at
                          and (s.recorded_to > known_at or known_at = 'infinity')
                        order by s.valid_from desc limit 1)
                    when cardinality(a.leads_to) > 1 then (
                        select c.ancestor_id
                        from org.membership_version s
                            join scope.closure c on c.unit_id = s.unit_id and c.ancestor_id = any (a.leads_to)
                                and c.valid_from <= a.turn_day and c.valid_to > a.turn_day
                                and c.recorded_from <= known_at and c.recorded_to >= known_at
                                and (c.recorded_to > known_at or known_at = 'infinity')
                        where s.member_id = w.member_id and s.valid_from <= a.turn_day and s.valid_to > a.turn_day
                          and s.recorded_from <= known_at and s.recorded_to >= known_at
                          and (s.recorded_to > known_at or known_at = 'infinity')
                        order by c.depth limit 1)
                    end as unit_id) own
            cross join lateral unnest(case when own.unit_id is null then a.leads_to else array[own.unit_id] end) as n (unit_id)
        where n.unit_id is not null
    ), placed as materialized (
        select w.member_id, w.unit_id, count(*) > 1 as among_several, bool_and(i.unit_id is not null) as is_inside
        from walk w
            join unit u on u.unit_id = w.at_unit and u.first_day <= tree_day and u.end_day > tree_day
            left join inside i on i.unit_id = w.at_unit
        group by w.member_id, w.unit_id
    ), touched as (
        select s.member_id, s.valid_from as on_day from stay s where s.valid_from between from_day and to_day
        union
        select t.member_id, t.on_day from step t
    ), chain as (
        select t.member_id, t.on_day, -1 as place, null::uuid as out_of, s.unit_id as into_unit
        from touched t join stay s on s.member_id = t.member_id and s.valid_from < t.on_day and s.valid_to >= t.on_day
        union all
        select member_id, on_day, place, out_of, into_unit from step
        union all
        select t.member_id, t.on_day, 2147483647, s.unit_id, null
        from touched t join stay s on s.member_id = t.member_id and s.valid_from <= t.on_day and s.valid_to > t.on_day
    ), linked as (
        select c.member_id, c.out_of, lag(c.into_unit) over (partition by c.member_id, c.on_day order by c.place) as was
        from chain c
    ), move as (
        select member_id, kind, out_of, into_unit from step
        union all
        select member_id, 'REORGANISED', was, out_of from linked where was <> out_of
    ), sided as (
        select m.kind,
               coalesce(o.is_inside, m.out_of in (select unit_id from inside), false) as leaves,
               coalesce(i.is_inside, m.into_unit in (select unit_id from inside), false) as comes
        from move m
            left join placed o on o.member_id = m.member_id and o.unit_id = m.out_of
            left join placed i on i.member_id = m.member_id and i.unit_id = m.into_unit
    ), held as (
        select case when d.day < from_day then 'OPENING' else 'CLOSING' end as part, coalesce(p.among_several, false) as apart
        from (values (from_day - 1), (to_day)) as d (day)
            join stay s on s.valid_from <= d.day and s.valid_to > d.day
            left join placed p on p.member_id = s.member_id and p.unit_id = s.unit_id
        where coalesce(p.is_inside, s.unit_id in (select unit_id from inside))
    )
    select h.part, null, count(*)::int from held h group by h.part
    union all
    select 'UNPLACED_' || h.part, null, count(*)::int from held h where h.apart group by h.part
    union all
    select case when leaves and comes then 'INSIDE' when comes then 'IN' else 'OUT' end, kind, count(*)::int
    from sided where leaves or comes group by 1, 2
$$;
revoke execute on function org.balance, org.balance_day from public;
grant execute on function org.balance, org.balance_day to ${app}, ${loader};
