-- A member's account, for rights at a unit: only where who looks after the account answers for that unit too. Otherwise whoever
-- links an account to a member beforehand would receive the rights of a post that a superior gives later.
create function org.account_of(member uuid, at_unit uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select a.id from org.account a
    where a.member_id = member
      and exists (
          select 1 from scope.closure c
          where c.ancestor_id = a.unit_id and c.unit_id = at_unit and c.recorded_to = 'infinity'
            and c.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
            and c.valid_to > (now() at time zone 'Asia/Ho_Chi_Minh')::date)
$$;
revoke execute on function org.account_of(uuid, uuid) from public;
grant execute on function org.account_of(uuid, uuid) to ${app}, ${loader};
drop function org.account_of(uuid);
