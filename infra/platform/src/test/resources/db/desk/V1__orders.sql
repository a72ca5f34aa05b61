grant usage on schema desk to ${app}, ${loader};
create table desk.order_version (
    order_id uuid not null,
    version bigint not null,
    pieces bigint not null check (pieces <> 13),
    recorded_at timestamptz not null,
    primary key (order_id, version)
);
create table desk.name (
    key text primary key,
    name text not null
);
grant select on desk.order_version, desk.name to ${app};
grant select, insert, update, delete, truncate on desk.order_version, desk.name to ${loader};
