-- What the services counted of their own books, until it is compared.
create table reporting.counting_part (
    counting_id uuid not null,
    chunk int not null,
    chunks int not null,
    producer text not null,
    counted_at timestamptz not null,
    on_day date not null,
    primary key (counting_id, chunk)
);
create table reporting.counted (
    counting_id uuid not null,
    unit_id uuid not null,
    what text not null,
    key text not null,
    number bigint not null,
    primary key (counting_id, unit_id, what, key)
);

-- What came of it; agreement is kept too, as no differences.
create table reporting.reconciliation (
    counting_id uuid primary key,
    producer text not null,
    counted_at timestamptz not null,
    on_day date not null,
    compared_at timestamptz not null default clock_timestamp(),
    lines int not null,
    differences int not null
);
create index reconciliation_of_producer on reporting.reconciliation (producer, counted_at);
create table reporting.reconciliation_difference (
    counting_id uuid not null references reporting.reconciliation,
    n int not null,
    unit_id uuid not null,
    what text not null,
    key text not null,
    counted bigint not null,
    facts bigint not null,
    primary key (counting_id, n)
);
create index reconciliation_difference_of_unit on reporting.reconciliation_difference (counting_id, unit_id);

-- Since when counts are waited for.
create table reporting.reconciliation_since (installed_on timestamptz primary key);
insert into reporting.reconciliation_since values (clock_timestamp());

grant select, insert, update, delete
    on reporting.counting_part, reporting.counted, reporting.reconciliation, reporting.reconciliation_difference to ${loader};
grant select on reporting.reconciliation_since to ${loader};
