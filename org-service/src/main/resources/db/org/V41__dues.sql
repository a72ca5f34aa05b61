-- What members pay by month, whether a branch's book of a month is closed, and who pays less or nothing. Versions stay; a month
-- that nobody has closed tells nothing of who did not pay.
create table org.dues_payment (
    member_id uuid not null references org.member,
    month date not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    unit_id uuid not null references org.unit,
    amount bigint not null check (amount > 0),
    category text not null,
    paid_on date not null,
    received_by uuid references org.member,
    void boolean not null,
    reason text,
    profile text not null,
    warnings jsonb not null,
    actor uuid not null,
    primary key (member_id, month, version),
    check (month = date_trunc('month', month))
);
create unique index dues_payment_now on org.dues_payment (member_id, month) where recorded_to = 'infinity';
create index on org.dues_payment (unit_id, month);

create table org.dues_book (
    unit_id uuid not null references org.unit,
    month date not null,
    closed_on date not null,
    recorded_from timestamptz not null,
    actor uuid not null,
    primary key (unit_id, month),
    check (month = date_trunc('month', month))
);
create index on org.dues_book (month);

create table org.dues_relief (
    id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    member_id uuid not null references org.member,
    unit_id uuid not null references org.unit,
    kind text not null,
    ground text not null,
    percent int,
    from_month date not null,
    to_month date not null default 'infinity',
    decision jsonb not null,
    reason text,
    profile text not null,
    warnings jsonb not null,
    actor uuid not null,
    primary key (id, version)
);
create index on org.dues_relief (member_id);

grant select, insert, update (recorded_to) on org.dues_payment, org.dues_relief to ${app};
grant select, insert on org.dues_book to ${app};
grant select on org.dues_payment, org.dues_relief, org.dues_book to ${loader};

-- Who has been transferred took the payments along: the new home sees them too.
alter table org.dues_payment enable row level security;
create policy seen on org.dues_payment for select to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.member_unit u where u.member_id = dues_payment.member_id));
create policy entered on org.dues_payment for insert to ${app} with check (unit_id in (select scope.covered_units()));
create policy changed on org.dues_payment for update to ${app} using (unit_id in (select scope.covered_units()));
alter table org.dues_relief enable row level security;
create policy seen on org.dues_relief for select to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.member_unit u where u.member_id = dues_relief.member_id));
create policy entered on org.dues_relief for insert to ${app} with check (unit_id in (select scope.covered_units()));
create policy changed on org.dues_relief for update to ${app} using (unit_id in (select scope.covered_units()));
alter table org.dues_book enable row level security;
create policy kept on org.dues_book for all to ${app} using (unit_id in (select scope.covered_units()));

-- The months in which the members were in the party on the month's last day, as of a day, as known at an instant ('infinity': by
-- now). PAID; EXEMPT or EXCUSED by a relief; UNPAID where the home's book of the month is closed without it; else OPEN.
create function org.dues_months(members uuid[], from_month date, to_month date, as_of date, known_at timestamptz)
    returns table (
        member_id uuid, month date, unit_id uuid, state text, amount bigint, paid_on date, version bigint)
    language sql stable as $$
    select s.member_id, m.month, s.unit_id,
           case when p.paid_on is not null then 'PAID'
                when r.kind = 'EXEMPT' then 'EXEMPT'
                when r.kind = 'GOOD_REASON' then 'EXCUSED'
                when b.closed_on is not null then 'UNPAID'
                else 'OPEN' end,
           p.amount, p.paid_on, p.version
    from (select g::date as month, (g + interval '1 month' - interval '1 day')::date as last_day
          from generate_series(from_month, to_month, interval '1 month') as g) m
        join org.membership_version s
            on s.member_id = any (members)
            and s.valid_from <= m.last_day and s.valid_to > m.last_day
            and s.recorded_from <= known_at and s.recorded_to >= known_at
            and (s.recorded_to > known_at or known_at = 'infinity')
        left join org.dues_payment p
            on p.member_id = s.member_id and p.month = m.month and not p.void and p.paid_on <= as_of
            and p.recorded_from <= known_at and p.recorded_to >= known_at
            and (p.recorded_to > known_at or known_at = 'infinity')
        left join lateral (
            select min(f.kind) as kind
            from org.dues_relief f
            where f.member_id = s.member_id and f.kind <> 'REDUCED' and f.from_month <= m.month and f.to_month >= m.month
              and f.recorded_from <= known_at and f.recorded_to >= known_at
              and (f.recorded_to > known_at or known_at = 'infinity')) r on true
        left join org.dues_book b
            on b.unit_id = s.unit_id and b.month = m.month and b.closed_on <= as_of and b.recorded_from <= known_at
$$;
revoke execute on function org.dues_months from public;
grant execute on function org.dues_months to ${app}, ${loader};
