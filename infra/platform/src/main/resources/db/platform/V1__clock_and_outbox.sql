-- The recorded clock, the journal of events and what of it still has to reach Kafka.
-- Advisory locks of this schema: (20080, 1) announced transactions, (20080, 2) relay, (20080, 3) inbox, (20080, 4) sealer.

grant usage on schema platform to ${app}, ${loader};

-- One row. ceiling: no transaction that announces itself from now on records a time at or below it.
-- published: the last watermark, which never goes back.
create table platform.clock (
    one boolean primary key default true check (one),
    ceiling timestamptz not null default 'epoch',
    published timestamptz not null default 'epoch',
    resend_needed text
) with (fillfactor = 10);
insert into platform.clock default values;
grant select on platform.clock to ${app};
grant select, update on platform.clock to ${loader};

create function platform.announce() returns timestamptz
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform pg_advisory_xact_lock_shared(20080, 1);
    return (select greatest(clock_timestamp(), ceiling + interval '1 microsecond') from platform.clock);
end $$;

create sequence platform.outbox_seq;

-- The journal: written once, never changed, kept by month.
create table platform.outbox (
    seq bigint not null,
    recorded_at timestamptz not null,
    topic text not null,
    key text not null,
    event_id uuid not null,
    type text not null,
    aggregate_id uuid not null,
    version bigint not null,
    actor uuid not null,
    traceparent text,
    data bytea not null,
    primary key (recorded_at, seq)
) partition by range (recorded_at);
create table platform.outbox_default partition of platform.outbox default;
grant select on platform.outbox to ${loader};

-- What has not reached Kafka yet. A row of a compacted topic carries its value here and is gone once sent.
create table platform.outbox_pending (
    seq bigint primary key,
    recorded_at timestamptz not null,
    topic text not null,
    key text not null,
    latest boolean not null,
    value bytea
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_scale_factor = 10);
grant select, delete on platform.outbox_pending to ${loader};

-- Rows that Kafka refused for good; their key's successors wait behind them.
create table platform.outbox_parked (
    seq bigint primary key references platform.outbox_pending on delete cascade,
    topic text not null,
    key text not null,
    reason text not null,
    at timestamptz not null default clock_timestamp()
);
create index on platform.outbox_parked (topic, key);
grant select, insert, delete on platform.outbox_parked to ${loader};

-- Kafka's id of each topic that this service fills: another id means that the topic was lost.
create table platform.topic (
    topic text primary key,
    topic_id text not null,
    since timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on platform.topic to ${loader};

create function platform.ensure_outbox_partitions() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    first date := date_trunc('month', clock_timestamp() at time zone 'UTC')::date;
    months int;
begin
    for months in 0..2 loop
        begin
            execute format(
                'create table if not exists platform.outbox_%s partition of platform.outbox for values from (%L) to (%L)',
                to_char(first + make_interval(months => months), 'YYYY_MM'),
                to_char(first + make_interval(months => months), 'YYYY-MM-DD') || ' 00:00:00+00',
                to_char(first + make_interval(months => months + 1), 'YYYY-MM-DD') || ' 00:00:00+00');
        exception when check_violation then
            raise warning 'the default partition already holds rows of month %', months;
        end;
    end loop;
end $$;
select platform.ensure_outbox_partitions();

-- Writes rows in the order of the arrays. A row without a type belongs to a compacted topic.
create function platform.publish(
    recorded timestamptz, by_actor uuid, trace text, topics text[], keys text[], event_ids uuid[], types text[],
    aggregate_ids uuid[], versions bigint[], contents bytea[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    with entry as (
        select nextval('platform.outbox_seq') as seq, t.*
        from unnest(topics, keys, event_ids, types, aggregate_ids, versions, contents)
            as t(topic, key, event_id, type, aggregate_id, version, data)
    ), journal as (
        insert into platform.outbox (seq, recorded_at, topic, key, event_id, type, aggregate_id, version, actor, traceparent, data)
        select seq, recorded, topic, key, event_id, type, aggregate_id, version, by_actor, trace, data
        from entry where type is not null
    )
    insert into platform.outbox_pending (seq, recorded_at, topic, key, latest, value)
    select seq, recorded, topic, key, type is null, case when type is null then data end from entry;
    perform pg_notify('tusoi_outbox', '');
end $$;

create function platform.unpark(parked_seq bigint) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from platform.outbox_parked where seq = parked_seq;
    perform pg_notify('tusoi_outbox', '');
    return found;
end $$;

-- After Kafka lost its disk: every journalled row goes out again, in sequence, into new topics.
create function platform.resend() returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    rows bigint;
begin
    lock table platform.topic in exclusive mode;
    delete from platform.topic;
    update platform.clock set resend_needed = null;
    insert into platform.outbox_pending (seq, recorded_at, topic, key, latest)
    select seq, recorded_at, topic, key, false from platform.outbox
    on conflict (seq) do nothing;
    get diagnostics rows = row_count;
    perform pg_notify('tusoi_outbox', '');
    return rows;
end $$;

revoke execute on all functions in schema platform from public;
grant execute on function platform.announce, platform.publish to ${app}, ${loader};
grant execute on function platform.ensure_outbox_partitions, platform.unpark, platform.resend to ${loader};
