-- What nobody may ever need is not made while a shadow is filled: the log that would bring its rows back after a crash, and the indexes of
-- the facts beside their keys. Both are made up for where it differs from what serves, before anybody hears of that; one that is equal is
-- thrown away. After a crash of PostgreSQL it is empty, its reader's positions too, and is filled anew. See decision record 28.

create or replace function reporting.shadow_table(source regclass) returns void
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
    execute format('create unlogged table %I.%I (like %s including defaults including generated including identity including storage'
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
    for part in select a.privilege_type, a.grantee from pg_class c cross join aclexplode(c.relacl) a
                 where c.oid = source and a.grantee <> c.relowner loop
        execute format('grant %s on %I.%I to %s', part.privilege_type, shadow, name,
                       case when part.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(part.grantee)) end);
    end loop;
end $$;

create function reporting.shadow_indexes(source regclass) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    home text;
    part text;
begin
    select n.nspname into home from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = source;
    for part in select pg_get_indexdef(i.indexrelid) from pg_index i
                 where i.indrelid = source and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = source) loop
        execute replace(part, ' ON ' || home || '.', ' ON shadow_' || home || '.');
    end loop;
end $$;

create or replace function reporting.shadow_create(facts text[]) returns void
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
        perform reporting.shadow_indexes(format('platform.%I', part)::regclass);
    end loop;
    foreach part in array array['unit_record', 'unit_version', 'link', 'closure', 'unit_life', 'lineage', 'lineage_told', 'account',
                                'grant_version'] loop
        perform reporting.shadow_table(format('scope.%I', part)::regclass);
        perform reporting.shadow_indexes(format('scope.%I', part)::regclass);
    end loop;
    -- What the tree is derived by, over the shadow's tables.
    foreach part in array array['links_of', 'closure_of', 'lineage_of'] loop
        execute replace(pg_get_functiondef((select p.oid from pg_proc p where p.proname = part and p.pronamespace = 'scope'::regnamespace)),
                        'scope.', 'shadow_scope.');
    end loop;
    execute 'create view shadow_platform.freshness as ' || replace(pg_get_viewdef('platform.freshness'::regclass), 'platform.', 'shadow_platform.');
    grant select on shadow_platform.freshness to ${loader};
    -- What letters held their producers to is the same for both, so that "now" is. No event tells it, so it is not to be lost.
    alter table shadow_platform.dead_letter_held set logged;
    insert into shadow_platform.dead_letter_held (topic, digest, held_through) select topic, digest, held_through from platform.dead_letter_held;
    insert into shadow_platform.dead_letter_held (topic, digest, held_through)
    select topic, digest, min(held_through) from platform.dead_letter group by topic, digest
    on conflict (topic, digest) do nothing;
end $$;

-- Lets its reader take nothing more until the transaction ends, and returns what is not as that which serves is, in the order in which
-- it can be made so: the reader's positions, of which many ask, are the last.
create function reporting.shadow_hold() returns setof text
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    lock table shadow_platform.inbox_position in exclusive mode;
    return query
    select format('%I.%I', substr(n.nspname, 8), c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname like 'shadow\_%' and c.relkind = 'r' and c.relpersistence = 'u'
     order by c.oid = 'shadow_platform.inbox_position'::regclass,
              (select count(*) from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), 1;
end $$;

create function reporting.shadow_finish(home regclass) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    schema text;
    name text;
begin
    select n.nspname, c.relname into schema, name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = home;
    execute format('alter table %I.%I set logged', 'shadow_' || schema, name);
    if schema = 'reporting' then
        perform reporting.shadow_indexes(home);
    end if;
end $$;

revoke execute on function reporting.shadow_indexes(regclass), reporting.shadow_hold(), reporting.shadow_finish(regclass) from public;
grant execute on function reporting.shadow_hold(), reporting.shadow_finish(regclass) to ${loader};
