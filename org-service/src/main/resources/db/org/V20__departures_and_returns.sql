-- Days of admission and recognition as they were held to be until they were changed; those of now stand with the member.
create table org.superseded_days (
    member_id uuid not null references org.member,
    admitted_on date,
    recognised_on date,
    recorded_to timestamptz not null,
    primary key (member_id, recorded_to)
);
grant select, insert on org.superseded_days to ${app}, ${loader};
alter table org.superseded_days enable row level security;
create policy seen on org.superseded_days for all to ${app}
    using (exists (select 1 from org.member m where m.id = superseded_days.member_id));

-- Who was admitted again: the first time, from which party age counts.
alter table org.member add column first_admitted_on date;
grant update (first_admitted_on) on org.member to ${app}, ${loader};

-- Whether a case of discipline-service is open; what it is about is not kept here. The app may ask, and sees no row.
create table org.discipline_case (
    case_id uuid primary key,
    member_id uuid not null,
    version bigint not null,
    open boolean not null
);
create index on org.discipline_case (member_id) where open;
grant select, insert, update, delete on org.discipline_case to ${loader};
alter table org.discipline_case enable row level security;

create function org.has_open_case(member uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from org.discipline_case c where c.member_id = member and c.open)
$$;
revoke execute on function org.has_open_case from public;
grant execute on function org.has_open_case to ${app}, ${loader};

-- A conflict has an id of its own, as an event's aggregate, and a code beside its text.
alter table org.removal_conflict add column id uuid not null default gen_random_uuid();
alter table org.removal_conflict add column code text not null default 'NOT_UNDERSTOOD';
alter table org.removal_conflict alter column id drop default;
alter table org.removal_conflict alter column code drop default;
create unique index on org.removal_conflict (id);
