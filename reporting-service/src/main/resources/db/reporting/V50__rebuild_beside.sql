-- A rebuild beside what serves: its tables stand in shadow_<schema>, made from those that serve, with the same columns, keys, indexes,
-- settings and grants. See decision record 23.

-- Each rebuild that was ever started; at most one of them is not over.
create table reporting.rebuild_run (
    id uuid primary key,
    started_at timestamptz not null default clock_timestamp(),
    started_by uuid not null,
    -- What the tables were when it began: a shadow of others is of no use.
    migrations text not null,
    state text not null check (state in ('BUILDING', 'DIFFERENT', 'EQUAL', 'SWITCHED', 'DROPPED', 'ABANDONED')),
    compared_at timestamptz,
    compared_through timestamptz,
    live_sha256 text,
    shadow_sha256 text,
    differences jsonb not null default '[]',
    ended_at timestamptz,
    ended_by uuid
);
create unique index rebuild_run_open on reporting.rebuild_run ((true)) where ended_at is null;
grant select, insert, update on reporting.rebuild_run to ${loader};

create function reporting.shadow_migrations() returns text
    language sql security definer set search_path = pg_catalog as $$
select concat_ws('/', (select max(installed_rank) from platform.migration_history),
                      (select max(installed_rank) from scope.migration_history),
                      (select max(installed_rank) from reporting.migration_history))
$$;

-- One table beside. What has a policy or a trigger, or what a view or a function is bound to, cannot be exchanged and is refused.
create function reporting.shadow_table(source regclass) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    home text;
    name text;
    shadow text;
    part record;
begin
    select n.nspname, c.relname into home, name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = source;
    if exists (select from pg_policy where polrelid = source)
       or exists (select from pg_trigger where tgrelid = source and not tgisinternal) then
        raise exception 'a policy or a trigger on % would be lost', source;
    end if;
    shadow := 'shadow_' || home;
    execute format('create table %I.%I (like %s including defaults including generated including identity including storage'
                   ' including comments)', shadow, name, source);
    for part in select unnest(reloptions) as setting from pg_class where oid = source loop
        execute format('alter table %I.%I set (%s)', shadow, name, part.setting);
    end loop;
    for part in select conname, pg_get_constraintdef(oid) as definition from pg_constraint
                 where conrelid = source and contype in ('p', 'u', 'c', 'f', 'x')
                 order by array_position(array['p', 'u', 'x', 'c', 'f'], contype::text), conname loop
        execute format('alter table %I.%I add constraint %I %s', shadow, name, part.conname,
                       replace(part.definition, 'REFERENCES ' || home || '.', 'REFERENCES ' || shadow || '.'));
    end loop;
    for part in select pg_get_indexdef(i.indexrelid) as definition from pg_index i
                 where i.indrelid = source and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = source) loop
        execute replace(part.definition, ' ON ' || home || '.', ' ON ' || shadow || '.');
    end loop;
    for part in select a.privilege_type, a.grantee from pg_class c cross join aclexplode(c.relacl) a
                 where c.oid = source and a.grantee <> c.relowner loop
        execute format('grant %s on %I.%I to %s', part.privilege_type, shadow, name,
                       case when part.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(part.grantee)) end);
    end loop;
end $$;

create function reporting.shadow_create(facts text[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    part text;
begin
    foreach part in array array['platform', 'scope', 'reporting'] loop
        execute format('create schema %I', 'shadow_' || part);
        execute format('grant usage on schema %I to ${loader}', 'shadow_' || part);
    end loop;
    foreach part in array facts loop
        if exists (select from pg_depend d join pg_class c on c.oid = d.refobjid join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'reporting' and c.relname = part and d.classid in ('pg_rewrite'::regclass, 'pg_proc'::regclass)) then
            raise exception 'a view or a function is bound to reporting.% and would not follow a switch', part;
        end if;
        perform reporting.shadow_table(format('reporting.%I', part)::regclass);
    end loop;
    foreach part in array array['inbox_position', 'inbox_seen', 'inbox_watermark', 'dead_letter', 'dead_letter_held'] loop
        perform reporting.shadow_table(format('platform.%I', part)::regclass);
    end loop;
    foreach part in array array['unit_record', 'unit_version', 'link', 'closure', 'unit_life', 'lineage', 'lineage_told', 'account',
                                'grant_version'] loop
        perform reporting.shadow_table(format('scope.%I', part)::regclass);
    end loop;
    -- What the tree is derived by, over the shadow's tables.
    foreach part in array array['links_of', 'closure_of', 'lineage_of'] loop
        execute replace(pg_get_functiondef((select p.oid from pg_proc p where p.proname = part and p.pronamespace = 'scope'::regnamespace)),
                        'scope.', 'shadow_scope.');
    end loop;
    execute 'create view shadow_platform.freshness as ' || replace(pg_get_viewdef('platform.freshness'::regclass), 'platform.', 'shadow_platform.');
    grant select on shadow_platform.freshness to ${loader};
    -- What letters held their producers to is the same for both, so that "now" is.
    insert into shadow_platform.dead_letter_held (topic, digest, held_through) select topic, digest, held_through from platform.dead_letter_held;
    insert into shadow_platform.dead_letter_held (topic, digest, held_through)
    select topic, digest, min(held_through) from platform.dead_letter group by topic, digest
    on conflict (topic, digest) do nothing;
end $$;

-- What was filled and never asked has no statistics yet.
create function reporting.shadow_analyze(facts text[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    part text;
begin
    foreach part in array facts loop
        execute format('analyze shadow_reporting.%I', part);
    end loop;
end $$;

create function reporting.shadow_exists() returns boolean
    language sql security definer set search_path = pg_catalog as $$
select exists (select from pg_namespace where nspname in ('shadow_reporting', 'former_reporting'))
$$;

-- The shadow, or what was exchanged for it.
create function reporting.shadow_drop() returns void
    language plpgsql security definer set search_path = pg_catalog set client_min_messages = warning as $$
begin
    if to_regclass('shadow_platform.inbox_position') is not null then
        lock table shadow_platform.inbox_position in access exclusive mode; -- its reader begins with this one
    end if;
    drop schema if exists former_reporting, former_platform, shadow_reporting, shadow_scope, shadow_platform cascade;
end $$;

-- Makes one table's rows those of another, and touches no row that is the same: for what views and functions are bound to.
create function reporting.shadow_rows(home text, name text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    keys text;
    columns text;
begin
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into keys
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
     where i.indrelid = format('%I.%I', home, name)::regclass and i.indisprimary;
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns
      from pg_attribute a
     where a.attrelid = format('%I.%I', home, name)::regclass and a.attnum > 0 and not a.attisdropped;
    execute format('delete from %1$I.%2$I where (%3$s) in (select %3$s from'
                   ' (select %4$s from %1$I.%2$I except select %4$s from %5$I.%2$I) gone)', home, name, keys, columns, 'shadow_' || home);
    execute format('insert into %1$I.%2$I (%3$s) select %3$s from %4$I.%2$I except select %3$s from %1$I.%2$I',
                   home, name, columns, 'shadow_' || home);
end $$;

-- Within a transaction that holds both readers' positions, the shadow's at or beyond the other's.
create function reporting.shadow_switch(facts text[], types text[]) returns void
    language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
declare
    part text;
    first text;
    since timestamptz;
begin
    create schema former_reporting;
    create schema former_platform;
    -- The longest work first: both readers are held, so nobody else writes there, and figures go on being answered meanwhile.
    foreach part in array array['unit_record', 'unit_version', 'link', 'closure', 'unit_life', 'lineage', 'lineage_told', 'account',
                                'grant_version'] loop
        perform reporting.shadow_rows('scope', part);
    end loop;
    -- One is waited for while none is held, so that its readers come to an end, and the others are free or not: who waits for one table
    -- while holding another would wait for an answer that waits for that one. The next attempt begins with the one that was not free.
    since := clock_timestamp();
    first := facts[1];
    loop
        part := first;
        begin
            execute format('lock table reporting.%I in access exclusive mode', first);
            foreach part in array facts loop
                execute format('lock table reporting.%I in access exclusive mode nowait', part);
            end loop;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > since + interval '10 seconds' then
                raise;
            end if;
            first := part;
            perform pg_sleep(0.005 + random() * 0.01);
        end;
    end loop;
    foreach part in array facts loop
        execute format('alter table reporting.%I set schema former_reporting', part);
        execute format('alter table shadow_reporting.%I set schema reporting', part);
    end loop;
    alter table platform.inbox_seen set schema former_platform;
    alter table shadow_platform.inbox_seen set schema platform;
    -- Its reader's positions stay: what the shadow has taken is known by inbox_seen when it comes once more, and what no fact is made of,
    -- a counting of books, is missed by nobody.
    perform reporting.shadow_rows('platform', 'inbox_watermark');
    delete from shadow_platform.inbox_position; -- its reader finds that and ends
    -- Letters keep their numbers and their history; what the rebuild has taken is closed, and says so. It reads what facts are made of.
    perform pg_advisory_xact_lock(hashtextextended('dead letter ' || letter_id, 0))
       from (select distinct letter_id from platform.dead_letter where mended_at is null order by letter_id) open;
    with taken as (
        update platform.dead_letter d set mended_at = clock_timestamp(), closed_as = 'REPLAYED'
         where d.mended_at is null and d.held_through <> 'infinity'
           and coalesce(d.headers ->> 'ce_type' = any (types), true)
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

do $$
declare
    made regprocedure;
begin
    for made in select p.oid from pg_proc p where p.pronamespace = 'reporting'::regnamespace and p.proname like 'shadow\_%' loop
        execute format('revoke execute on function %s from public', made);
    end loop;
end $$;
grant execute on function reporting.shadow_migrations(), reporting.shadow_create(text[]), reporting.shadow_analyze(text[]),
    reporting.shadow_exists(), reporting.shadow_drop(),
    reporting.shadow_switch(text[], text[]) to ${loader};
