-- A unit as an aggregate: its code, its version, the row that is locked. Its states over valid and recorded time stand
-- once, in scope.unit_version, which this service writes in the same transaction.
grant usage on schema org to ${app}, ${loader};

-- As Texts.fold does: lower case, no diacritics, đ as d.
create function org.folded(text) returns text language sql immutable parallel safe as $$
    select replace(regexp_replace(normalize(lower($1), nfd), U&'[\0300-\036F]', '', 'g'), 'đ', 'd')
$$;

create table org.unit (
    id uuid primary key,
    code text not null,
    version bigint not null,
    recorded_at timestamptz not null
);
create unique index unit_code on org.unit (lower(code));
grant select, insert, update (version, recorded_at) on org.unit to ${app};
grant select on org.unit to ${loader};

-- The decision each version rests on, and the reasons given for going past warnings.
create table org.unit_decision (
    unit_id uuid not null references org.unit,
    version bigint not null,
    change text not null,
    number text not null,
    body text not null,
    signed_on date not null,
    effective_on date not null,
    profile text not null,
    warnings jsonb not null,
    recorded_at timestamptz not null,
    actor uuid not null,
    primary key (unit_id, version)
);
grant select, insert on org.unit_decision to ${app};

-- Who went before whom, as decided at a unit's founding or end.
create table org.unit_lineage (
    predecessor_id uuid not null references org.unit,
    successor_id uuid not null references org.unit,
    recorded_at timestamptz not null,
    primary key (predecessor_id, successor_id)
);
grant select, insert on org.unit_lineage to ${app};
