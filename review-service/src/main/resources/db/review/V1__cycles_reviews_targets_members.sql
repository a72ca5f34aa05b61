-- Cycles name units only: every account may read those its units take part in (CycleQueries says which).
create table review.cycle (
    id                uuid primary key,
    kind              text        not null,
    year              integer     not null,
    opened_by_unit_id uuid        not null,
    opened_on         date        not null,
    due_on            date        not null,
    profile           text        not null,
    subject_types     text[]      not null,
    version           bigint      not null,
    recorded_at       timestamptz not null,
    constraint cycle_once_a_year unique (year, kind, opened_by_unit_id)
);

create table review.review (
    id                  uuid primary key,
    cycle_id            uuid        not null references review.cycle,
    kind                text        not null,
    year                integer     not null,
    subject_type        text        not null check (subject_type in ('MEMBER', 'UNIT', 'LEADERSHIP_COLLECTIVE')),
    subject_id          uuid        not null,
    unit_id             uuid        not null,
    cap_group_unit_id   uuid        not null,
    opened_on           date        not null,
    profile             text        not null,
    state               text        not null
        check (state in ('EXCLUDED', 'OBLIGED', 'SELF_REVIEWED', 'PROPOSED', 'DECIDED', 'REPORTED')),
    excluded_reason     text,
    self_reviewed_on    date,
    self_grade          text,
    self_text           text,
    proposed_on         date,
    proposed_grade      text,
    eligible            integer,
    present             integer,
    in_favour           integer,
    grade               text,
    reported_on         date,
    version             bigint      not null,
    recorded_at         timestamptz not null
);
comment on column review.review.unit_id is 'unit of record: a member''s home on the opening day, the unit itself otherwise';
comment on column review.review.cap_group_unit_id is 'where the cap on EXCELLENT is counted: the base organisation of a member, the superior of a unit';
comment on column review.review.grade is 'of the last revision';

create unique index review_one_cycle_a_year on review.review (subject_id, subject_type, year, kind)
    where excluded_reason is null;
create index review_by_unit on review.review (cycle_id, unit_id);
create index review_by_cap_group on review.review (cycle_id, cap_group_unit_id, subject_type);

create table review.grade (
    review_id       uuid        not null references review.review,
    revision        integer     not null,
    grade           text        not null,
    decided_on      date        not null,
    decider_unit_id uuid        not null,
    reason          text,
    recorded_at     timestamptz not null,
    primary key (review_id, revision)
);

-- Warnings that an authority answered for, with the figures it was shown; of a cycle's opening or of a review's step.
create table review.answered_warning (
    aggregate_id uuid        not null,
    version      bigint      not null,
    rule         text        not null,
    detail       text        not null,
    facts        jsonb       not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    primary key (aggregate_id, version, rule)
);

create table review.target (
    id          uuid primary key,
    unit_id     uuid        not null,
    indicator   text        not null,
    from_day    date        not null,
    to_day      date        not null,
    planned     numeric     not null check (planned > 0),
    version     bigint      not null,
    recorded_at timestamptz not null,
    constraint target_of_a_span unique (unit_id, indicator, from_day, to_day)
);

-- The copy of the members: of each the newest version.
create table review.member (
    member_id   uuid primary key,
    version     bigint not null,
    admitted_on date
);

create table review.member_slice (
    member_id    uuid    not null references review.member,
    valid_from   date    not null,
    valid_to     date    not null,
    home_unit_id uuid    not null,
    state        text    not null,
    exempt       boolean not null,
    suspended    boolean not null,
    primary key (member_id, valid_from)
);
create index member_slice_by_home on review.member_slice (home_unit_id, valid_from);

-- Erasable: org-service's tombstone deletes the row.
create table review.member_name (
    member_id uuid primary key,
    full_name text not null
);

-- Does the transaction's account cover the unit, and does it with the right? Asked upward from the unit, which for one row is far
-- cheaper than gathering all that the account covers; for many rows it is the other way round.
create function review.covers(unit uuid) returns boolean
    language sql stable
begin atomic
    select exists (select from scope.grants_of(scope.current_account()) g where g.unit_id in (select scope.holders_of(unit)));
end;

create function review.holds("right" text, unit uuid) returns boolean
    language sql stable
begin atomic
    select exists (
        select from scope.grants_of(scope.current_account()) g
        join scope.role_right r on r.role = g.role and r."right" = holds."right"
        where g.unit_id in (select scope.holders_of(holds.unit)));
end;

-- Both ways of asking give the same answer; a command on one review says that it is one (Reviews.lock).
alter table review.review enable row level security;
create policy within_scope on review.review
    using (case when current_setting('review.one_row', true) = 'on' then review.covers(unit_id)
        else unit_id in (select scope.covered_units()) end);

alter table review.grade enable row level security;
create policy within_scope on review.grade
    using (exists (select 1 from review.review r where r.id = review_id))
    with check (exists (select 1 from review.review r where r.id = review_id));

alter table review.answered_warning enable row level security;
create policy within_scope on review.answered_warning
    using (exists (select 1 from review.review r where r.id = aggregate_id)
        or exists (select 1 from review.cycle c where c.id = aggregate_id))
    with check (exists (select 1 from review.review r where r.id = aggregate_id)
        or exists (select 1 from review.cycle c where c.id = aggregate_id));

alter table review.target enable row level security;
create policy within_scope on review.target
    using (unit_id in (select scope.covered_units()))
    with check (unit_id in (select scope.covered_units()));

alter table review.member_slice enable row level security;
create policy within_scope on review.member_slice
    using (home_unit_id in (select scope.covered_units()));

alter table review.member_name enable row level security;
create policy within_scope on review.member_name
    using (exists (select 1 from review.member_slice s where s.member_id = member_name.member_id)
        or exists (select 1 from review.review r where r.subject_id = member_name.member_id));

-- A rule's figures do not depend on what the asking account may see, so these functions pass the row policies by.

create function review.grades_in_cap_group(the_cycle uuid, the_type text, the_group uuid, but uuid)
    returns table (excellent_decided integer, excellent_proposed integer, good integer, lower integer)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select (count(*) filter (where grade = 'EXCELLENT'))::integer,
           (count(*) filter (where grade is null and proposed_grade = 'EXCELLENT'))::integer,
           (count(*) filter (where coalesce(grade, proposed_grade) = 'GOOD'))::integer,
           (count(*) filter (where coalesce(grade, proposed_grade) in ('COMPLETED', 'NOT_COMPLETED')))::integer
    from review.review
    where cycle_id = the_cycle and cap_group_unit_id = the_group and subject_type = the_type and id <> but
$$;

create function review.open_below(the_cycle uuid, the_unit uuid, the_day date)
    returns table (units integer, members integer)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select (count(*) filter (where r.subject_type = 'UNIT' and r.unit_id <> the_unit))::integer,
           (count(*) filter (where r.subject_type = 'MEMBER'))::integer
    from scope.closure c
    join review.review r on r.cycle_id = the_cycle and r.unit_id = c.unit_id
    where c.ancestor_id = the_unit and c.valid_from <= the_day and c.valid_to > the_day and c.recorded_to = 'infinity'
      and r.state in ('OBLIGED', 'SELF_REVIEWED', 'PROPOSED')
$$;

create function review.reviewed_elsewhere(the_type text, the_year integer, the_kind text, subjects uuid[])
    returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select subject_id from review.review
    where subject_id = any (subjects) and subject_type = the_type and year = the_year and kind = the_kind
      and excluded_reason is null
$$;

revoke execute on all functions in schema review from public;
grant usage on schema review to ${app}, ${loader};
grant execute on all functions in schema review to ${app}, ${loader};
grant select, insert on review.cycle, review.grade, review.answered_warning to ${app};
grant select, insert, update on review.review, review.target to ${app};
grant select on review.member, review.member_slice, review.member_name to ${app};
grant select on all tables in schema review to ${loader};
grant insert, update, delete on review.member, review.member_slice, review.member_name to ${loader};
