-- How often each kind of fact, and the tree (unit), was written, and the latest recorded time of what was written: a figure that rests
-- on facts which were not is the same again. See decision record 26.
create table reporting.fact_change (
    fact text primary key,
    times bigint not null,
    latest timestamptz not null
) with (fillfactor = 50);

grant select, insert, update on reporting.fact_change to ${loader};
