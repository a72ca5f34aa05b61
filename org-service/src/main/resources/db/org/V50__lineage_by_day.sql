-- By what one unit follows another. The same two may be linked twice: spun off on one day, merged into on a later one.
alter table org.unit_lineage add column kind text
    check (kind in ('MERGE', 'SPLIT', 'SPIN_OFF', 'FOUNDING', 'SUCCESSION'));
drop index org.unit_lineage_once;
create unique index unit_lineage_once on org.unit_lineage (predecessor_id, successor_id, on_day) where recorded_to = 'infinity';

-- As before, but an ended unit is where those are that followed it on the day of its end, not where anything is that it ever gave off.
create or replace function org.balance(of_unit uuid, from_day date, to_day date, tree_day date, known_at timestamptz)
    returns table (part text, kind text, members int)
    language sql stable security definer set search_path = pg_catalog as $$
    with recursive heir as (
        select l.unit_id, n.successor_id as heir_id
        from scope.unit_life l
        join scope.lineage n on n.predecessor_id = l.unit_id and n.on_day = l.end_day and n.recorded_to = 'infinity'
        where l.end_day <= tree_day
        union
        select l.unit_id, l.last_parent_id
        from scope.unit_life l
        where l.end_day <= tree_day and l.last_parent_id is not null
          and not exists (select from scope.lineage n
                          where n.predecessor_id = l.unit_id and n.on_day = l.end_day and n.recorded_to = 'infinity')
    ), inside (unit_id) as (
        select c.unit_id from scope.closure c
        where c.ancestor_id = of_unit and c.recorded_to = 'infinity' and c.valid_from <= tree_day and c.valid_to > tree_day
        union
        select of_unit
        union
        select h.unit_id from inside i join heir h on h.heir_id = i.unit_id
    ), stay as (
        select s.member_id, s.valid_from, s.valid_to, s.unit_id from org.membership_version s
        where s.recorded_from <= known_at and s.recorded_to >= known_at
          and (s.recorded_to > known_at or known_at = 'infinity')
    ), step as (
        select m.member_id, m.on_day, m.place,
               case when m.reorganisation_id is null then m.kind else 'REORGANISED' end as kind,
               case when m.kind not in ('REGISTERED', 'ADMITTED', 'READMITTED', 'REINSTATED') then m.unit_id end as out_of,
               case when m.kind in ('REGISTERED', 'ADMITTED', 'READMITTED', 'REINSTATED') then m.unit_id
                    when m.kind = 'TRANSFERRED' then m.other_unit_id end as into_unit
        from org.movement_version m
        where m.on_day between from_day and to_day
          and m.recorded_from <= known_at and m.recorded_to >= known_at
          and (m.recorded_to > known_at or known_at = 'infinity')
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
        select c.out_of, lag(c.into_unit) over (partition by c.member_id, c.on_day order by c.place) as was from chain c
    ), move as (
        select kind, out_of, into_unit from step
        union all
        select 'REORGANISED', was, out_of from linked where was <> out_of
    ), sided as (
        select kind, coalesce(out_of in (select unit_id from inside), false) as leaves,
               coalesce(into_unit in (select unit_id from inside), false) as comes
        from move
    )
    select 'OPENING', null, count(*)::int from stay
    where valid_from < from_day and valid_to >= from_day and unit_id in (select unit_id from inside)
    union all
    select 'CLOSING', null, count(*)::int from stay
    where valid_from <= to_day and valid_to > to_day and unit_id in (select unit_id from inside)
    union all
    select case when leaves and comes then 'INSIDE' when comes then 'IN' else 'OUT' end, kind, count(*)::int
    from sided where leaves or comes group by 1, 2
$$;
