-- The tree, accounts and grants as this service has received them. Open ends are 'infinity'; intervals are half-open.

-- Every version of a unit that has arrived; its recorded end is derived from the next version, so that order of arrival
-- makes no difference.
create table scope.unit_record (
    unit_id       uuid        not null,
    version       bigint      not null,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    primary key (unit_id, version)
);

create table scope.unit_version (
    unit_id       uuid        not null,
    version       bigint      not null,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    valid_from    date        not null,
    valid_to      date        not null,
    code          text        not null,
    name          text        not null,
    level         text        not null,
    form          text        not null,
    kind          text,
    parent_id     uuid,
    primary key (unit_id, version, valid_from),
    check (valid_from < valid_to)
);
create index unit_version_code on scope.unit_version (lower(code));
create index unit_version_parent on scope.unit_version (parent_id, recorded_to);
create index unit_version_now on scope.unit_version (unit_id, valid_from, valid_to) where recorded_to = 'infinity';

-- Who stands under whom directly, without what does not matter to that (names, levels, kinds): adjoining slices and successive
-- versions with the same superior are one row. Derived from unit_version alone.
create table scope.link (
    unit_id       uuid        not null,
    parent_id     uuid,
    valid_from    date        not null,
    valid_to      date        not null,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null,
    primary key (unit_id, valid_from, recorded_from)
);
create index link_parent on scope.link (parent_id);

-- Who stands under whom at any distance, itself at 0. Derived from link alone.
create table scope.closure (
    ancestor_id   uuid        not null,
    unit_id       uuid        not null,
    depth         int         not null,
    valid_from    date        not null,
    valid_to      date        not null,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null,
    primary key (unit_id, ancestor_id, valid_from, recorded_from, depth)
);
create index closure_under on scope.closure (ancestor_id, recorded_to, valid_to, valid_from) include (unit_id, depth);

-- A unit's first day, its end, and its last superior, as known now.
create table scope.unit_life (
    unit_id        uuid primary key,
    first_day      date not null,
    end_day        date not null,
    last_parent_id uuid
);
create index unit_life_end on scope.unit_life (end_day);
create index unit_life_first on scope.unit_life (first_day);

-- Which unit became which. Either side may tell; on_day is the predecessor's last day's end or the successor's first day.
create table scope.lineage (
    predecessor_id uuid        not null,
    successor_id   uuid        not null,
    reported_by    uuid        not null,
    version        bigint      not null,
    on_day         date        not null,
    recorded_from  timestamptz not null,
    recorded_to    timestamptz not null default 'infinity',
    primary key (predecessor_id, successor_id, reported_by, version)
);
create index lineage_successor on scope.lineage (successor_id);

create table scope.account (
    account_id uuid    primary key,
    version    bigint  not null,
    subject    text    not null,
    locked     boolean not null
);
create unique index account_subject on scope.account (subject);

create table scope.grant_version (
    grant_id      uuid        not null,
    version       bigint      not null,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    account_id    uuid        not null,
    role          text        not null,
    unit_id       uuid        not null,
    valid_from    date        not null,
    valid_to      date        not null,
    primary key (grant_id, version)
);
create index grant_version_account on scope.grant_version (account_id) where recorded_to = 'infinity';
create index grant_version_unit on scope.grant_version (unit_id) where recorded_to = 'infinity';

-- What a role allows; written at start from the code, its one source.
create table scope.role_right (
    role    text not null,
    "right" text not null,
    primary key (role, "right")
);

grant usage on schema scope to ${app}, ${loader};
grant select on all tables in schema scope to ${app}, ${loader};
grant insert, update, delete on all tables in schema scope to ${loader};
