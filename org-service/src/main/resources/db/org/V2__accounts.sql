-- Background work of the service itself (the first account of an empty register) runs as account 0.
create function org.is_system() returns boolean
    language sql stable as $$ select current_setting('tusoi.account', true) = '00000000-0000-0000-0000-000000000000' $$;

-- unit_id: the unit whose administrators look after the account.
create table org.account (
    id uuid primary key,
    subject text not null constraint account_subject unique,
    username text not null,
    display_name text not null,
    unit_id uuid not null references org.unit,
    locked boolean not null default false,
    version bigint not null,
    recorded_at timestamptz not null
);
create unique index account_username on org.account (lower(username));
create index on org.account (unit_id);
grant select, insert, update (locked, version, recorded_at) on org.account to ${app};

-- A grant's versions: its role, unit and start never change, its end may.
create table org.grant_version (
    id uuid not null,
    version bigint not null,
    account_id uuid not null references org.account,
    role text not null,
    unit_id uuid not null references org.unit,
    valid_from date not null,
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    primary key (id, version),
    check (valid_from <= valid_to)
);
create index on org.grant_version (account_id) where recorded_to = 'infinity';
create index on org.grant_version (unit_id) where recorded_to = 'infinity';
grant select, insert, update (recorded_to) on org.grant_version to ${app};

alter table org.grant_version enable row level security;
create policy seen on org.grant_version for select to ${app}
    using (org.is_system() or account_id::text = current_setting('tusoi.account', true)
           or unit_id in (select scope.covered_units()));
create policy given on org.grant_version for insert to ${app}
    with check (org.is_system() or unit_id in (select scope.units_with('ACCOUNT_ADMIN')));
create policy closed on org.grant_version for update to ${app}
    using (unit_id in (select scope.units_with('ACCOUNT_ADMIN')))
    with check (unit_id in (select scope.units_with('ACCOUNT_ADMIN')));

alter table org.account enable row level security;
create policy seen on org.account for select to ${app}
    using (org.is_system() or id::text = current_setting('tusoi.account', true)
           or unit_id in (select scope.covered_units())
           or exists (select 1 from org.grant_version g
                      where g.account_id = account.id and g.recorded_to = 'infinity'
                        and g.unit_id in (select scope.units_with('ACCOUNT_ADMIN'))));
create policy registered on org.account for insert to ${app}
    with check (org.is_system() or unit_id in (select scope.units_with('ACCOUNT_ADMIN')));
create policy changed on org.account for update to ${app}
    using (unit_id in (select scope.units_with('ACCOUNT_ADMIN')))
    with check (unit_id in (select scope.units_with('ACCOUNT_ADMIN')));
