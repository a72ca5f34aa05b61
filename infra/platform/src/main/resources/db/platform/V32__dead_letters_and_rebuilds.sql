-- A mend that would not do is a letter of its own: it names the original by its digest, as the original's place changes when a
-- lost topic is filled again.
alter table platform.dead_letter add column mend_of bytea;

-- What a letter held its producer to, kept through a rebuild, so that "now" is the same after it: of a record whose time cannot
-- be read nothing else would tell.
create table platform.dead_letter_held (
    topic text not null,
    digest bytea not null,
    held_through timestamptz not null,
    primary key (topic, digest)
);
grant select on platform.dead_letter_held to ${app}, ${loader};

create or replace function platform.reset_inbox() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into platform.dead_letter_held (topic, digest, held_through)
    select topic, digest, min(held_through) from platform.dead_letter group by topic, digest
    on conflict (topic, digest) do nothing;
    truncate platform.inbox_position, platform.inbox_seen, platform.inbox_watermark, platform.dead_letter;
end $$;
