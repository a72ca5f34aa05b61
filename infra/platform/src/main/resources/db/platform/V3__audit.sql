-- Who did or read what, when and why. The app may only add. The chain covers digests, so that payloads can be erased.

create table platform.audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor uuid not null,
    action text not null,
    subject_type text not null,
    subject_id uuid not null,
    unit_id uuid,
    payload_digest bytea
);
create index on platform.audit_entry (subject_id, id);

create table platform.audit_payload (
    entry_id bigint primary key references platform.audit_entry,
    salt bytea not null,
    payload text not null
);

-- Entries in no seal yet.
create table platform.audit_unsealed (
    entry_id bigint primary key
);

create table platform.audit_seal (
    number bigint primary key,
    entry_ids bigint[] not null,
    entry_digests bytea[] not null,
    previous bytea not null,
    hash bytea not null,
    sealed_at timestamptz not null default clock_timestamp()
);

grant select on platform.audit_entry, platform.audit_payload, platform.audit_seal, platform.audit_unsealed to ${app}, ${loader};
grant insert on platform.audit_seal to ${loader};
grant delete on platform.audit_unsealed to ${loader};

create function platform.write_audit(
    recorded timestamptz, by_actor uuid, actions text[], subject_types text[], subject_ids uuid[], unit_ids uuid[],
    salts bytea[], payloads text[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    with line as (
        select nextval(pg_get_serial_sequence('platform.audit_entry', 'id')) as id, t.*
        from unnest(actions, subject_types, subject_ids, unit_ids, salts, payloads)
            as t(action, subject_type, subject_id, unit_id, salt, payload)
    ), entry as (
        insert into platform.audit_entry (id, at, actor, action, subject_type, subject_id, unit_id, payload_digest)
            overriding system value
        select id, recorded, by_actor, action, subject_type, subject_id, unit_id, sha256(salt || convert_to(payload, 'UTF8'))
        from line
    ), content as (
        insert into platform.audit_payload (entry_id, salt, payload)
        select id, salt, payload from line where payload is not null
    )
    insert into platform.audit_unsealed (entry_id) select id from line;
end $$;

-- Erases what an entry told and leaves an entry of its own that says so.
create function platform.erase_audit_payload(erased bigint, by_actor uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from platform.audit_payload where entry_id = erased;
    if not found then
        return false;
    end if;
    with erasure as (
        insert into platform.audit_entry (at, actor, action, subject_type, subject_id, unit_id)
        select clock_timestamp(), by_actor, 'audit.payload-erased:' || erased, subject_type, subject_id, unit_id
        from platform.audit_entry where id = erased
        returning id
    )
    insert into platform.audit_unsealed (entry_id) select id from erasure;
    return true;
end $$;

revoke execute on function platform.write_audit, platform.erase_audit_payload from public;
grant execute on function platform.write_audit to ${app}, ${loader};
grant execute on function platform.erase_audit_payload to ${loader};
