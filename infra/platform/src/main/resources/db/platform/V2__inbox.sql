-- What has been taken from Kafka, how far, and what could not be read.

create table platform.inbox_position (
    topic text not null,
    part int not null,
    topic_id text not null,
    next_offset bigint not null,
    primary key (topic, part)
) with (fillfactor = 50);
grant select on platform.inbox_position to ${app};
grant select, insert, update, delete on platform.inbox_position to ${loader};

-- Each version of each aggregate once; another digest under the same version is a dead letter.
create table platform.inbox_seen (
    aggregate_id uuid not null,
    version bigint not null,
    digest uuid not null,
    primary key (aggregate_id, version)
);
grant select, insert, delete on platform.inbox_seen to ${loader};

create table platform.inbox_watermark (
    producer text primary key,
    complete_through timestamptz not null
) with (fillfactor = 10);
grant select on platform.inbox_watermark to ${app};
grant select, insert, update, delete on platform.inbox_watermark to ${loader};

-- held_through: what was complete of the producer when the record came; nothing later is, until it is mended.
create table platform.dead_letter (
    id bigint generated always as identity primary key,
    topic text not null,
    part int not null,
    record_offset bigint not null,
    producer text not null,
    key text,
    headers jsonb not null,
    payload bytea,
    digest bytea not null,
    reason text not null,
    at timestamptz not null default clock_timestamp(),
    held_through timestamptz not null,
    mended_at timestamptz
);
create index on platform.dead_letter (topic, part, record_offset);
create index on platform.dead_letter (producer) where mended_at is null;
grant select on platform.dead_letter to ${app};
grant select, insert, update, delete on platform.dead_letter to ${loader};

-- Mends are kept through a rebuild. A mend names its original by place and by the digest of its bytes, as the place
-- changes when a lost topic is filled again.
create table platform.mend (
    topic text not null,
    part int not null,
    record_offset bigint not null,
    digest bytea not null,
    key text,
    headers jsonb not null,
    payload bytea,
    at timestamptz not null default clock_timestamp(),
    primary key (topic, digest)
);
grant select, insert, update on platform.mend to ${loader};

create view platform.freshness as
select w.producer,
       least(w.complete_through,
             (select min(d.held_through) from platform.dead_letter d where d.producer = w.producer and d.mended_at is null))
           as complete_through
from platform.inbox_watermark w;
grant select on platform.freshness to ${app}, ${loader};

-- For a rebuild: everything is read again from the first event. The caller empties the tables of the projections in the
-- same transaction. The lock keeps a running inbox out until then.
create function platform.reset_inbox() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    truncate platform.inbox_position, platform.inbox_seen, platform.inbox_watermark, platform.dead_letter;
end $$;
revoke execute on function platform.reset_inbox from public;
grant execute on function platform.reset_inbox to ${loader};
