-- Of entries with one folded name and birth day each was paired with each: of a thousand of one name, half a million pairs before the
-- first was shown. Now each is paired with the next one entered; who is not the same person leaves the other pairs as they are, and a
-- merged entry brings its neighbours together. An entry under the unit has a neighbour wherever that one stands.
create or replace function org.duplicates(unit uuid)
    returns table (first_id uuid, first_name text, first_unit uuid, first_code text, first_version bigint, second_id uuid,
                   second_name text, second_unit uuid, second_code text, second_version bigint, birth_date date)
    language sql stable security definer set search_path = pg_catalog as $$
    with repeated as (
        select name_folded, birth_date from org.person group by name_folded, birth_date having count(*) > 1
    ), entry as (
        select m.id, m.unit_id, m.version, p.full_name, p.sort_key, p.birth_date,
               lead(m.id) over (partition by p.name_folded, p.birth_date order by p.id, m.id) as next_id
        from repeated r
            join org.person p on p.name_folded = r.name_folded and p.birth_date = r.birth_date
            join org.member m on m.person_id = p.id and m.merged_into is null
        where (m.unit_id in (select scope.units_with('MEMBER_READ'))) is true
    ), inside as (
        select c.unit_id from scope.closure c
        where c.ancestor_id = unit and c.recorded_to = 'infinity' and c.valid_to > (select scope.today())
    )
    select a.id, a.full_name, a.unit_id, ua.code, a.version, b.id, b.full_name, b.unit_id, ub.code, b.version, a.birth_date
    from entry a
        join entry b on b.id = a.next_id
        join org.unit ua on ua.id = a.unit_id
        join org.unit ub on ub.id = b.unit_id
    where unit is null
       or (a.unit_id in (select i.unit_id from inside i)) is true
       or (b.unit_id in (select i.unit_id from inside i)) is true
    order by a.sort_key, a.id, b.id
    limit 200
$$;
