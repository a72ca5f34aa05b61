-- Whom a branch has in view for admission. Not a member: nothing of it counts. The identifier is kept as a person's is.
create table org.prospect (
    id uuid primary key,
    unit_id uuid not null references org.unit,
    full_name text not null,
    name_folded text not null,
    sort_key text collate "C" not null,
    birth_date date not null,
    gender text not null,
    identifier_cipher bytea not null,
    identifier_hash bytea not null,
    since date not null,
    state text not null check (state in ('OPEN', 'ADMITTED', 'CLOSED')),
    closed_on date,
    reason text,
    member_id uuid references org.member,
    version bigint not null,
    recorded_at timestamptz not null
);
create unique index prospect_open on org.prospect (identifier_hash) where state = 'OPEN';
create index on org.prospect (unit_id);

create table org.prospect_introducer (
    prospect_id uuid not null references org.prospect,
    member_id uuid not null references org.member,
    known_since date not null,
    primary key (prospect_id, member_id)
);

grant select, insert, update (state, closed_on, reason, member_id, version, recorded_at) on org.prospect to ${app};
grant select, insert on org.prospect_introducer to ${app};
grant select on org.prospect, org.prospect_introducer to ${loader};

alter table org.prospect enable row level security;
create policy seen on org.prospect for all to ${app} using (unit_id in (select scope.covered_units()));
alter table org.prospect_introducer enable row level security;
create policy seen on org.prospect_introducer for all to ${app}
    using (prospect_id in (select p.id from org.prospect p));
