-- What was published stays as it was: in a schema of its own, which no rebuild of facts touches, and nobody may change or delete a row.
create schema published;
grant usage on schema published to ${app}, ${loader};

-- Every public key that a report was ever signed with. A new key begins with the start that brings it; the former ones stay, to be
-- checked by.
create table published.report_key (
    key_id        text primary key,
    public_key    bytea       not null,
    first_used_at timestamptz not null default clock_timestamp()
);
grant select on published.report_key to ${app};
grant select, insert on published.report_key to ${loader};

-- file is the signed document as it is handed out. rights are those that a reader needs at the unit: where parts can be under five
-- below the base, the ones to see them one by one.
create table published.report (
    id           uuid primary key,
    unit_id      uuid        not null,
    report       text        not null,
    version      int         not null,
    from_day     date        not null,
    to_day       date        not null,
    as_of        date        not null,
    cycle        text        not null,
    known_at     timestamptz not null,
    published_at timestamptz not null,
    published_by uuid        not null,
    replaces     uuid unique references published.report,
    reason       text,
    sha256       text        not null,
    key_id       text        not null references published.report_key,
    rights       text[]      not null,
    file         text        not null,
    check ((replaces is null) = (reason is null))
);
create index report_of_unit on published.report (unit_id, published_at desc, id desc);
grant select, insert on published.report to ${app};
grant select on published.report to ${loader};
alter table published.report enable row level security;
create policy seen on published.report for all to ${app} using (unit_id in (select scope.covered_units()));
