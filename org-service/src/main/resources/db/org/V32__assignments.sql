-- Which committee member looks after which branch.
create table org.assignment_version (
    id uuid not null,
    version bigint not null,
    member_id uuid not null references org.member,
    unit_id uuid not null references org.unit,
    valid_from date not null,
    valid_to date not null default 'infinity',
    warnings jsonb not null default '[]',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    primary key (id, version),
    check (valid_from < valid_to)
);
create index on org.assignment_version (member_id) where recorded_to = 'infinity';
create index on org.assignment_version (unit_id) where recorded_to = 'infinity';
grant select, insert, update (recorded_to) on org.assignment_version to ${app}, ${loader};

alter table org.assignment_version enable row level security;
create policy seen on org.assignment_version for all to ${app} using (unit_id in (select scope.covered_units()));
