-- Official transfers. A missing side lies outside the register, where the organisation is a name. The member stays at home in the
-- sending branch until the receiving one accepts.
create table org.transfer (
    id uuid primary key,
    member_id uuid not null references org.member,
    from_unit_id uuid references org.unit,
    to_unit_id uuid references org.unit,
    outside text,
    requested_on date not null,
    presented_on date,
    closed_on date,
    decision jsonb not null,
    state text not null check (state in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    reason text,
    warnings jsonb not null default '[]',
    version bigint not null,
    recorded_at timestamptz not null,
    check (num_nulls(from_unit_id, to_unit_id, outside) = 1)
);
create unique index transfer_open on org.transfer (member_id) where state = 'REQUESTED';
create index on org.transfer (from_unit_id);
create index on org.transfer (to_unit_id);
grant select, insert, update (state, presented_on, closed_on, reason, warnings, version, recorded_at) on org.transfer to ${app};
grant select on org.transfer to ${loader};

alter table org.transfer enable row level security;
create policy seen on org.transfer for all to ${app}
    using (from_unit_id in (select scope.covered_units()) or to_unit_id in (select scope.covered_units()));

-- Members that the transaction's account may take in: the receiving side of an open transfer sees and changes who comes.
create function org.arriving() returns setof uuid
    language plpgsql stable security definer rows 10 set search_path = pg_catalog as $$
begin
    return query
        select t.member_id from org.transfer t
        where t.state = 'REQUESTED' and t.to_unit_id in (select u from scope.covered_units() u);
end $$;
revoke execute on function org.arriving from public;
grant execute on function org.arriving to ${app}, ${loader};

create policy arriving on org.member for select to ${app} using (id in (select org.arriving()));
create policy taken_in on org.member for update to ${app}
    using (id in (select org.arriving())) with check (unit_id in (select scope.covered_units()));
create policy arriving on org.membership_version for all to ${app} using (member_id in (select org.arriving()));
create policy arriving on org.movement_version for all to ${app} using (member_id in (select org.arriving()));
create policy arriving on org.member_decision for all to ${app} using (member_id in (select org.arriving()));
