-- Facts: what was so from valid_from to valid_to, held to be so from recorded_from to recorded_to; both half-open.
-- Every version of an aggregate is kept. recorded_to is derived from the next version, in whichever order they come,
-- so it is the one column that is ever written again. No foreign keys: a fact may arrive before what it names.
-- Only the loader reads and writes here; figures sum without row policies once the unit asked for has been checked.

create table reporting.version (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (aggregate_id, version)
) with (fillfactor = 85);

create table reporting.membership (
    aggregate_id uuid not null,
    version bigint not null,
    n int not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    unit_id uuid not null,
    valid_from date not null,
    valid_to date not null,
    state text not null,
    exempt boolean not null,
    suspended boolean not null,
    primary key (aggregate_id, version, n)
) with (fillfactor = 85);
create index membership_of_unit on reporting.membership (unit_id);

create table reporting.movement (
    aggregate_id uuid not null,
    version bigint not null,
    n int not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    on_day date not null,
    kind text not null,
    unit_id uuid,
    other_unit_id uuid,
    case_id uuid,
    primary key (aggregate_id, version, n)
) with (fillfactor = 85);
create index movement_of_unit on reporting.movement (unit_id, kind, on_day);
create index movement_to_unit on reporting.movement (other_unit_id, on_day) where other_unit_id is not null;

create table reporting.cycle (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    kind text not null,
    year int not null,
    opened_by_unit_id uuid not null,
    opened_on date not null,
    due_on date,
    profile text,
    primary key (aggregate_id, version)
) with (fillfactor = 85);
create index cycle_of_year on reporting.cycle (year);

create table reporting.review (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    cycle_id uuid not null,
    year int not null,
    subject_type text not null,
    subject_id uuid not null,
    unit_id uuid not null,
    obliged_from date,
    excluded_reason text,
    self_reviewed_on date,
    self_grade text,
    proposed_on date,
    proposed_grade text,
    decided_on date,
    reported_on date,
    profile text,
    primary key (aggregate_id, version)
) with (fillfactor = 85);
create index review_of_unit on reporting.review (unit_id, cycle_id);

-- A grade holds from the day it was decided until a later revision's day.
create table reporting.review_grade (
    aggregate_id uuid not null,
    version bigint not null,
    n int not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    cycle_id uuid not null,
    year int not null,
    subject_type text not null,
    subject_id uuid not null,
    unit_id uuid not null,
    grade text not null,
    valid_from date not null,
    valid_to date not null,
    decider_unit_id uuid,
    primary key (aggregate_id, version, n)
) with (fillfactor = 85);
create index review_grade_of_unit on reporting.review_grade (unit_id, cycle_id);

create table reporting.target (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    unit_id uuid not null,
    indicator text not null,
    from_day date not null,
    to_day date not null,
    planned numeric not null,
    primary key (aggregate_id, version)
) with (fillfactor = 85);
create index target_of_unit on reporting.target (unit_id, indicator);

create table reporting.discipline_decision (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    subject_type text not null,
    subject_id uuid not null,
    unit_id uuid not null,
    state text not null,
    form text not null,
    decider_unit_id uuid,
    deciding_level text,
    signed_on date,
    announced_on date,
    effective_on date,
    profile text,
    annulled_on date,
    primary key (aggregate_id, version)
) with (fillfactor = 85);
create index discipline_decision_of_unit on reporting.discipline_decision (unit_id, effective_on);

create table reporting.discipline_content (
    aggregate_id uuid not null,
    version bigint not null,
    n int not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    content text not null,
    primary key (aggregate_id, version, n)
) with (fillfactor = 85);

create table reporting.removal (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    kind text not null,
    member_id uuid not null,
    unit_id uuid not null,
    state text not null,
    decider_unit_id uuid,
    signed_on date,
    effective_on date,
    profile text,
    closed_on date,
    primary key (aggregate_id, version)
) with (fillfactor = 85);
create index removal_of_unit on reporting.removal (unit_id, effective_on);

create table reporting.removal_ground (
    aggregate_id uuid not null,
    version bigint not null,
    n int not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    ground text not null,
    primary key (aggregate_id, version, n)
) with (fillfactor = 85);

grant usage on schema reporting to ${loader};
grant select, insert, update, delete, truncate on all tables in schema reporting to ${loader};
