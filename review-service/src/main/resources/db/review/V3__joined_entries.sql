-- Entries that the register gave up for another of the same person; reviews go on with the entry that is kept.
create table review.joined_entry (
    given_id uuid primary key,
    kept_id  uuid not null
);
grant select, insert, update, delete on review.joined_entry to ${loader};
alter table review.joined_entry enable row level security;
grant update on review.review to ${loader};

-- The entry that goes on; itself, where it was not given up.
create function review.kept_entry(entry uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with recursive step (id, depth) as (
        select entry, 0
        union all
        select j.kept_id, s.depth + 1 from step s join review.joined_entry j on j.given_id = s.id where s.depth < 100
    )
    select id from step order by depth desc limit 1
$$;
revoke execute on function review.kept_entry from public;
grant execute on function review.kept_entry to ${app}, ${loader};
