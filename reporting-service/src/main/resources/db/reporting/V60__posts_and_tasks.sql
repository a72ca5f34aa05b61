-- Who holds which post at which unit, and to whom working rules give a task: facts like the others.

create table reporting.post_holding (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    unit_id uuid not null,
    member_id uuid not null,
    post text not null,
    external boolean not null,
    valid_from date not null,
    valid_to date not null,
    primary key (aggregate_id, version)
) with (fillfactor = 85);
create index post_holding_of_unit on reporting.post_holding (unit_id);
create index post_holding_of_member on reporting.post_holding (member_id);

-- One row for each member whom the rules name.
create table reporting.member_task (
    aggregate_id uuid not null,
    version bigint not null,
    n int not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    unit_id uuid not null,
    member_id uuid not null,
    valid_from date not null,
    valid_to date not null,
    primary key (aggregate_id, version, n)
) with (fillfactor = 85);
create index member_task_of_unit on reporting.member_task (unit_id);
create index member_task_of_member on reporting.member_task (member_id);

grant select, insert, update, delete, truncate on reporting.post_holding, reporting.member_task to ${loader};
