-- Of the last writings of each kind of fact, the last one first, when the first row of each was recorded or ended (microseconds since
-- 1970): what is counted on from an earlier count must not have changed before it. See decision record 26.
alter table reporting.fact_change add column earliest bigint[] not null default '{}';
