-- What was decided and the register could not apply: a fact like the others, settled from a later version on.
create table reporting.conflict (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    case_id uuid not null,
    member_id uuid not null,
    kind text not null,
    reason text not null,
    settled boolean not null,
    primary key (aggregate_id, version)
) with (fillfactor = 85);
create index conflict_of_case on reporting.conflict (case_id);

grant select, insert, update, delete, truncate on reporting.conflict to ${loader};
