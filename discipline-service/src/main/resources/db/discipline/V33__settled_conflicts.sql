-- How people of this service settled a conflict, once; the note stays here. What the register told of its own settlement stands with
-- the conflict, and is told again with it.
create table conflict_settlement (
    conflict_id uuid primary key,
    unit_id     uuid not null,
    note        text not null check (length(note) <= 2000),
    settled_at  timestamptz not null,
    settled_by  uuid not null
);
grant select, insert on conflict_settlement to ${app};
grant select on conflict_settlement to ${loader};
alter table conflict_settlement enable row level security;
create policy seen on conflict_settlement for select to ${app} using (unit_id in (select scope.covered_units()));
create policy settled on conflict_settlement for insert to ${app}
    with check (unit_id in (select scope.units_with('CASE_WRITE')));

alter table removal_conflict add column register_settled_at timestamptz;
grant update (register_settled_at) on removal_conflict to ${loader};
