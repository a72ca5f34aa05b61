-- What a list of a unit holds: the unit, what stands under it today (on its last day, where it has ended; on its first, where it has
-- not begun), and whatever ended unit one of these answers for. So the books of a ward that was merged are listed under the ward that
-- goes on, and under its own name too.
create function scope.under(unit uuid) returns setof uuid
    language plpgsql stable rows 500 as $$
begin
    return query
    with recursive found (unit_id) as (
        (
            select c.unit_id
              from scope.unit_life l
              join scope.closure c on c.ancestor_id = l.unit_id
             cross join lateral (select greatest(least((select scope.today()), l.end_day - 1), l.first_day) as day) seen
             where l.unit_id = under.unit
               and c.recorded_to = 'infinity' and c.valid_from <= seen.day and c.valid_to > seen.day
            union all
            select under.unit
        )
        union
        select h.unit_id
          from found f
          join scope.heir h on h.heir_id = f.unit_id
    )
    select f.unit_id from found f;
end $$;
grant execute on function scope.under(uuid) to ${app}, ${loader};
