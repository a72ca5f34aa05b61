-- What the books show of a member and a year, by kind: DUES (months without dues) or ABSENCE (months in a row away from the
-- branch's meetings without excuse). A version is written where the months change; none at all withdraws the ground.
create table org.ground_version (
    id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    kind text not null,
    member_id uuid not null references org.member,
    unit_id uuid not null references org.unit,
    year int not null,
    months int[] not null,
    profile text not null,
    primary key (id, version)
);
create unique index ground_now on org.ground_version (kind, member_id, year) where recorded_to = 'infinity';
create index on org.ground_version (unit_id);
grant select on org.ground_version to ${app};
grant select, insert, update (recorded_to) on org.ground_version to ${loader};

alter table org.ground_version enable row level security;
create policy seen on org.ground_version for select to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.member_unit u where u.member_id = ground_version.member_id));

-- Months of the year closed without dues, of these members; only where they are as many as the rule says.
create function org.dues_grounds(members uuid[], of_year int, today date, at_least int)
    returns table (member_id uuid, months int[])
    language sql stable as $$
    select d.member_id, array_agg(extract(month from d.month)::int order by d.month)
    from org.dues_months(members, make_date(of_year, 1, 1), make_date(of_year, 12, 1), today, 'infinity') d
    where d.state = 'UNPAID'
    group by d.member_id
    having count(*) >= at_least
$$;

-- Months of the year in which somebody was away from all regular meetings without excuse, in runs as long as the rule says.
create function org.absence_grounds(members uuid[], of_year int, today date, at_least int)
    returns table (member_id uuid, months int[])
    language sql stable as $$
    with away as (
        select a.member_id, extract(month from v.month)::int as month
        from org.meeting_version v
            join org.meeting_attendance a on a.meeting_id = v.meeting_id and a.version = v.version
        where v.recorded_to = 'infinity' and v.state = 'HELD' and v.kind = 'REGULAR'
          and v.month between make_date(of_year, 1, 1) and make_date(of_year, 12, 1) and v.held_on <= today
          and a.member_id = any (members)
        group by a.member_id, v.month
        having bool_and(a.status = 'ABSENT')
    ), placed as (
        select w.*, w.month - row_number() over (partition by w.member_id order by w.month) as run from away w
    ), counted as (
        select p.*, count(*) over (partition by p.member_id, p.run) as length from placed p
    )
    select c.member_id, array_agg(c.month order by c.month)
    from counted c
    where c.length >= at_least
    group by c.member_id
$$;
revoke execute on function org.dues_grounds, org.absence_grounds from public;
grant execute on function org.dues_grounds, org.absence_grounds to ${loader};
