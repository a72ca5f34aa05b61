-- Removals decided here that the register could not apply, as org-service told: a code, no words, for people to settle.
create table removal_conflict (
    conflict_id uuid primary key,
    case_id uuid not null,
    member_id uuid not null,
    unit_id uuid,
    kind text not null,
    effective_on date,
    reason text not null,
    recorded_at timestamptz not null
);
create index on removal_conflict (unit_id);
create index on removal_conflict (case_id);
grant select on removal_conflict to ${app};
grant select, insert, delete on removal_conflict to ${loader};
alter table removal_conflict enable row level security;
create policy covered on removal_conflict for select to ${app} using (unit_id in (select scope.covered_units()));
