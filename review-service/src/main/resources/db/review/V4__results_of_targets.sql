-- What a target is counted in, how it is held against its plan, and what was reached by which day.
alter table review.target
    add column name       text,
    add column measure    text    not null default 'NUMBER',
    add column comparison text    not null default 'AT_LEAST' check (comparison in ('AT_LEAST', 'AT_MOST')),
    add column main       boolean not null default false,
    add column cancelled  boolean not null default false;
comment on column review.target.name is 'as the unit''s resolution words it; no event carries it';
update review.target set measure = 'PERSON' where indicator like 'member.%';

create table review.target_result (
    id          uuid primary key,
    target_id   uuid        not null references review.target,
    on_day      date        not null,
    value       numeric     not null check (value >= 0),
    achieved    boolean     not null,
    profile     text        not null,
    withdrawn   boolean     not null default false,
    recorded_at timestamptz not null
);
comment on column review.target_result.achieved is 'held against the plan as it is now, by the profile named';
create unique index target_result_one_a_day on review.target_result (target_id, on_day) where not withdrawn;

alter table review.target_result enable row level security;
create policy within_scope on review.target_result
    using (exists (select 1 from review.target t where t.id = target_id))
    with check (exists (select 1 from review.target t where t.id = target_id));

grant select, insert, update on review.target_result to ${app};
grant select on review.target_result to ${loader};
