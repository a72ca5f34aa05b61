-- A file of members: staged by the loader as it streams in, shown, and applied by the app, all or nothing.
create table org.import (
    id uuid primary key,
    unit_id uuid not null references org.unit,
    file_name text not null,
    state text not null check (state in ('STAGING', 'STAGED', 'INVALID', 'APPLIED')),
    row_count int not null default 0,
    error_count int not null default 0,
    created_by uuid not null,
    created_at timestamptz not null,
    applied_at timestamptz
);
create table org.import_row (
    import_id uuid not null references org.import on delete cascade,
    row_number int not null,
    unit_code text,
    unit_id uuid,
    reference text,
    full_name text,
    name_folded text,
    sort_key text collate "C",
    birth_date date,
    gender text,
    identifier_cipher bytea,
    identifier_hash bytea,
    admitted_on date,
    recognised_on date,
    member_since date,
    state text,
    exempt boolean,
    person_id uuid not null,
    member_id uuid not null,
    primary key (import_id, row_number)
);
create table org.import_error (
    import_id uuid not null references org.import on delete cascade,
    row_number int not null,
    column_name text not null,
    code text not null,
    message text not null,
    value text
);
create index on org.import_error (import_id, row_number);

grant maintain on org.import_row to ${loader};
grant select, insert, update, delete on org.import, org.import_row, org.import_error to ${loader};
grant select, update (state, applied_at) on org.import to ${app};
grant select, delete on org.import_row to ${app};
grant select on org.import_error to ${app};

alter table org.import enable row level security;
create policy seen on org.import for all to ${app} using (unit_id in (select scope.units_with('MEMBER_IMPORT')));
alter table org.import_row enable row level security;
create policy seen on org.import_row for all to ${app}
    using (import_id in (select i.id from org.import i));
alter table org.import_error enable row level security;
create policy seen on org.import_error for select to ${app}
    using (import_id in (select i.id from org.import i));
