-- What row policies and queries ask. The account is the transaction's (tusoi.account); the day is today in Viet Nam.

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
       and g.valid_from <= scope.today() and scope.today() < g.valid_to
       and not exists (select from scope.account a where a.account_id = account and a.locked);
end;

-- Who answers today for a unit that has ended: its successors, or its last superior where there are none.
create view scope.heir as
    select l.unit_id, n.successor_id as heir_id
      from scope.unit_life l
      join scope.lineage n on n.predecessor_id = l.unit_id and n.recorded_to = 'infinity'
     where l.end_day <= scope.today()
    union
    select l.unit_id, l.last_parent_id
      from scope.unit_life l
     where l.end_day <= scope.today() and l.last_parent_id is not null
       and not exists (select from scope.lineage n where n.predecessor_id = l.unit_id and n.recorded_to = 'infinity');

-- The units given, everything under them today (what begins later: under them on its first day), and whatever ended unit one of
-- these answers for.
create function scope.covered_by(granted uuid[]) returns setof uuid
    language sql stable
begin atomic
    with recursive covered (unit_id) as (
        (
            select c.unit_id
              from scope.closure c
             where c.ancestor_id = any (granted)
               and c.recorded_to = 'infinity' and c.valid_from <= scope.today() and scope.today() < c.valid_to
            union
            select c.unit_id
              from scope.unit_life l
              join scope.closure c on c.unit_id = l.unit_id
             where l.first_day > scope.today()
               and c.ancestor_id = any (granted)
               and c.recorded_to = 'infinity' and c.valid_from <= l.first_day and l.first_day < c.valid_to
            union
            select unnest(granted)
        )
        union
        select h.unit_id
          from covered k
          join scope.heir h on h.heir_id = k.unit_id
    )
    select unit_id from covered;
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
    select c.ancestor_id
      from answering a
      join scope.unit_life l on l.unit_id = a.unit_id
      join scope.closure c on c.unit_id = a.unit_id
     where c.recorded_to = 'infinity'
       and c.valid_from <= greatest(scope.today(), l.first_day)
       and greatest(scope.today(), l.first_day) < c.valid_to;
end;

-- Units covered by any grant of the transaction's account: use as  unit_id in (select scope.covered_units()).
create function scope.covered_units() returns setof uuid
    language sql stable rows 500
begin atomic
    select scope.covered_by(array(select g.unit_id from scope.grants_of(scope.current_account()) g));
end;

-- The same, only through roles that hold the right.
create function scope.units_with("right" text) returns setof uuid
    language sql stable rows 500
begin atomic
    select scope.covered_by(array(
        select g.unit_id
          from scope.grants_of(scope.current_account()) g
          join scope.role_right r on r.role = g.role and r."right" = units_with."right"));
end;

grant select on scope.heir to ${app}, ${loader};
