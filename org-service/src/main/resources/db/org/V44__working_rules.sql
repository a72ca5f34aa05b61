-- Working rules (quy chế làm việc) on file: what they are and of which hash, not the paper itself; with them who was given which task.
create table org.working_rules_version (
    id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    unit_id uuid not null references org.unit,
    document_number text not null,
    adopted_on date not null,
    valid_from date not null,
    valid_to date not null default 'infinity',
    attachment jsonb not null,
    tasks jsonb not null,
    reason text,
    profile text not null,
    warnings jsonb not null,
    actor uuid not null,
    primary key (id, version),
    check (valid_from < valid_to)
);
create index on org.working_rules_version (unit_id, valid_from);
grant select, insert, update (recorded_to) on org.working_rules_version to ${app};
grant select on org.working_rules_version to ${loader};

alter table org.working_rules_version enable row level security;
create policy kept on org.working_rules_version for all to ${app} using (unit_id in (select scope.covered_units()));
