-- A draft is nobody's business but of who might work on it; what was confirmed is told to everybody at a unit it names.
alter policy seen on org.reorganisation
    using ((state in ('CONFIRMED', 'REVOKED')
            and (unit_id in (select scope.covered_units())
                 or exists (select 1 from org.reorganisation_unit u where u.reorganisation_id = reorganisation.id)))
           or unit_id in (select scope.units_with('UNIT_WRITE'))
           or exists (select 1 from org.reorganisation_unit u
                      where u.reorganisation_id = reorganisation.id and u.unit_id in (select scope.units_with('UNIT_WRITE'))));

-- All the units that a reorganisation names, for who may see it: rights are asked for each of them, not for those in scope alone.
create function org.units_named_by(reorganisation uuid) returns uuid[]
    language sql stable security definer set search_path = pg_catalog as $$
    select array(select u.unit_id from org.reorganisation_unit u where u.reorganisation_id = reorganisation order by 1)
$$;

-- A case is shown to who reads cases there, and to nobody else.
alter policy seen on org.open_matter using (unit_id in (select scope.units_with('CASE_READ')));

-- What is open on members and units that a reorganisation touches: everything counts, and has a stamp that tells when it changes;
-- what it is about is told to who reads cases there.
create function org.matters_touched(members uuid[], units uuid[])
    returns table (stamp text, case_id uuid, version bigint, kind text, subject_id uuid, unit_id uuid, state text)
    language sql stable security definer set search_path = pg_catalog as $$
    select encode(sha256(convert_to(m.case_id::text || ' ' || m.version || ' ' || m.state, 'UTF8')), 'hex'),
           case when r.readable then m.case_id end, m.version,
           case when r.readable then m.kind end, case when r.readable then m.subject_id end,
           case when r.readable then m.unit_id end, case when r.readable then m.state end
    from org.open_matter m
        cross join lateral (select m.unit_id in (select scope.units_with('CASE_READ')) as readable) r
    where m.open and (m.subject_id = any (members) or m.subject_id = any (units) or m.unit_id = any (units))
    order by m.case_id
$$;
revoke execute on function org.units_named_by, org.matters_touched from public;
grant execute on function org.units_named_by, org.matters_touched to ${app}, ${loader};
