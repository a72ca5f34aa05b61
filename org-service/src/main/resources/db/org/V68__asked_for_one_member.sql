-- A row that a command enters about one member is asked for by itself, from below; "in (select scope.covered_units())" enumerated all
-- that the account covers for each row: 500 units in a district, a quarter of a million at the root. Who enters thousands of rows
-- says so for the transaction (tusoi.rows = many), and all units are asked for once a statement. Both decide alike, so that it
-- matters to nothing but time what is said.
create function org.many_rows() returns boolean
    language sql stable
return coalesce(current_setting('tusoi.rows', true), '') = 'many';

-- Whether a home of the member, past or present, is covered, or a unit that it is to be transferred to: as the policies for reading say.
create function org.is_about_own(member uuid) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
begin
    return exists (select 1 from org.member_unit u where u.member_id = member and scope.covers(u.unit_id))
        or exists (select 1 from org.transfer t
                    where t.member_id = member and t.state = 'REQUESTED' and scope.covers(t.to_unit_id));
end $$;
revoke execute on function org.is_about_own from public;
grant execute on function org.is_about_own to ${app};

alter policy entered on org.member
    with check (case when org.many_rows() then unit_id in (select scope.covered_units()) else scope.covers(unit_id) end);
alter policy entered on org.member_unit
    with check (case when org.many_rows() then unit_id in (select scope.covered_units()) else scope.covers(unit_id) end);

-- "For all" would be asked for what is entered too. Nobody deletes. For reading and for updates the same is said in the same order, so
-- that PostgreSQL asks it once.
drop policy seen on org.membership_version;
drop policy arriving on org.membership_version;
create policy seen on org.membership_version for select to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.member_unit u where u.member_id = membership_version.member_id));
create policy arriving on org.membership_version for select to ${app} using (member_id in (select org.arriving()));
create policy seen_superseded on org.membership_version for update to ${app}
    using (unit_id in (select scope.covered_units())
           or exists (select 1 from org.member_unit u where u.member_id = membership_version.member_id));
create policy arriving_superseded on org.membership_version for update to ${app} using (member_id in (select org.arriving()));
create policy entered on org.membership_version for insert to ${app}
    with check (case when org.many_rows()
                     then unit_id in (select scope.covered_units())
                          or exists (select 1 from org.member_unit u where u.member_id = membership_version.member_id)
                          or member_id in (select org.arriving())
                     else scope.covers(unit_id) or org.is_about_own(member_id) end);

drop policy seen on org.movement_version;
drop policy arriving on org.movement_version;
create policy seen on org.movement_version for select to ${app}
    using (exists (select 1 from org.member_unit u where u.member_id = movement_version.member_id));
create policy arriving on org.movement_version for select to ${app} using (member_id in (select org.arriving()));
create policy seen_superseded on org.movement_version for update to ${app}
    using (exists (select 1 from org.member_unit u where u.member_id = movement_version.member_id));
create policy arriving_superseded on org.movement_version for update to ${app} using (member_id in (select org.arriving()));
create policy entered on org.movement_version for insert to ${app}
    with check (case when org.many_rows()
                     then exists (select 1 from org.member_unit u where u.member_id = movement_version.member_id)
                          or member_id in (select org.arriving())
                     else org.is_about_own(member_id) end);

drop policy seen on org.member_decision;
drop policy arriving on org.member_decision;
create policy seen on org.member_decision for select to ${app}
    using (exists (select 1 from org.member_unit u where u.member_id = member_decision.member_id));
create policy arriving on org.member_decision for select to ${app} using (member_id in (select org.arriving()));
create policy entered on org.member_decision for insert to ${app}
    with check (case when org.many_rows()
                     then exists (select 1 from org.member_unit u where u.member_id = member_decision.member_id)
                          or member_id in (select org.arriving())
                     else org.is_about_own(member_id) end);

-- One member's file as known at an instant ('infinity': by now), as far as the account may read: all of it where its last home is among
-- the units whose members the account reads; else the stays and movements of those that are. No row where there is no stay.
-- Each of the file's few units is asked for from below, and row policies are read past: with them it took three statements, of which
-- each was planned anew and enumerated all units.
create function org.file_of(member uuid, known timestamptz)
    returns table (
        reference text, full_name text, birth_date date, gender text, admitted_on date, recognised_on date, version bigint,
        stays jsonb, moves jsonb)
    language plpgsql stable rows 1 security definer
    set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    whole constant boolean := scope.covers((select m.unit_id from org.member m where m.id = file_of.member), 'MEMBER_READ');
    told constant jsonb := (
        select jsonb_agg(
                   jsonb_build_object(
                       'validFrom', s.valid_from, 'validTo', nullif(s.valid_to, 'infinity'), 'homeUnitId', s.unit_id,
                       'unitCode', u.code, 'state', s.state, 'exempt', s.exempt, 'suspended', s.suspended)
                   order by s.valid_from)
        from org.membership_version s join org.unit u on u.id = s.unit_id
        where s.member_id = file_of.member
          and s.recorded_from <= known and s.recorded_to >= known and (s.recorded_to > known or known = 'infinity')
          and (whole or scope.covers(s.unit_id, 'MEMBER_READ')));
begin
    if told is null then
        return;
    end if;
    return query
    select m.reference, coalesce(was.full_name, p.full_name), coalesce(was.birth_date, p.birth_date),
           coalesce(was.gender, p.gender),
           case when days.recorded_to is null then m.admitted_on else days.admitted_on end,
           case when days.recorded_to is null then m.recognised_on else days.recognised_on end,
           (select max(s.version) from org.membership_version s where s.member_id = m.id and s.recorded_from <= known),
           told,
           coalesce(
               (select jsonb_agg(
                           jsonb_build_object(
                               'on', v.on_day, 'kind', v.kind, 'unitId', v.unit_id, 'otherUnitId', v.other_unit_id,
                               'caseId', v.case_id, 'reorganisationId', v.reorganisation_id)
                           order by v.place)
                from org.movement_version v
                where v.member_id = m.id
                  and v.recorded_from <= known and v.recorded_to >= known and (v.recorded_to > known or known = 'infinity')
                  and (whole or scope.covers(v.unit_id, 'MEMBER_READ') or scope.covers(v.other_unit_id, 'MEMBER_READ'))),
               '[]')
    from org.member m join org.person p on p.id = m.person_id
        left join lateral (select o.full_name, o.birth_date, o.gender from org.superseded_person o
                           where o.person_id = p.id and o.recorded_to > known
                           order by o.recorded_to limit 1) was on true
        left join lateral (select d.admitted_on, d.recognised_on, d.recorded_to from org.superseded_days d
                           where d.member_id = m.id and d.recorded_to > known
                           order by d.recorded_to limit 1) days on true
    where m.id = file_of.member;
end $$;
revoke execute on function org.file_of from public;
grant execute on function org.file_of to ${app};
