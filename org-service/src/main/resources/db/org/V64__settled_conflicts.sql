-- How people of the register settled a conflict, once; the note stays here. When discipline-service settled it on its side stands with
-- the conflict.
create table org.conflict_settlement (
    conflict_id uuid primary key,
    unit_id uuid not null references org.unit,
    note text not null check (length(note) <= 2000),
    settled_at timestamptz not null,
    settled_by uuid not null
);
grant select, insert on org.conflict_settlement to ${app};
grant select on org.conflict_settlement to ${loader};
alter table org.conflict_settlement enable row level security;
create policy seen on org.conflict_settlement for select to ${app} using (unit_id in (select scope.covered_units()));
create policy settled on org.conflict_settlement for insert to ${app}
    with check (unit_id in (select scope.units_with('MEMBER_WRITE')));

alter table org.removal_conflict add column discipline_settled_at timestamptz;
grant update (discipline_settled_at) on org.removal_conflict to ${loader};
