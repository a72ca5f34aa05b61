-- From which unit's administrators a lock comes: only who looks after that unit's accounts too takes it off. Unknown of older locks.
alter table org.account add column locked_from uuid references org.unit;
grant update (locked_from) on org.account to ${app};

-- An id is never looked for among the usernames: somebody might have chosen another one's.
create or replace function org.account_named(name text) returns table (id uuid, locked boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select a.id, a.locked from org.account a
    where case when name ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then a.id::text = lower(name)
               else lower(a.username) = lower(name) end
$$;

-- The highest unit through whose grant the caller looks after the accounts of a unit: it has the fewest above it.
create function org.looked_after_from(unit uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select g.unit_id
      from scope.grants_of(scope.current_account()) g
      join scope.role_right r on r.role = g.role and r."right" = 'ACCOUNT_ADMIN'
     where g.unit_id in (select h from scope.holders_of(unit) h)
     order by (select count(*) from scope.holders_of(g.unit_id)), g.unit_id
     limit 1
$$;

-- Whether the caller looks after the accounts of the whole register.
create function org.administers_register() returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (
        select from scope.unit_version v
        where v.parent_id is null and v.recorded_to = 'infinity'
          and v.valid_from <= scope.today() and scope.today() < v.valid_to
          and v.unit_id in (select scope.units_with('ACCOUNT_ADMIN')))
$$;
revoke execute on function org.looked_after_from, org.administers_register from public;
grant execute on function org.looked_after_from, org.administers_register to ${app}, ${loader};
