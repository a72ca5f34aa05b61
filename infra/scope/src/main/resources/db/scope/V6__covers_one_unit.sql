-- Whether the transaction's account covers one unit, asked from below: as cheap for the root's account as for a ward's. It decides as
-- "unit in (select scope.covered_units())" does, and with a right as units_with does: use it where few rows are looked at, the sets
-- where many are. A function keeps its plans for the session, and a policy that calls it leaves next to nothing to plan; it has a
-- search path of its own, as under another one than before everything is planned anew.
create function scope.covers(unit uuid, "right" text default null) returns boolean
    language plpgsql stable parallel safe
    set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
declare
    today constant date := scope.today();
    granted constant uuid[] := array(
        select g.unit_id
          from scope.grants_of(scope.current_account()) g
         where covers."right" is null
            or exists (select from scope.role_right r where r.role = g.role and r."right" = covers."right"));
    answering uuid[] := array[unit];
    passed uuid[] := answering;
begin
    if unit is null or cardinality(granted) = 0 then
        return false;
    end if;
    loop
        -- A grant at the unit or above it, today; on its first day, where it has not begun.
        if answering && granted or exists (
            select from unnest(answering) a
             cross join lateral (
                select c.ancestor_id
                  from scope.unit_life l
                  join scope.closure c on c.unit_id = l.unit_id
                 where l.unit_id = a
                   and c.recorded_to = 'infinity'
                   and c.valid_from <= greatest(today, l.first_day) and greatest(today, l.first_day) < c.valid_to
                offset 0) above -- by the unit's index, not by all that is under a grant
             where above.ancestor_id = any (granted)) then
            return true;
        end if;
        -- Or at whoever answers for it, where it has ended, and so on: nobody answers for more than a handful.
        answering := array(
            select h.heir_id
              from unnest(answering) a
             cross join lateral (select i.heir_id from scope.heir i where i.unit_id = a offset 0) h
             where h.heir_id <> all (passed));
        if cardinality(answering) = 0 then
            return false;
        end if;
        passed := passed || answering;
    end loop;
end $$;
grant execute on function scope.covers(uuid, text) to ${app}, ${loader};
