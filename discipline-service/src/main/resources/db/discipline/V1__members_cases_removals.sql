-- The copy of the register: written by the inbox, read by rules.
create table member_seen (
    member_id uuid primary key,
    version   bigint not null
);

create table member_slice (
    member_id    uuid not null,
    valid_from   date not null,
    valid_to     date not null,
    home_unit_id uuid not null,
    state        text not null,
    exempt       boolean not null,
    suspended    boolean not null,
    primary key (member_id, valid_from),
    check (valid_from < valid_to)
);
create index on member_slice (home_unit_id, valid_from, valid_to);

create table post_holding (
    post_holding_id uuid primary key,
    version         bigint not null,
    member_id       uuid not null,
    unit_id         uuid,
    valid_from      date not null,
    valid_to        date not null
);
create index on post_holding (member_id);

-- An erasable copy, for lists and documents only.
create table member_name (
    member_id uuid primary key,
    full_name text not null check (length(full_name) <= 200)
);

-- A case: its newest version is what commands lock; every version stays.
create table discipline_case (
    case_id      uuid primary key,
    version      bigint not null,
    recorded_at  timestamptz not null,
    unit_id      uuid not null,
    subject_type text not null,
    subject_id   uuid not null,
    state        text not null
);
create index on discipline_case (unit_id, case_id);
create index on discipline_case (subject_id);

create table case_version (
    case_id       uuid not null references discipline_case,
    version       bigint not null,
    unit_id       uuid not null,
    recorded_from timestamptz not null,
    state         text not null,
    body          jsonb not null,
    primary key (case_id, version)
);

-- Free text, apart from everything that leaves: erasable, never in events.
create table case_narrative (
    case_id   uuid primary key references discipline_case,
    unit_id   uuid not null,
    narrative text not null check (length(narrative) <= 20000)
);

create table removal (
    case_id     uuid primary key,
    version     bigint not null,
    recorded_at timestamptz not null,
    unit_id     uuid not null,
    member_id   uuid not null,
    kind        text not null,
    state       text not null
);
create index on removal (unit_id, case_id);
-- A member is taken off the list once at a time.
create unique index on removal (member_id) where state not in ('DECIDED', 'CLOSED');

create table removal_version (
    case_id       uuid not null references removal,
    version       bigint not null,
    unit_id       uuid not null,
    recorded_from timestamptz not null,
    state         text not null,
    body          jsonb not null,
    primary key (case_id, version)
);

alter table discipline_case enable row level security;
alter table case_version enable row level security;
alter table case_narrative enable row level security;
alter table removal enable row level security;
alter table removal_version enable row level security;

create policy covered on discipline_case to ${app}
    using (unit_id in (select scope.covered_units())) with check (unit_id in (select scope.covered_units()));
create policy covered on case_version to ${app}
    using (unit_id in (select scope.covered_units())) with check (unit_id in (select scope.covered_units()));
create policy restricted on case_narrative to ${app}
    using (unit_id in (select scope.units_with('CASE_READ'))) with check (unit_id in (select scope.units_with('CASE_WRITE')));
create policy covered on removal to ${app}
    using (unit_id in (select scope.covered_units())) with check (unit_id in (select scope.covered_units()));
create policy covered on removal_version to ${app}
    using (unit_id in (select scope.covered_units())) with check (unit_id in (select scope.covered_units()));

grant usage on schema discipline to ${app}, ${loader};
grant select on member_slice, post_holding, member_name to ${app};
grant select, insert, update on discipline_case, removal to ${app};
grant select, insert on case_version, removal_version to ${app};
grant select, insert, delete on case_narrative to ${app};
grant select, insert, update, delete on member_seen, member_slice, post_holding, member_name to ${loader};
