-- What other services have open on members and units, as their events told: ids and states alone, the latest version of each.
create table org.open_matter (
    case_id uuid primary key,
    version bigint not null,
    kind text not null check (kind in ('CASE', 'REMOVAL')),
    subject_id uuid not null,
    unit_id uuid not null,
    state text not null,
    open boolean not null
);
create index on org.open_matter (subject_id) where open;
create index on org.open_matter (unit_id) where open;

create table org.review_cycle (
    cycle_id uuid primary key,
    version bigint not null,
    year int not null,
    opened_by uuid not null,
    opened_on date not null,
    due_on date not null
);
create index on org.review_cycle (due_on);

grant select on org.open_matter, org.review_cycle to ${app};
grant select, insert, update, delete on org.open_matter, org.review_cycle to ${loader};

-- A cycle tells nothing of persons; who may reorganise a unit learns of the cycles above it.
alter table org.open_matter enable row level security;
create policy seen on org.open_matter for select to ${app} using (unit_id in (select scope.covered_units()));
