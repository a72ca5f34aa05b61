-- As before, but whoever answers for a unit is looked for by that unit. The planner expects a walk to reach many units, and would list
-- the heirs of all units that there are to find those of one: 5 ms of each answer under 256,000 units, 0.2 ms by the index.
create or replace function scope.holders_of(unit uuid) returns setof uuid
    language sql stable
begin atomic
    with recursive answering (unit_id) as (
        select unit
        union
        select h.heir_id
          from answering a
         cross join lateral (select i.heir_id from scope.heir i where i.unit_id = a.unit_id offset 0) h
    )
    select a.unit_id from answering a
    union
    select above.ancestor_id
      from answering a
     cross join lateral (
        select c.ancestor_id
          from scope.unit_life l
          join scope.closure c on c.unit_id = l.unit_id
         where l.unit_id = a.unit_id
           and c.recorded_to = 'infinity'
           and c.valid_from <= greatest((select scope.today()), l.first_day)
           and greatest((select scope.today()), l.first_day) < c.valid_to
        offset 0) above; -- each by its index: nobody answers for more than a handful
end;
