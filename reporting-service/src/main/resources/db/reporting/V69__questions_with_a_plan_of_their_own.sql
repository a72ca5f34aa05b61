-- What almost each answer asks, with arrays of a few things. A statement with an array is planned anew each time, as an array of unknown
-- length looks dearer than this one: that took longer than to answer it. In a function it is planned once a connection.
-- PL/pgSQL binds by name, so that both follow when a rebuild's tables are put in the place of those that serve.

-- The sums of all units settled in a node for each series on its day, as sealed through an instant, and the arrangement that they are of.
-- No row where the sums were thrown away.
create function reporting.sums_of_node(node uuid, series int[], days date[], through timestamptz)
    returns table (arrangement bigint, of_series int, on_day date, amount bigint)
    language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
    return query
        select state.arrangement, found.series, found.day, found.amount
          from reporting.sum_state state
          left join lateral (
               select asked.series, asked.day,
                      cast(coalesce(kept.sums[width_bucket(asked.day - date '2000-01-01', kept.days)], 0) + later.amount as bigint)
                          as amount
                 from unnest(sums_of_node.series, sums_of_node.days) as asked (series, day)
                 left join lateral (
                      select w.recorded, w.days, w.sums from reporting.sum_node_sum w
                       where w.node_id = sums_of_node.node and w.series = asked.series and w.recorded <= sums_of_node.through
                       order by w.recorded desc limit 1) kept on true
                cross join lateral (
                      select coalesce(sum(s.amount), 0) as amount from reporting.sum_node_step s
                       where s.node_id = sums_of_node.node and s.series = asked.series
                         and s.recorded > coalesce(kept.recorded, '-infinity')
                         and s.recorded <= sums_of_node.through and s.day <= asked.day) later) found on true;
end $$;

-- Of units that are not in the tree of a day, those whose facts belong to one that is: where they are placed, or none, and the child of
-- that one on the way to all that they could be placed in. See tusoi.reporting.figures.Strays.
-- A limit of one row keeps each look at the tree a look by its index: the planner expects a walk to reach thousands of units, and would
-- read all links, and all that is under a province, to find out about two.
create function reporting.strays(asked uuid, as_of date, known_at timestamptz, absent uuid[])
    returns table (unit_id uuid, target_id uuid, child_id uuid)
    language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
    return query
        with recursive absent (unit_id) as (
            select unnest(strays.absent)
        ), walk (unit_id, at_id, linked) as (
            select absent.unit_id, absent.unit_id, true from absent
            union
            select walk.unit_id, step.next_id, walk.linked and step.linked
              from walk
             cross join lateral (
                select min(k.valid_from) as first_day, max(k.valid_to) as end_day,
                       bool_or(k.valid_from <= strays.as_of and k.valid_to > strays.as_of) as present
                  from scope.link k
                 where k.unit_id = walk.at_id and k.recorded_from <= strays.known_at and k.recorded_to > strays.known_at) life
             cross join lateral (
                with followed as (
                    select n.successor_id as next_id from scope.lineage n
                     where n.predecessor_id = walk.at_id and n.on_day = life.end_day and life.end_day <= strays.as_of
                       and n.recorded_from <= strays.known_at and n.recorded_to > strays.known_at
                    union
                    select n.predecessor_id from scope.lineage n
                     where n.successor_id = walk.at_id and n.on_day = life.first_day and life.first_day > strays.as_of
                       and n.recorded_from <= strays.known_at and n.recorded_to > strays.known_at
                )
                select followed.next_id, true as linked from followed
                union all
                select k.parent_id, false from scope.link k
                 where k.unit_id = walk.at_id and k.recorded_from <= strays.known_at and k.recorded_to > strays.known_at
                   and case when life.end_day <= strays.as_of then k.valid_to = life.end_day
                            else k.valid_from = life.first_day end
                   and k.parent_id is not null and not exists (select from followed)
             ) step
             where not life.present
        ), reached as (
            select walk.unit_id, walk.at_id, bool_and(walk.linked) as linked
              from walk
             cross join lateral (
                select from scope.link k
                 where k.unit_id = walk.at_id and k.valid_from <= strays.as_of and k.valid_to > strays.as_of
                   and k.recorded_from <= strays.known_at and k.recorded_to > strays.known_at
                 limit 1) present
             group by walk.unit_id, walk.at_id
        )
        select reached.unit_id,
               case when count(*) = 1 and bool_and(reached.linked) then min(reached.at_id::text)::uuid end,
               case when count(child.ancestor_id) = count(*) and count(distinct child.ancestor_id) = 1
                    then min(child.ancestor_id::text)::uuid end
          from reached
          left join lateral (
                select c.unit_id, c.depth from scope.closure c
                 where c.unit_id = reached.at_id and c.ancestor_id = strays.asked
                   and c.valid_from <= strays.as_of and c.valid_to > strays.as_of
                   and c.recorded_from <= strays.known_at and c.recorded_to > strays.known_at
                 limit 1) here on true
          left join scope.closure child
            on child.unit_id = reached.at_id and child.depth = here.depth - 1
           and child.valid_from <= strays.as_of and child.valid_to > strays.as_of
           and child.recorded_from <= strays.known_at and child.recorded_to > strays.known_at
         group by reached.unit_id
        having count(here.unit_id) = count(*)
        union all
        select absent.unit_id, null, null
          from absent
         where not exists (select from reached where reached.unit_id = absent.unit_id)
           and exists (select from scope.link known
                        where known.unit_id = strays.asked and known.parent_id is null
                          and known.valid_from <= strays.as_of and known.valid_to > strays.as_of
                          and known.recorded_from <= strays.known_at and known.recorded_to > strays.known_at)
         order by 1;
end $$;
