-- Sums: how many facts of a kind hold on a day and are held to be so at an instant, as steps up and down by day and recorded time.
-- Derived from facts alone, for what is complete; never a second truth. See decision record 17.

-- Through when everything recorded is in the sums. No row: there are none, and figures count the facts.
create table reporting.sum_state (
    only_one boolean primary key default true check (only_one),
    sealed_through timestamptz not null,
    -- The unit that all facts belong to under the tree of every day, whatever is known of it; null where there is none.
    whole_unit_id uuid
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

-- So many more from that day on, for who knows what was recorded at that instant: of a unit of record, and of all units.
create table reporting.sum_step (
    unit_id uuid not null,
    series int not null,
    recorded timestamptz not null,
    day date not null,
    amount int not null,
    primary key (unit_id, series, recorded, day) include (amount)
);

create table reporting.sum_whole_step (
    series int not null,
    recorded timestamptz not null,
    day date not null,
    amount bigint not null,
    primary key (series, recorded, day) include (amount)
);

-- The sum of all units' steps recorded by then: sums[n] from days[n] on. Days are counted from 2000-01-01.
create table reporting.sum_whole (
    series int not null,
    recorded timestamptz not null,
    days int[] not null,
    sums bigint[] not null,
    primary key (series, recorded)
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

-- What one sealing works on; empty between two.
create unlogged table reporting.sum_changed (aggregate_id uuid primary key);
create unlogged table reporting.sum_made (
    unit_id uuid not null, cycle_id uuid, k1 text, k2 text, recorded timestamptz not null, day date not null, amount int not null
);
create unlogged table reporting.sum_new (
    unit_id uuid not null, series int not null, recorded timestamptz not null, day date not null, amount int not null
);

-- Finds what was recorded since, without a cost to what comes in.
create index version_recorded on reporting.version using brin (recorded_from) with (pages_per_range = 16);

-- Units that are not in the tree of a day, without reading those that are.
create index link_begins on scope.link (valid_from);
create index link_ends on scope.link (valid_to) where valid_to < 'infinity';

grant select, insert, update, delete, truncate
    on reporting.sum_state, reporting.sum_series, reporting.sum_step, reporting.sum_whole_step, reporting.sum_whole, reporting.sum_hop,
       reporting.sum_changed, reporting.sum_made, reporting.sum_new
    to ${loader};
grant maintain on reporting.sum_changed, reporting.sum_new to ${loader};
