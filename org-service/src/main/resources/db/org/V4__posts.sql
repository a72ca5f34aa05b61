create table org.post_version (
    id uuid not null,
    version bigint not null,
    member_id uuid not null references org.member,
    unit_id uuid not null references org.unit,
    post text not null,
    label text,
    external boolean not null,
    mode text not null,
    valid_from date not null,
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    primary key (id, version),
    check (valid_from < valid_to)
);
create index on org.post_version (member_id) where recorded_to = 'infinity';
create index on org.post_version (unit_id) where recorded_to = 'infinity';
grant select, insert, update (recorded_to) on org.post_version to ${app}, ${loader};

alter table org.post_version enable row level security;
create policy seen on org.post_version for all to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.member_unit u where u.member_id = post_version.member_id));
