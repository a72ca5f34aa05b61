-- A file of another register, staged as an import is, and compared row by row with what is held. Nothing of it is applied before its
-- group is confirmed.
alter table org.import add column purpose text not null default 'REGISTER' check (purpose in ('REGISTER', 'COMPARE'));

create table org.reconciliation_row (
    import_id uuid not null references org.import on delete cascade,
    place int not null,
    row_number int,
    part text not null check (part in ('SAME', 'NEW', 'CHANGED', 'MISSING', 'CONFLICTING')),
    member_id uuid,
    member_version bigint,
    full_name text,
    reason text,
    differences jsonb not null default '[]',
    applied_at timestamptz,
    primary key (import_id, place)
);
create index on org.reconciliation_row (import_id, part, place);
grant select, insert on org.reconciliation_row to ${loader};
grant select, update (applied_at) on org.reconciliation_row to ${app};
alter table org.reconciliation_row enable row level security;
create policy seen on org.reconciliation_row for all to ${app}
    using (import_id in (select i.id from org.import i));
grant delete on org.reconciliation_row to ${loader};
