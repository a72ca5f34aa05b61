-- directory: whether Keycloak shows the account as it is. PENDING is brought in line in the background, FAILED needs a person.
-- directory_change counts what was asked for, so that an older answer settles nothing newer.
alter table org.account
    add column directory text not null default 'IN_LINE' check (directory in ('IN_LINE', 'PENDING', 'FAILED')),
    add column directory_reason text,
    add column directory_change bigint not null default 0;
create index on org.account (recorded_at, id) where directory = 'PENDING';
grant update (directory, directory_reason, directory_change) on org.account to ${app};

-- Units whose grants have changed, noted with the change and without waiting for others; drained by the mirror.
create table org.unit_to_mirror (
    seq bigint generated always as identity primary key,
    unit_id uuid not null references org.unit
);
-- Units that have groups in Keycloak, and when each is compared next. changed: by a command, so that a difference is no repair.
create table org.mirrored_unit (
    unit_id uuid primary key references org.unit,
    due_at timestamptz not null,
    changed boolean not null default true
);
create index on org.mirrored_unit (due_at);
create table org.mirror (
    one boolean primary key default true check (one),
    succeeded_at timestamptz,
    swept_at timestamptz,
    repairs bigint not null default 0
);
insert into org.mirror default values;
insert into org.unit_to_mirror (unit_id) select distinct unit_id from org.grant_version;

grant insert on org.unit_to_mirror to ${app};
grant select, delete on org.unit_to_mirror to ${loader};
grant select, insert, update, delete on org.mirrored_unit to ${loader};
grant select, update on org.mirror to ${loader};
grant select on org.account, org.grant_version to ${loader};
