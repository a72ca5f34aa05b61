-- Study sessions. A version points to the roll it goes with, so that what changes beside the roll does not copy it.
create table org.study_session (
    id uuid primary key,
    unit_id uuid not null references org.unit,
    version bigint not null,
    recorded_at timestamptz not null
);

create table org.study_version (
    session_id uuid not null references org.study_session,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    unit_id uuid not null references org.unit,
    called uuid[] not null,
    topic text,
    title text not null,
    noticed_on date,
    held_on date not null,
    state text not null,
    roll bigint not null,
    reason text,
    profile text not null,
    warnings jsonb not null,
    actor uuid not null,
    primary key (session_id, version)
);
create index on org.study_version (unit_id, held_on) where recorded_to = 'infinity';

create table org.study_roll (
    session_id uuid not null references org.study_session,
    roll bigint not null,
    member_id uuid not null references org.member,
    unit_id uuid not null references org.unit,
    status text not null,
    reason text,
    primary key (session_id, roll, member_id)
);
create index on org.study_roll (member_id);
create index on org.study_roll (unit_id);

-- Who was absent, late or left early, as it was published: never changed, and told from any other by its hash.
create table org.study_list (
    id uuid primary key,
    session_id uuid not null references org.study_session,
    roll bigint not null,
    unit_id uuid not null references org.unit,
    published_on date not null,
    sha256 text not null,
    content jsonb not null,
    recorded_at timestamptz not null,
    actor uuid not null,
    unique (session_id, roll)
);

-- What a published list asks of a branch's committee.
create table org.attendance_item_version (
    id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    list_id uuid not null references org.study_list,
    session_id uuid not null references org.study_session,
    unit_id uuid not null references org.unit,
    state text not null,
    raised_on date not null,
    members jsonb not null,
    answered_on date,
    answer text,
    actor uuid not null,
    primary key (id, version)
);
create index on org.attendance_item_version (unit_id) where recorded_to = 'infinity';

grant select, insert, update (version, recorded_at) on org.study_session to ${app};
grant select, insert, update (recorded_to) on org.study_version, org.attendance_item_version to ${app};
grant select, insert on org.study_roll, org.study_list to ${app};
grant select on org.study_session, org.study_version, org.study_roll, org.study_list, org.attendance_item_version to ${loader};

-- The holder sees the session and its list; a branch its own members' lines, the sessions they were called to, and its items.
alter table org.study_roll enable row level security;
create policy kept on org.study_roll for all to ${app} using (unit_id in (select scope.covered_units()));
alter table org.study_session enable row level security;
create policy kept on org.study_session for all to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.study_roll r where r.session_id = study_session.id))
    with check (unit_id in (select scope.covered_units()));
alter table org.study_version enable row level security;
create policy kept on org.study_version for all to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.study_roll r where r.session_id = study_version.session_id))
    with check (unit_id in (select scope.covered_units()));
alter table org.study_list enable row level security;
create policy kept on org.study_list for all to ${app} using (unit_id in (select scope.covered_units()));
alter table org.attendance_item_version enable row level security;
create policy kept on org.attendance_item_version for all to ${app} using (unit_id in (select scope.covered_units()));
