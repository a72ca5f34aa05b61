-- Reports of one's own. Like what is published, no rebuild of facts touches them.
create schema saved;
grant usage on schema saved to ${app}, ${loader};
create table saved.report (
    id         uuid primary key,
    account    uuid        not null,
    version    bigint      not null,
    name       text        not null,
    report     text        not null,
    unit_id    uuid        not null,
    year       int,
    from_day   date,
    to_day     date,
    as_of      date,
    cycle      text,
    every      text check (every in ('MONTH', 'QUARTER', 'YEAR')),
    after_days int,
    saved_at   timestamptz not null
);
create index report_of_account on saved.report (account, id);
grant select, insert, update, delete on saved.report to ${app};
alter table saved.report enable row level security;
create policy own on saved.report for all to ${app} using (account = (select scope.current_account()));
