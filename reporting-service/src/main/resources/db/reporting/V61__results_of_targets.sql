-- In what a target is counted and whether it is a chief one; before, nobody told.
alter table reporting.target
    add column measure text not null default 'NUMBER',
    add column main boolean not null default false;

-- One row for each result of a target, from its day to that of the next.
create table reporting.target_result (
    aggregate_id uuid not null,
    version bigint not null,
    n int not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    unit_id uuid not null,
    indicator text not null,
    from_day date not null,
    to_day date not null,
    planned numeric not null,
    measure text not null,
    main boolean not null,
    valid_from date not null,
    valid_to date not null,
    value numeric not null,
    achieved boolean not null,
    primary key (aggregate_id, version, n)
) with (fillfactor = 85);
create index target_result_of_unit on reporting.target_result (unit_id, indicator);

grant select, insert, update, delete, truncate on reporting.target_result to ${loader};
