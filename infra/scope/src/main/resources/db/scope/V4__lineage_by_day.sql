-- Which unit became which, on its own day. Both sides may tell, each in its whole picture; what is held to be so is derived.

-- What each version of a unit tells of lineage, whichever side it is on.
create table scope.lineage_told (
    reported_by    uuid   not null,
    version        bigint not null,
    predecessor_id uuid   not null,
    successor_id   uuid   not null,
    on_day         date   not null,
    kind           text,
    primary key (reported_by, version, predecessor_id, successor_id, on_day),
    foreign key (reported_by, version) references scope.unit_record (unit_id, version) on delete cascade
);
create index lineage_told_predecessor on scope.lineage_told (predecessor_id);
create index lineage_told_successor on scope.lineage_told (successor_id);
insert into scope.lineage_told (reported_by, version, predecessor_id, successor_id, on_day)
select reported_by, version, predecessor_id, successor_id, on_day from scope.lineage;

-- From which day which unit followed which, and from when to when that was held to be so. Derived from lineage_told alone.
delete from scope.lineage;
alter table scope.lineage drop constraint lineage_pkey;
alter table scope.lineage drop column reported_by;
alter table scope.lineage drop column version;
alter table scope.lineage alter column recorded_to drop default;
alter table scope.lineage add column kind text;
alter table scope.lineage add primary key (predecessor_id, successor_id, on_day, recorded_from);

-- A picture is whole: whichever of the two sides spoke last tells whether the one still follows the other. One who spoke before
-- there was anything to tell, and was silent since, takes nothing back.
create function scope.lineage_of(units uuid[])
    returns table (predecessor_id uuid, successor_id uuid, on_day date, recorded_from timestamptz, recorded_to timestamptz, kind text)
    language sql stable
begin atomic
    with pair as (
        select t.predecessor_id, t.successor_id, t.on_day
          from scope.lineage_told t
         where t.predecessor_id = any (units)
        union
        select t.predecessor_id, t.successor_id, t.on_day
          from scope.lineage_told t
         where t.successor_id = any (units)
    ), spoken as (
        select p.predecessor_id, p.successor_id, p.on_day, r.recorded_from,
               bool_or(t.version is not null) as held, max(t.kind) as kind
          from pair p
          join scope.unit_record r on r.unit_id in (p.predecessor_id, p.successor_id)
          left join scope.lineage_told t
            on t.reported_by = r.unit_id and t.version = r.version
           and t.predecessor_id = p.predecessor_id and t.successor_id = p.successor_id and t.on_day = p.on_day
         group by p.predecessor_id, p.successor_id, p.on_day, r.recorded_from
    ), ended as (
        select s.*,
               lead(s.recorded_from, 1, 'infinity') over w as recorded_to,
               case when s.held is distinct from lag(s.held) over w then 1 else 0 end as turns
          from spoken s
        window w as (partition by s.predecessor_id, s.successor_id, s.on_day order by s.recorded_from)
    ), numbered as (
        select e.*,
               sum(e.turns) over (partition by e.predecessor_id, e.successor_id, e.on_day order by e.recorded_from) as run
          from ended e
    )
    select n.predecessor_id, n.successor_id, n.on_day, min(n.recorded_from), max(n.recorded_to), max(n.kind)
      from numbered n
     where n.held
     group by n.predecessor_id, n.successor_id, n.on_day, n.run;
end;

insert into scope.lineage (predecessor_id, successor_id, on_day, recorded_from, recorded_to, kind)
select predecessor_id, successor_id, on_day, recorded_from, recorded_to, kind
  from scope.lineage_of((select array_agg(distinct predecessor_id) from scope.lineage_told));

-- Who answers today for a unit that has ended: those that followed it on the day of its end, or its last superior where none
-- did. What was spun off from it while it lived on answers for itself alone.
create or replace view scope.heir as
    select l.unit_id, n.successor_id as heir_id
      from scope.unit_life l
      join scope.lineage n on n.predecessor_id = l.unit_id and n.on_day = l.end_day and n.recorded_to = 'infinity'
     where l.end_day <= (select scope.today())
    union
    select l.unit_id, l.last_parent_id
      from scope.unit_life l
     where l.end_day <= (select scope.today()) and l.last_parent_id is not null
       and not exists (select from scope.lineage n
                        where n.predecessor_id = l.unit_id and n.on_day = l.end_day and n.recorded_to = 'infinity');

-- A unit whose founding was revoked has no day of life; who would have been its superior answers for what was known of it.
insert into scope.unit_life (unit_id, first_day, end_day, last_parent_id)
select distinct on (v.unit_id) v.unit_id, '-infinity', '-infinity', v.parent_id
  from scope.unit_version v
 where not exists (select from scope.unit_life l where l.unit_id = v.unit_id)
 order by v.unit_id, v.version desc, v.valid_from desc;

grant select on scope.lineage_told to ${app}, ${loader};
grant insert, update, delete on scope.lineage_told to ${loader};
