-- Who moved because everybody of the unit did is told apart from who moved alone: such a move counts nowhere as one, and a
-- member's facts follow it into the tree of another day. Facts from before this column get it by a rebuild.
alter table reporting.movement add column reorganisation_id uuid;
create index movement_of_reorganisation on reporting.movement (on_day) where reorganisation_id is not null;

-- Two entries of one person that were joined: the first goes on as the second.
create table reporting.joined_entry (
    aggregate_id uuid not null,
    version bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    merged_into uuid not null,
    primary key (aggregate_id, version)
) with (fillfactor = 85);

grant select, insert, update, delete, truncate on reporting.joined_entry to ${loader};
