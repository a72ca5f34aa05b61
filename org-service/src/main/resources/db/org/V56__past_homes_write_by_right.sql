-- What a past home may write, it may only through a role that writes: a reader's account reaches no further than reading.
drop policy former_home on org.member;
create policy former_home on org.member for update to ${app}
    using (exists (select 1 from org.member_unit u
                    where u.member_id = member.id and u.unit_id in (select scope.units_with('MEMBER_WRITE'))))
    with check (exists (select 1 from org.member_unit u
                         where u.member_id = member.id and u.unit_id in (select scope.units_with('MEMBER_WRITE'))));
drop policy taken_along on org.dues_relief;
create policy taken_along on org.dues_relief for update to ${app}
    using (exists (select 1 from org.member_unit u
                    where u.member_id = dues_relief.member_id and u.unit_id in (select scope.units_with('BRANCH_WRITE'))));
drop policy paid_anew on org.dues_payment;
create policy paid_anew on org.dues_payment for update to ${app}
    using (void and exists (select 1 from org.member_unit u
                             where u.member_id = dues_payment.member_id and u.unit_id in (select scope.units_with('BRANCH_WRITE'))));
