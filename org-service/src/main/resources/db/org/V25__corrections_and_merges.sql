-- Who somebody was held to be until it was corrected; what is held now stands with the person.
create table org.superseded_person (
    person_id uuid not null references org.person,
    full_name text not null,
    birth_date date not null,
    gender text not null,
    identifier_cipher bytea not null,
    identifier_hash bytea not null,
    recorded_to timestamptz not null,
    primary key (person_id, recorded_to)
);
grant select, insert on org.superseded_person to ${app};
grant select on org.superseded_person to ${loader};
alter table org.superseded_person enable row level security;
create policy seen on org.superseded_person for all to ${app}
    using (exists (select 1 from org.person p where p.id = superseded_person.person_id));

grant update (full_name, name_folded, sort_key, birth_date, gender, identifier_cipher, identifier_hash) on org.person to ${app};
create policy corrected on org.person for update to ${app}
    using (exists (select 1 from org.member m
                   where m.person_id = person.id and m.unit_id in (select scope.covered_units())));

-- An entry that was given up for another of the same person.
alter table org.member add column merged_into uuid references org.member;
grant update (merged_into) on org.member to ${app};
create index on org.member (merged_into) where merged_into is not null;
create index on org.person (name_folded, birth_date);

-- Two entries with one folded name and birth day, both within what the caller may read, one of them under the unit if one is given.
create function org.duplicates(unit uuid)
    returns table (first_id uuid, first_name text, first_unit uuid, first_code text, first_version bigint, second_id uuid,
                   second_name text, second_unit uuid, second_code text, second_version bigint, birth_date date)
    language sql stable security definer set search_path = pg_catalog as $$
    with readable as (select u from scope.units_with('MEMBER_READ') u)
    select a.id, p.full_name, a.unit_id, ua.code, a.version, b.id, q.full_name, b.unit_id, ub.code, b.version, p.birth_date
    from org.person p
        join org.person q on q.name_folded = p.name_folded and q.birth_date = p.birth_date and q.id > p.id
        join org.member a on a.person_id = p.id and a.merged_into is null
        join org.member b on b.person_id = q.id and b.merged_into is null
        join org.unit ua on ua.id = a.unit_id
        join org.unit ub on ub.id = b.unit_id
    where a.unit_id in (select u from readable) and b.unit_id in (select u from readable)
      and (unit is null
           or exists (select 1 from scope.closure c
                      where c.ancestor_id = unit and c.unit_id in (a.unit_id, b.unit_id) and c.recorded_to = 'infinity'
                        and c.valid_to > (select scope.today())))
    order by p.sort_key, a.id, b.id
    limit 200
$$;
revoke execute on function org.duplicates from public;
grant execute on function org.duplicates to ${app};
