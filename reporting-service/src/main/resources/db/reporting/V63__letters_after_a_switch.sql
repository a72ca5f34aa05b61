-- A letter that a rebuild could take is closed by the switch, with its history, where it was deleted before.
create or replace function reporting.shadow_switch(facts text[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    part text;
begin
    create schema former_reporting;
    create schema former_platform;
    -- The longest work first: both readers are held, so nobody else writes there, and figures go on being answered meanwhile.
    foreach part in array array['unit_record', 'unit_version', 'link', 'closure', 'unit_life', 'lineage', 'lineage_told', 'account',
                                'grant_version'] loop
        perform reporting.shadow_rows('scope', part);
    end loop;
    foreach part in array facts loop
        execute format('lock table reporting.%I in access exclusive mode', part);
    end loop;
    foreach part in array facts loop
        execute format('alter table reporting.%I set schema former_reporting', part);
        execute format('alter table shadow_reporting.%I set schema reporting', part);
    end loop;
    alter table platform.inbox_seen set schema former_platform;
    alter table shadow_platform.inbox_seen set schema platform;
    perform reporting.shadow_rows('platform', 'inbox_position');
    perform reporting.shadow_rows('platform', 'inbox_watermark');
    delete from shadow_platform.inbox_position; -- its reader finds that and ends
    -- Letters keep their numbers and their history; what the rebuild has taken is closed, and says so.
    with taken as (
        update platform.dead_letter d set mended_at = clock_timestamp(), closed_as = 'REPLAYED'
         where d.mended_at is null and d.held_through <> 'infinity'
           and not exists (select from shadow_platform.dead_letter s
                                                    where s.topic = d.topic and s.digest = d.digest and s.mended_at is null)
        returning d.letter_id
    )
    insert into platform.dead_letter_step (letter_id, number, action, told)
    select t.letter_id, coalesce((select max(s.number) from platform.dead_letter_step s where s.letter_id = t.letter_id), 1) + 1,
           'REPLAYED', 'A rebuild took it'
      from (select distinct letter_id from taken) t;
    insert into platform.dead_letter
           (topic, part, record_offset, producer, key, headers, payload, digest, reason, at, held_through, mend_of)
    select s.topic, s.part, s.record_offset, s.producer, s.key, s.headers, s.payload, s.digest, s.reason, s.at, s.held_through, s.mend_of
      from shadow_platform.dead_letter s
     where s.mended_at is null and not exists (select from platform.dead_letter d
                                                where d.topic = s.topic and d.digest = s.digest and d.mended_at is null);
end $$;
