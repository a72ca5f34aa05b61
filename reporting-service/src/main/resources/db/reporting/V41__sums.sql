-- Sums: how many facts of a kind hold on a day and are held to be so at an instant, as steps up and down by day and recorded time.
-- Derived from facts alone, for what is complete; never a second truth. See decision record 17.

-- Through when everything recorded is in the sums. No row: there are none, and figures count the facts.
create sequence reporting.sum_arrangement;
create table reporting.sum_state (
    only_one boolean primary key default true check (only_one),
    sealed_through timestamptz not null,
    -- Another one each time that units were settled in nodes anew.
    arrangement bigint not null default nextval('reporting.sum_arrangement')
);

-- What is told apart: a kind of fact, of a review cycle or of none, by at most two values of its own.
create table reporting.sum_series (
    series int generated always as identity primary key,
    measure text not null,
    cycle_id uuid,
    k1 text,
    k2 text,
    unique nulls not distinct (measure, cycle_id, k1, k2)
);

-- So many more from that day on, for who knows what was recorded at that instant: of a unit of record.
create table reporting.sum_step (
    unit_id uuid not null,
    series int not null,
    recorded timestamptz not null,
    day date not null,
    amount int not null,
    primary key (unit_id, series, recorded, day) include (amount)
);

-- A node of many units, which has sums of its own. Of those, the units that stand nowhere but in it, whatever the tree's day and
-- whatever is known; and those that may stand in it or elsewhere, each of which has to be looked at.
create table reporting.sum_node (node_id uuid primary key);
create table reporting.sum_settled (
    unit_id uuid not null,
    node_id uuid not null,
    primary key (unit_id, node_id)
);
create table reporting.sum_apart (
    node_id uuid not null,
    unit_id uuid not null,
    primary key (node_id, unit_id)
);

-- Units that no node can take in: a fact of theirs was recorded before they were.
create table reporting.sum_early (unit_id uuid primary key);

-- The steps of all units settled in a node.
create table reporting.sum_node_step (
    node_id uuid not null,
    series int not null,
    recorded timestamptz not null,
    day date not null,
    amount bigint not null,
    primary key (node_id, series, recorded, day) include (amount)
);

-- The sum of a node's steps recorded by then: sums[n] from days[n] on. Days are counted from 2000-01-01.
create table reporting.sum_node_sum (
    node_id uuid not null,
    series int not null,
    recorded timestamptz not null,
    days int[] not null,
    sums bigint[] not null,
    primary key (node_id, series, recorded)
);

-- From where to where reorganisations took members, once for all of them, and since when that was known of any.
create table reporting.sum_hop (
    unit_id uuid not null,
    other_unit_id uuid not null,
    on_day date not null,
    recorded timestamptz not null,
    primary key (unit_id, other_unit_id, on_day)
);
create index sum_hop_day on reporting.sum_hop (on_day);

-- Those of them that may lead across a node's border.
create table reporting.sum_border (
    node_id uuid not null,
    unit_id uuid not null,
    other_unit_id uuid not null,
    on_day date not null,
    recorded timestamptz not null,
    is_settled boolean not null,
    is_other_settled boolean not null,
    primary key (node_id, unit_id, other_unit_id, on_day)
);

-- What one sealing works on; empty between two.
create unlogged table reporting.sum_changed (aggregate_id uuid primary key);
create unlogged table reporting.sum_made (
    unit_id uuid not null, cycle_id uuid, k1 text, k2 text, recorded timestamptz not null, day date not null, amount int not null
);
create unlogged table reporting.sum_new (
    unit_id uuid not null, series int not null, recorded timestamptz not null, day date not null, amount int not null
);
create unlogged table reporting.sum_neighbour (unit_id uuid not null, other_id uuid not null);
create unlogged table reporting.sum_settling (unit_id uuid not null, node_id uuid not null, primary key (unit_id, node_id));
create unlogged table reporting.sum_moved (unit_id uuid not null, node_id uuid not null, sign int not null);
create unlogged table reporting.sum_node_new (
    node_id uuid not null, series int not null, recorded timestamptz not null, day date not null, amount bigint not null
);

-- Finds what was recorded since: each answer as of now asks. What comes in is the latest, so it is written at the right edge.
create index version_recorded on reporting.version (recorded_from);

create index unit_record_recorded on scope.unit_record (recorded_from);

-- Units that are not in the tree of a day, without reading those that are.
create index link_begins on scope.link (valid_from);
create index link_ends on scope.link (valid_to) where valid_to < 'infinity';

grant select, insert, update, delete, truncate
    on reporting.sum_state, reporting.sum_series, reporting.sum_step, reporting.sum_node, reporting.sum_settled, reporting.sum_apart,
       reporting.sum_early, reporting.sum_node_step, reporting.sum_node_sum, reporting.sum_hop, reporting.sum_border,
       reporting.sum_changed, reporting.sum_made, reporting.sum_new, reporting.sum_neighbour, reporting.sum_settling,
       reporting.sum_moved, reporting.sum_node_new
    to ${loader};
grant usage on sequence reporting.sum_arrangement to ${loader};
grant maintain
    on reporting.sum_step, reporting.sum_settled, reporting.sum_apart, reporting.sum_changed, reporting.sum_new,
       reporting.sum_neighbour, reporting.sum_settling, reporting.sum_moved, reporting.sum_node_new
    to ${loader};
