-- A reorganisation: one decision with its operations, drafted, confirmed as a whole in one transaction, perhaps revoked. What it
-- is made of stays as it was drafted; what it did stands below, unit by unit and member by member.
create table org.reorganisation (
    id uuid primary key,
    unit_id uuid not null references org.unit,
    number text not null,
    body text not null,
    signed_on date not null,
    effective_on date not null,
    operations jsonb not null,
    state text not null check (state in ('DRAFT', 'CONFIRMED', 'REVOKED', 'DISCARDED')),
    version bigint not null,
    created_by uuid not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    revoked_at timestamptz
);
create index on org.reorganisation (effective_on, id);

-- The units a reorganisation names that were there before it: who answers for one of them may see it.
create table org.reorganisation_unit (
    reorganisation_id uuid not null references org.reorganisation,
    unit_id uuid not null references org.unit,
    primary key (reorganisation_id, unit_id)
);
create index on org.reorganisation_unit (unit_id);

-- What it wrote: the version each unit and member had before (0: none) and got. Only these two tell whether anything rests on it.
create table org.reorganised_unit (
    reorganisation_id uuid not null references org.reorganisation,
    unit_id uuid not null references org.unit,
    version_before bigint not null,
    version bigint not null,
    primary key (reorganisation_id, unit_id)
);
create table org.reorganised_member (
    reorganisation_id uuid not null references org.reorganisation,
    member_id uuid not null references org.member,
    version_before bigint not null,
    version bigint not null,
    primary key (reorganisation_id, member_id)
);

grant select, insert, update (state, version, confirmed_at, revoked_at) on org.reorganisation to ${app};
grant select, insert on org.reorganisation_unit, org.reorganised_unit, org.reorganised_member to ${app};

alter table org.reorganisation_unit enable row level security;
create policy seen on org.reorganisation_unit for select to ${app}
    using (unit_id in (select scope.covered_units()));
create policy named on org.reorganisation_unit for insert to ${app}
    with check (unit_id in (select scope.units_with('UNIT_WRITE')));

alter table org.reorganisation enable row level security;
create policy seen on org.reorganisation for select to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.reorganisation_unit u where u.reorganisation_id = reorganisation.id));
create policy drafted on org.reorganisation for insert to ${app}
    with check (unit_id in (select scope.units_with('UNIT_WRITE')));
create policy changed on org.reorganisation for update to ${app}
    using (exists (select 1 from org.reorganisation_unit u where u.reorganisation_id = reorganisation.id))
    with check (exists (select 1 from org.reorganisation_unit u where u.reorganisation_id = reorganisation.id));

alter table org.reorganised_unit enable row level security;
create policy seen on org.reorganised_unit for all to ${app}
    using (reorganisation_id in (select r.id from org.reorganisation r));
alter table org.reorganised_member enable row level security;
create policy seen on org.reorganised_member for all to ${app}
    using (reorganisation_id in (select r.id from org.reorganisation r));

-- A member's collective transfer tells the reorganisation that it is part of.
alter table org.movement_version add column reorganisation_id uuid;

-- A unit whose founding was revoked never was; its code is free again. end_kind: how a unit ends, administratively or as a measure.
alter table org.unit add column void boolean not null default false;
alter table org.unit add column end_kind text check (end_kind in ('ADMINISTRATIVE', 'DISSOLUTION', 'REVOKED'));
drop index org.unit_code;
create unique index unit_code on org.unit (lower(code)) where not void;
grant update (void, end_kind) on org.unit to ${app};

alter table org.unit_decision add column reorganisation_id uuid;

-- Who went before whom, from which day, by which reorganisation, and until when this was held to be so.
alter table org.unit_lineage add column on_day date;
alter table org.unit_lineage add column reorganisation_id uuid;
alter table org.unit_lineage add column recorded_to timestamptz not null default 'infinity';
alter table org.unit_lineage drop constraint unit_lineage_pkey;
alter table org.unit_lineage add primary key (predecessor_id, successor_id, recorded_at);
create unique index unit_lineage_once on org.unit_lineage (predecessor_id, successor_id) where recorded_to = 'infinity';
create index on org.unit_lineage (successor_id);
update org.unit_lineage l set on_day = coalesce(
    (select d.effective_on from org.unit_decision d
      where d.unit_id = l.predecessor_id and d.change = 'ENDED' and d.recorded_at = l.recorded_at),
    (select d.effective_on from org.unit_decision d
      where d.unit_id = l.successor_id and d.change = 'ESTABLISHED'),
    (l.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date);
alter table org.unit_lineage alter column on_day set not null;
grant update (recorded_to) on org.unit_lineage to ${app};
