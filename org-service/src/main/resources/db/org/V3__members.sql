create extension if not exists pg_trgm schema public;

-- Who somebody is. The identifier is kept encrypted, and as a keyed hash by which a person is entered once.
create table org.person (
    id uuid primary key,
    full_name text not null,
    name_folded text not null,
    sort_key text collate "C" not null,
    birth_date date not null,
    gender text not null,
    identifier_cipher bytea not null,
    identifier_hash bytea not null constraint person_identifier unique
);
create index on org.person using gin (name_folded public.gin_trgm_ops);
create index on org.person (sort_key);

-- A membership as an aggregate; its id is the pseudonym that events carry. unit_id: the last home.
create table org.member (
    id uuid primary key,
    person_id uuid not null constraint member_person unique references org.person,
    reference text,
    unit_id uuid not null references org.unit,
    admitted_on date,
    recognised_on date,
    version bigint not null,
    recorded_at timestamptz not null
);
create index on org.member (unit_id);

-- Units that a member was ever at home in: who among them may see the member.
create table org.member_unit (
    member_id uuid not null references org.member,
    unit_id uuid not null references org.unit,
    primary key (member_id, unit_id)
);

create table org.membership_version (
    member_id uuid not null references org.member,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    valid_from date not null,
    valid_to date not null default 'infinity',
    unit_id uuid not null references org.unit,
    state text not null,
    exempt boolean not null,
    suspended boolean not null,
    primary key (member_id, version, valid_from),
    check (valid_from < valid_to)
);
create index on org.membership_version (unit_id, valid_from, valid_to) where recorded_to = 'infinity';
create unique index membership_once on org.membership_version (member_id, valid_from) where recorded_to = 'infinity';

create table org.movement_version (
    member_id uuid not null references org.member,
    version bigint not null,
    place int not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    on_day date not null,
    kind text not null,
    unit_id uuid references org.unit,
    other_unit_id uuid references org.unit,
    case_id uuid,
    primary key (member_id, version, place)
);

create table org.member_decision (
    member_id uuid not null references org.member,
    version bigint not null,
    change text not null,
    decision jsonb,
    profile text,
    warnings jsonb not null,
    recorded_at timestamptz not null,
    actor uuid not null,
    primary key (member_id, version)
);

-- What discipline-service decided and this register could not apply: for people to see and settle.
create table org.removal_conflict (
    case_id uuid not null,
    event_version bigint not null,
    member_id uuid not null,
    unit_id uuid,
    kind text not null,
    effective_on date,
    reason text not null,
    recorded_at timestamptz not null,
    primary key (case_id, event_version)
);

grant select, insert on org.person to ${app};
grant select, insert, update (unit_id, admitted_on, recognised_on, version, recorded_at) on org.member to ${app}, ${loader};
grant select, insert on org.member_unit to ${app}, ${loader};
grant select, insert, update (recorded_to) on org.membership_version to ${app}, ${loader};
grant select, insert, update (recorded_to) on org.movement_version to ${app}, ${loader};
grant select, insert on org.member_decision to ${app}, ${loader};
grant select on org.person to ${loader};
grant select on org.removal_conflict to ${app};
grant select, insert on org.removal_conflict to ${loader};

alter table org.member_unit enable row level security;
create policy seen on org.member_unit for select to ${app} using (unit_id in (select scope.covered_units()));
create policy entered on org.member_unit for insert to ${app} with check (unit_id in (select scope.covered_units()));

alter table org.member enable row level security;
create policy seen on org.member for select to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.member_unit u where u.member_id = member.id));
create policy entered on org.member for insert to ${app} with check (unit_id in (select scope.covered_units()));
create policy changed on org.member for update to ${app}
    using (unit_id in (select scope.covered_units())) with check (unit_id in (select scope.covered_units()));

alter table org.person enable row level security;
create policy seen on org.person for select to ${app}
    using (exists (select 1 from org.member m where m.person_id = person.id));
create policy entered on org.person for insert to ${app} with check (true);

alter table org.membership_version enable row level security;
create policy seen on org.membership_version for all to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.member_unit u where u.member_id = membership_version.member_id));

alter table org.movement_version enable row level security;
create policy seen on org.movement_version for all to ${app}
    using (exists (select 1 from org.member_unit u where u.member_id = movement_version.member_id));

alter table org.member_decision enable row level security;
create policy seen on org.member_decision for all to ${app}
    using (exists (select 1 from org.member_unit u where u.member_id = member_decision.member_id));

alter table org.removal_conflict enable row level security;
create policy seen on org.removal_conflict for select to ${app} using (unit_id in (select scope.covered_units()));

-- Anybody at home in the unit on a day of [from_day, to_day), whoever asks: a unit ends only when it is empty.
create function org.is_home_during(unit uuid, from_day date, to_day date) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (
        select 1 from org.membership_version s
        where s.unit_id = unit and s.recorded_to = 'infinity' and s.valid_from < to_day and s.valid_to > from_day)
$$;

-- Members at home on a day, as known at an instant ('infinity': by now), in the order of given names. Row policies would keep the
-- search from its index, so the scope is joined in here, and the function reads past them.
create function org.find_members(
    within uuid, patterns text[], of_state text, as_of date, known_at timestamptz,
    after_key text, after_id uuid, size int)
    returns table (
        member_id uuid, reference text, full_name text, birth_date date, gender text, unit_id uuid, unit_code text,
        unit_name text, state text, exempt boolean, suspended boolean, home_since date, admitted_on date,
        recognised_on date, sort_key text, version bigint)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select m.id, m.reference, p.full_name, p.birth_date, p.gender, s.unit_id, u.code, u.name, s.state, s.exempt,
           s.suspended, s.valid_from, m.admitted_on, m.recognised_on, p.sort_key, m.version
    from org.membership_version s
        join org.member m on m.id = s.member_id
        join org.person p on p.id = m.person_id
        left join scope.unit_version u on u.unit_id = s.unit_id
            and u.valid_from <= as_of and u.valid_to > as_of
            and u.recorded_from <= known_at and u.recorded_to >= known_at
            and (u.recorded_to > known_at or known_at = 'infinity')
    where s.unit_id in (select scope.units_with('MEMBER_READ'))
      and s.valid_from <= as_of and s.valid_to > as_of
      and s.recorded_from <= known_at and s.recorded_to >= known_at
      and (s.recorded_to > known_at or known_at = 'infinity')
      and (within is null or s.unit_id in (
            select c.unit_id from scope.closure c
            where c.ancestor_id = within and c.valid_from <= as_of and c.valid_to > as_of
              and c.recorded_from <= known_at and c.recorded_to >= known_at
              and (c.recorded_to > known_at or known_at = 'infinity')))
      and p.name_folded like all (patterns)
      and (of_state is null or s.state = of_state)
      and (after_key is null or (p.sort_key, m.id) > (after_key collate "C", after_id))
    order by p.sort_key, m.id
    limit size
$$;
revoke execute on function org.is_home_during, org.find_members from public;
grant execute on function org.is_home_during, org.find_members to ${app}, ${loader};
