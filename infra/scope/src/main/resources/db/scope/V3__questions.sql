-- What row policies and queries ask. (select scope.today()) is asked once a query; without the select, once a row.
-- The account is the transaction's (tusoi.account); the day is today in Viet Nam.

create function scope.today() returns date
    language sql stable
return (now() at time zone 'Asia/Ho_Chi_Minh')::date;

create function scope.current_account() returns uuid
    language sql stable
return nullif(current_setting('tusoi.account', true), '')::uuid;

-- The account's grants in force today; none where it is locked.
create function scope.grants_of(account uuid)
    returns table (grant_id uuid, role text, unit_id uuid, valid_from date, valid_to date)
    language sql stable
begin atomic
    select g.grant_id, g.role, g.unit_id, g.valid_from, g.valid_to
      from scope.grant_version g
     where g.account_id = account
       and g.recorded_to = 'infinity'
       and g.valid_from <= (select scope.today()) and (select scope.today()) < g.valid_to
       and not exists (select from scope.account a where a.account_id = account and a.locked);
end;

-- Who answers today for a unit that has ended: its successors, or its last superior where there are none.
create view scope.heir as
    select l.unit_id, n.successor_id as heir_id
      from scope.unit_life l
      join scope.lineage n on n.predecessor_id = l.unit_id and n.recorded_to = 'infinity'
     where l.end_day <= (select scope.today())
    union
    select l.unit_id, l.last_parent_id
      from scope.unit_life l
     where l.end_day <= (select scope.today()) and l.last_parent_id is not null
       and not exists (select from scope.lineage n where n.predecessor_id = l.unit_id and n.recorded_to = 'infinity');

-- The units of the account's grants (only those whose role holds the right, unless it is null), everything under them today
-- (what begins later: under them on its first day), and whatever ended unit one of these answers for.
create function scope.covered(account uuid, "right" text) returns setof uuid
    language sql stable
begin atomic
    with recursive granted (unit_id) as (
        select g.unit_id
          from scope.grants_of(account) g
         where covered."right" is null
            or exists (select from scope.role_right r where r.role = g.role and r."right" = covered."right")
    ), found (unit_id) as (
        (
            select c.unit_id
              from granted g
              join scope.closure c on c.ancestor_id = g.unit_id
             where c.recorded_to = 'infinity' and (select scope.today()) < c.valid_to
               and (c.valid_from <= (select scope.today())
                    or exists (select from scope.unit_life l where l.unit_id = c.unit_id and l.first_day = c.valid_from))
            union all
            select g.unit_id from granted g
        )
        union
        select h.unit_id
          from found f
          join scope.heir h on h.heir_id = f.unit_id
    )
    select unit_id from found;
end;

-- The same question from below: the units of which one has to be granted for this one to be covered.
create function scope.holders_of(unit uuid) returns setof uuid
    language sql stable
begin atomic
    with recursive answering (unit_id) as (
        select unit
        union
        select h.heir_id
          from answering a
          join scope.heir h on h.unit_id = a.unit_id
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

-- Units covered by any grant of the transaction's account: use as  unit_id in (select scope.covered_units()).
-- PL/pgSQL hands its rows over in one piece, where an SQL function would be entered for each.
create function scope.covered_units() returns setof uuid
    language plpgsql stable rows 500 as $$
begin
    return query select u from scope.covered(scope.current_account(), null) u;
end $$;

-- The same, only through roles that hold the right.
create function scope.units_with("right" text) returns setof uuid
    language plpgsql stable rows 500 as $$
begin
    return query select u from scope.covered(scope.current_account(), units_with."right") u;
end $$;

grant select on scope.heir to ${app}, ${loader};
