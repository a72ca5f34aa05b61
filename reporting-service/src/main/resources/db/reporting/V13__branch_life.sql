-- Branches' meetings, attendance at study sessions, working rules: facts like the others.

create table reporting.meeting (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    unit_id uuid not null,
    kind text not null,
    month_end date not null,
    state text not null,
    held_on date,
    primary key (aggregate_id, version)
) with (fillfactor = 85);
create index meeting_of_unit on reporting.meeting (unit_id, month_end);

-- One row for each member expected at a session, with the home on its day.
create table reporting.attendance (
    aggregate_id uuid not null,
    version bigint not null,
    n int not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    unit_id uuid not null,
    member_id uuid not null,
    held_on date not null,
    status text not null,
    primary key (aggregate_id, version, n)
) with (fillfactor = 85);
create index attendance_of_unit on reporting.attendance (unit_id, held_on);

create table reporting.working_rules (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    unit_id uuid not null,
    valid_from date not null,
    valid_to date not null,
    primary key (aggregate_id, version)
) with (fillfactor = 85);
create index working_rules_of_unit on reporting.working_rules (unit_id);

grant select, insert, update, delete, truncate on reporting.meeting, reporting.attendance, reporting.working_rules to ${loader};
