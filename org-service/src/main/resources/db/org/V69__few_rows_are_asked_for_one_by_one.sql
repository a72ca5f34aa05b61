-- What a command does with one member reads and changes a handful of rows, and enumerated all that the account covers for each of its
-- statements, up to five times. It says that it looks at few rows (tusoi.rows = few): then each is asked for by itself. Lists say
-- nothing, and ask for all units once a statement. Both decide alike.
create function org.few_rows() returns boolean
    language sql stable
return coalesce(current_setting('tusoi.rows', true), '') = 'few';

-- Whether the account may write about members of a home of the member, past or present.
create function org.is_written_by_own(member uuid) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
begin
    return exists (select 1 from org.member_unit u where u.member_id = member and scope.covers(u.unit_id, 'MEMBER_WRITE'));
end $$;

-- Whether the member is to be transferred to a unit that the account covers.
create function org.is_arriving(member uuid) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
begin
    return exists (select 1 from org.transfer t
                    where t.member_id = member and t.state = 'REQUESTED' and scope.covers(t.to_unit_id));
end $$;
revoke execute on function org.is_written_by_own, org.is_arriving from public;
grant execute on function org.is_written_by_own, org.is_arriving to ${app};

-- Who is to come is among one's own (is_about_own): the policies "arriving" add nobody then.
alter policy seen on org.member_unit
    using (case when (select org.few_rows()) then scope.covers(unit_id) else unit_id in (select scope.covered_units()) end);

alter policy seen on org.member
    using (case when (select org.few_rows()) then scope.covers(unit_id) or org.is_about_own(id)
                else unit_id in (select scope.covered_units())
                     or exists (select 1 from org.member_unit u where u.member_id = member.id) end);
alter policy arriving on org.member
    using (case when (select org.few_rows()) then false else id in (select org.arriving()) end);
alter policy changed on org.member
    using (case when (select org.few_rows()) then scope.covers(unit_id) else unit_id in (select scope.covered_units()) end)
    with check (case when (select org.few_rows()) then scope.covers(unit_id) else unit_id in (select scope.covered_units()) end);
alter policy former_home on org.member
    using (case when (select org.few_rows()) then org.is_written_by_own(id)
                else exists (select 1 from org.member_unit u
                              where u.member_id = member.id
                                and (u.unit_id in (select scope.units_with('MEMBER_WRITE'))) is true) end)
    with check (case when (select org.few_rows()) then org.is_written_by_own(id)
                     else exists (select 1 from org.member_unit u
                                   where u.member_id = member.id
                                     and (u.unit_id in (select scope.units_with('MEMBER_WRITE'))) is true) end);
alter policy taken_in on org.member
    using (case when (select org.few_rows()) then org.is_arriving(id) else id in (select org.arriving()) end)
    with check (case when (select org.few_rows()) then scope.covers(unit_id) else unit_id in (select scope.covered_units()) end);
alter policy corrected on org.person
    using (case when (select org.few_rows())
                then exists (select 1 from org.member m where m.person_id = person.id and scope.covers(m.unit_id))
                else exists (select 1 from org.member m
                              where m.person_id = person.id and (m.unit_id in (select scope.covered_units())) is true) end);

alter policy seen on org.membership_version
    using (case when (select org.few_rows()) then scope.covers(unit_id) or org.is_about_own(member_id)
                else unit_id in (select scope.covered_units())
                     or exists (select 1 from org.member_unit u where u.member_id = membership_version.member_id) end);
alter policy seen_superseded on org.membership_version
    using (case when (select org.few_rows()) then scope.covers(unit_id) or org.is_about_own(member_id)
                else unit_id in (select scope.covered_units())
                     or exists (select 1 from org.member_unit u where u.member_id = membership_version.member_id) end);
alter policy seen on org.movement_version
    using (case when (select org.few_rows()) then org.is_about_own(member_id)
                else exists (select 1 from org.member_unit u where u.member_id = movement_version.member_id) end);
alter policy seen_superseded on org.movement_version
    using (case when (select org.few_rows()) then org.is_about_own(member_id)
                else exists (select 1 from org.member_unit u where u.member_id = movement_version.member_id) end);
alter policy seen on org.member_decision
    using (case when (select org.few_rows()) then org.is_about_own(member_id)
                else exists (select 1 from org.member_unit u where u.member_id = member_decision.member_id) end);
alter policy arriving on org.membership_version
    using (case when (select org.few_rows()) then false else member_id in (select org.arriving()) end);
alter policy arriving_superseded on org.membership_version
    using (case when (select org.few_rows()) then false else member_id in (select org.arriving()) end);
alter policy arriving on org.movement_version
    using (case when (select org.few_rows()) then false else member_id in (select org.arriving()) end);
alter policy arriving_superseded on org.movement_version
    using (case when (select org.few_rows()) then false else member_id in (select org.arriving()) end);
alter policy arriving on org.member_decision
    using (case when (select org.few_rows()) then false else member_id in (select org.arriving()) end);
