-- Inside EXISTS, "in (select ...)" of units becomes a join that asks for all of somebody's units anew for every row: 4.5 of the 6 s of
-- a merger of 3,000 members. As a value, "... is true", it is asked once a statement and looked up.
alter policy former_home on org.member
    using (exists (select 1 from org.member_unit u
                    where u.member_id = member.id and (u.unit_id in (select scope.units_with('MEMBER_WRITE'))) is true))
    with check (exists (select 1 from org.member_unit u
                         where u.member_id = member.id and (u.unit_id in (select scope.units_with('MEMBER_WRITE'))) is true));
alter policy taken_along on org.dues_relief
    using (exists (select 1 from org.member_unit u
                    where u.member_id = dues_relief.member_id
                      and (u.unit_id in (select scope.units_with('BRANCH_WRITE'))) is true));
alter policy paid_anew on org.dues_payment
    using (void and exists (select 1 from org.member_unit u
                             where u.member_id = dues_payment.member_id
                               and (u.unit_id in (select scope.units_with('BRANCH_WRITE'))) is true));
alter policy corrected on org.person
    using (exists (select 1 from org.member m
                    where m.person_id = person.id and (m.unit_id in (select scope.covered_units())) is true));
alter policy seen on org.qualification
    using (exists (select 1 from org.member m
                    where m.id = qualification.member_id and (m.unit_id in (select scope.covered_units())) is true));
alter policy seen on org.cadre_planning
    using (exists (select 1 from org.member m
                    where m.id = cadre_planning.member_id and (m.unit_id in (select scope.covered_units())) is true));
alter policy seen on org.party_card
    using (exists (select 1 from org.member m
                    where m.id = party_card.member_id and (m.unit_id in (select scope.covered_units())) is true));
alter policy seen on org.account
    using (org.is_system() or id::text = current_setting('tusoi.account', true)
           or unit_id in (select scope.covered_units())
           or exists (select 1 from org.grant_version g
                       where g.account_id = account.id and g.recorded_to = 'infinity'
                         and (g.unit_id in (select scope.units_with('ACCOUNT_ADMIN'))) is true));
alter policy seen on org.reorganisation
    using (state in ('CONFIRMED', 'REVOKED')
               and (unit_id in (select scope.covered_units())
                    or exists (select 1 from org.reorganisation_unit u where u.reorganisation_id = reorganisation.id))
           or unit_id in (select scope.units_with('UNIT_WRITE'))
           or exists (select 1 from org.reorganisation_unit u
                       where u.reorganisation_id = reorganisation.id
                         and (u.unit_id in (select scope.units_with('UNIT_WRITE'))) is true));

-- A file brings in more rows than the tables had: until the planner has looked at them again, which by itself it does within minutes,
-- it takes a search for a small one.
create function org.look_at_members_again() returns void language sql security definer set search_path = pg_catalog as $$
    analyze org.person, org.member, org.member_unit, org.membership_version, org.movement_version, org.member_decision;
$$;
revoke all on function org.look_at_members_again() from public;
grant execute on function org.look_at_members_again() to ${app};
