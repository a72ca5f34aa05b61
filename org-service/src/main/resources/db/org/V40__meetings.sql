-- A branch's meetings. The meeting is the aggregate that is locked; each version of its record stays, with the record itself
-- (attendance, tasks, answers, shortcomings, superiors, text) as one document, as it is read and replaced as a whole. Who
-- attended stands in rows of its own beside it, as that is what is counted.
create table org.meeting (
    id uuid primary key,
    unit_id uuid not null references org.unit,
    kind text not null,
    month date not null,
    state text not null,
    version bigint not null,
    recorded_at timestamptz not null,
    check (month = date_trunc('month', month))
);
create unique index meeting_of_month on org.meeting (unit_id, month) where kind = 'REGULAR' and state <> 'NOT_HELD';

create table org.meeting_version (
    meeting_id uuid not null references org.meeting,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    unit_id uuid not null references org.unit,
    kind text not null,
    month date not null,
    state text not null,
    planned_on date,
    held_on date,
    expected int not null,
    attended int not null,
    minutes jsonb not null,
    reason text,
    profile text,
    warnings jsonb not null,
    actor uuid not null,
    primary key (meeting_id, version)
);
create index on org.meeting_version (unit_id, month);
create index on org.meeting_version (unit_id, held_on) where recorded_to = 'infinity';

create table org.meeting_attendance (
    meeting_id uuid not null,
    version bigint not null,
    member_id uuid not null references org.member,
    unit_id uuid not null references org.unit,
    status text not null,
    primary key (meeting_id, version, member_id),
    foreign key (meeting_id, version) references org.meeting_version
);
create index on org.meeting_attendance (member_id);

grant select, insert, update (state, version, recorded_at) on org.meeting to ${app};
grant select, insert, update (recorded_to) on org.meeting_version to ${app};
grant select, insert on org.meeting_attendance to ${app};
grant select on org.meeting, org.meeting_version, org.meeting_attendance to ${loader};

alter table org.meeting enable row level security;
create policy kept on org.meeting for all to ${app} using (unit_id in (select scope.covered_units()));
alter table org.meeting_version enable row level security;
create policy kept on org.meeting_version for all to ${app} using (unit_id in (select scope.covered_units()));
alter table org.meeting_attendance enable row level security;
create policy kept on org.meeting_attendance for all to ${app} using (unit_id in (select scope.covered_units()));

-- Tasks that meetings of the unit before that one set and that were not done by then: the list that it has to answer.
create function org.open_tasks(unit uuid, day date, meeting uuid)
    returns table (
        task_id uuid, title text, owner text, member_id uuid, due_on date, set_on date, result text, answered_on date)
    language sql stable as $$
    with held as materialized (
        select v.held_on, v.meeting_id, v.minutes
        from org.meeting_version v
        where v.unit_id = unit and v.recorded_to = 'infinity' and v.state = 'HELD'
          and (v.held_on, v.meeting_id) < (day, meeting)
    ), latest as (
        select distinct on (a."taskId") a."taskId" as task_id, a.result, h.held_on
        from held h, jsonb_to_recordset(h.minutes -> 'answers') as a("taskId" uuid, result text)
        order by a."taskId", h.held_on desc, h.meeting_id desc
    )
    select t."taskId", t.title, t.owner, t."memberId", t."dueOn", h.held_on, l.result, l.held_on
    from held h
        cross join jsonb_to_recordset(h.minutes -> 'tasks')
            as t("taskId" uuid, title text, owner text, "memberId" uuid, "dueOn" date)
        left join latest l on l.task_id = t."taskId"
    where l.result is distinct from 'DONE'
    order by h.held_on, t."taskId"
$$;

-- The unit and everything under it on a day as known at an instant ('infinity': by now), as far as the caller reads its members.
create function org.under(unit uuid, day date, known_at timestamptz) returns setof uuid
    language sql stable as $$
    select c.unit_id from scope.closure c
    where c.ancestor_id = unit and c.valid_from <= day and c.valid_to > day
      and c.recorded_from <= known_at and c.recorded_to >= known_at
      and (c.recorded_to > known_at or known_at = 'infinity')
      and c.unit_id in (select scope.units_with('MEMBER_READ'))
$$;
revoke execute on function org.open_tasks, org.under from public;
grant execute on function org.open_tasks, org.under to ${app}, ${loader};
