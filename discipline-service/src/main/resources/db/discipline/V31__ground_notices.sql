-- Grounds to consider a strike-off, as the register tells them: the newest picture of each, withdrawn ones too.
create table ground_notice (
    notice_id   uuid primary key,
    version     bigint not null,
    recorded_at timestamptz not null,
    member_id   uuid not null,
    unit_id     uuid not null,
    ground      text not null,
    year        int not null,
    months      text[] not null,
    withdrawn   boolean not null,
    profile     text not null
);
create index on ground_notice (unit_id);
create index on ground_notice (member_id);
grant select on ground_notice to ${app};
grant select, insert, update, delete on ground_notice to ${loader};
alter table ground_notice enable row level security;
create policy covered on ground_notice for select to ${app} using (unit_id in (select scope.covered_units()));

-- A rule asks of the notices that a removal cites, whoever decides it.
create function withdrawn_notices(the_notices uuid[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select notice_id from discipline.ground_notice where notice_id = any (the_notices) and withdrawn order by notice_id
$$;
revoke execute on function withdrawn_notices from public;
grant execute on function withdrawn_notices to ${app}, ${loader};
