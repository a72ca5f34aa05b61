-- The entry that a given-up one leads to at last; itself, where it was not given up.
create function org.kept_entry(entry uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    with recursive step as (
        select m.id, m.merged_into from org.member m where m.id = entry
        union all
        select m.id, m.merged_into from step s join org.member m on m.id = s.merged_into
    )
    select s.id from step s where s.merged_into is null
$$;

-- An entry that goes on, with all that were given up for it; nothing for one that was given up itself.
create function org.entries_of(entry uuid) returns setof uuid
    language sql stable security definer set search_path = pg_catalog as $$
    with recursive one as (
        select m.id from org.member m where m.id = entry and m.merged_into is null
        union
        select m.id from one o join org.member m on m.merged_into = o.id
    )
    select o.id from one o
$$;

-- A case against an entry that was given up is a case against the person.
create or replace function org.has_open_case(member uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from org.open_matter m
                   where m.subject_id in (select e from org.entries_of(member) e) and m.kind = 'CASE' and m.open)
$$;

-- What was recorded of the given-up entry goes on with the kept one, as a version of its own from the instant of the merger: as
-- known before, it stands with the given-up one. What the kept one has of its own (a month's dues, a card) stays, and the other's with
-- the entry that was given up. Answers what other services are told of, in the shape of its event. Harmless unless the one was
-- given up for the other. Past row policies: who joins two entries answers for both homes, not for every former one.
create function org.move_records(given uuid, kept uuid, at timestamptz)
    returns table (kind text, id uuid, version bigint, unit_id uuid, data jsonb)
    language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
    if not exists (select from org.member m where m.id = given and m.merged_into = kept) then
        return;
    end if;
    return query
    with was as (
        update org.post_version p set recorded_to = at where p.member_id = given and p.recorded_to = 'infinity' returning p as former
    ), made as (
        insert into org.post_version
        select (jsonb_populate_record(w.former, jsonb_build_object(
                    'version', (w.former).version + 1, 'member_id', kept, 'recorded_from', at, 'recorded_to', 'infinity'))).*
        from was w
        returning *
    )
    select 'post', m.id, m.version, m.unit_id, jsonb_build_object(
               'postHoldingId', m.id, 'memberId', m.member_id, 'unitId', m.unit_id, 'post', m.post, 'external', m.external,
               'validFrom', m.valid_from, 'validTo', nullif(m.valid_to, 'infinity'), 'mode', m.mode, 'termFrom', m.term_from,
               'termTo', m.term_to, 'appointedBy', m.appointed_by)
    from made m;
    return query
    with was as (
        update org.temporary_activity a set recorded_to = at where a.member_id = given and a.recorded_to = 'infinity' returning a as former
    ), made as (
        insert into org.temporary_activity
        select (jsonb_populate_record(w.former, jsonb_build_object(
                    'version', (w.former).version + 1, 'member_id', kept, 'recorded_from', at, 'recorded_to', 'infinity'))).*
        from was w
        returning *
    )
    select 'activity', m.id, m.version, m.home_unit_id, jsonb_build_object(
               'activityId', m.id, 'memberId', m.member_id, 'homeUnitId', m.home_unit_id, 'hostUnitId', m.host_unit_id,
               'purpose', m.purpose, 'validFrom', m.valid_from, 'validTo', m.valid_to)
    from made m;
    return query
    with was as (
        update org.assignment_version a set recorded_to = at where a.member_id = given and a.recorded_to = 'infinity' returning a as former
    ), made as (
        insert into org.assignment_version
        select (jsonb_populate_record(w.former, jsonb_build_object(
                    'version', (w.former).version + 1, 'member_id', kept, 'recorded_from', at, 'recorded_to', 'infinity'))).*
        from was w
        returning *
    )
    select 'assignment', m.id, m.version, m.unit_id, jsonb_build_object(
               'assignmentId', m.id, 'memberId', m.member_id, 'unitId', m.unit_id, 'validFrom', m.valid_from,
               'validTo', nullif(m.valid_to, 'infinity'))
    from made m;
    with was as (
        update org.dues_relief r set recorded_to = at where r.member_id = given and r.recorded_to = 'infinity' returning r as former
    )
    insert into org.dues_relief
    select (jsonb_populate_record(w.former, jsonb_build_object(
                'version', (w.former).version + 1, 'member_id', kept, 'recorded_from', at, 'recorded_to', 'infinity'))).*
    from was w;
    update org.dues_payment k set recorded_to = at
    where k.member_id = kept and k.recorded_to = 'infinity' and k.void
      and exists (select from org.dues_payment g
                  where g.member_id = given and g.month = k.month and g.recorded_to = 'infinity' and not g.void);
    with was as (
        update org.dues_payment g set recorded_to = at
        where g.member_id = given and g.recorded_to = 'infinity' and not g.void
          and not exists (select from org.dues_payment k
                          where k.member_id = kept and k.month = g.month and k.recorded_to = 'infinity')
        returning g as former
    )
    insert into org.dues_payment
    select (jsonb_populate_record(w.former, jsonb_build_object(
                'version', coalesce((select max(k.version) from org.dues_payment k
                                     where k.member_id = kept and k.month = (w.former).month), 0) + 1,
                'member_id', kept, 'recorded_from', at, 'recorded_to', 'infinity'))).*
    from was w;
    with was as (
        update org.qualification q set recorded_to = at where q.member_id = given and q.recorded_to = 'infinity' returning q as former
    )
    insert into org.qualification
    select (jsonb_populate_record(w.former, jsonb_build_object(
                'id', uuidv7(), 'member_id', kept, 'recorded_from', at, 'recorded_to', 'infinity'))).*
    from was w;
    with was as (
        update org.cadre_planning c set recorded_to = at where c.member_id = given and c.recorded_to = 'infinity' returning c as former
    )
    insert into org.cadre_planning
    select (jsonb_populate_record(w.former, jsonb_build_object(
                'id', uuidv7(), 'member_id', kept, 'recorded_from', at, 'recorded_to', 'infinity'))).*
    from was w;
    with was as (
        update org.party_card c set recorded_to = at
        where c.member_id = given and c.recorded_to = 'infinity'
          and (c.withdrawn_on is not null
               or not exists (select from org.party_card k
                              where k.member_id = kept and k.recorded_to = 'infinity' and k.withdrawn_on is null))
        returning c as former
    )
    insert into org.party_card
    select (jsonb_populate_record(w.former, jsonb_build_object(
                'id', uuidv7(), 'member_id', kept, 'recorded_from', at, 'recorded_to', 'infinity'))).*
    from was w;
    update org.account a set member_id = kept
    where a.member_id = given and not exists (select from org.account o where o.member_id = kept);
end $$;
revoke execute on function org.kept_entry, org.entries_of, org.move_records from public;
grant execute on function org.kept_entry, org.entries_of to ${app}, ${loader};
grant execute on function org.move_records to ${app};

-- Who was away under an entry that was given up was away.
create or replace function org.absence_grounds(members uuid[], of_year int, today date, at_least int)
    returns table (member_id uuid, months int[])
    language sql stable as $$
    with away as (
        select k.id as member_id, extract(month from v.month)::int as month
        from unnest(members) as k (id)
            cross join lateral org.entries_of(k.id) as e (id)
            join org.meeting_attendance a on a.member_id = e.id
            join org.meeting_version v on v.meeting_id = a.meeting_id and v.version = a.version
        where v.recorded_to = 'infinity' and v.state = 'HELD' and v.kind = 'REGULAR'
          and v.month between make_date(of_year, 1, 1) and make_date(of_year, 12, 1) and v.held_on <= today
        group by k.id, v.month
        having bool_and(a.status = 'ABSENT')
    ), placed as (
        select w.*, w.month - row_number() over (partition by w.member_id order by w.month) as run from away w
    ), counted as (
        select p.*, count(*) over (partition by p.member_id, p.run) as length from placed p
    )
    select c.member_id, array_agg(c.month order by c.month)
    from counted c
    where c.length >= at_least
    group by c.member_id
$$;

-- A correction of a past stay is written by who answers for the home concerned.
create policy former_home on org.member for update to ${app}
    using (exists (select 1 from org.member_unit u where u.member_id = member.id))
    with check (exists (select 1 from org.member_unit u where u.member_id = member.id));

-- Who was transferred took reliefs along, and the months whose payment was taken back: the new home goes on with them.
create policy taken_along on org.dues_relief for update to ${app}
    using (exists (select 1 from org.member_unit u where u.member_id = dues_relief.member_id));
create policy paid_anew on org.dues_payment for update to ${app}
    using (void and exists (select 1 from org.member_unit u where u.member_id = dues_payment.member_id));
