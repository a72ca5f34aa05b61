-- Each counting of the service's own books: what came out is in the journal. Advisory lock: (20080, 5) counting.
create table platform.counting (
    id uuid primary key,
    counted_at timestamptz not null,
    on_day date not null,
    lines int not null
);
create index on platform.counting (counted_at);
grant select on platform.counting to ${app};
grant select, insert on platform.counting to ${loader};
