-- The copy of the register shows an account the members at home in what it covers, and of others those whose case or removal it sees.

alter table member_seen enable row level security;

alter table member_slice enable row level security;
create policy covered on member_slice to ${app}
    using (home_unit_id in (select scope.covered_units()));

alter table post_holding enable row level security;
create policy covered on post_holding to ${app}
    using (exists (select from member_slice s where s.member_id = post_holding.member_id));

alter table member_name enable row level security;
create policy covered on member_name to ${app}
    using (exists (select from member_slice s where s.member_id = member_name.member_id)
        or exists (select from discipline_case c where c.subject_id = member_name.member_id)
        or exists (select from removal r where r.member_id = member_name.member_id));

-- What a rule asks does not depend on what the asking account may see. These functions pass the row policies by and answer with a
-- number or a yes or no, never with who or where.

create function has_open_case(the_subject uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select from discipline.discipline_case
        where subject_id = the_subject and state not in ('IN_EFFECT', 'CLOSED'))
$$;

create function entitled_on(the_unit uuid, the_day date) returns integer
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select count(*)::integer from discipline.member_slice
    where home_unit_id = the_unit and valid_from <= the_day and valid_to > the_day
      and state = 'OFFICIAL' and not exempt and not suspended
$$;

create function standing_on(the_member uuid, the_day date) returns table (official boolean, holds_post boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select s.state = 'OFFICIAL',
           exists (select from discipline.post_holding p
                   where p.member_id = s.member_id and p.valid_from <= the_day and p.valid_to > the_day)
    from discipline.member_slice s
    where s.member_id = the_member and s.valid_from <= the_day and s.valid_to > the_day
$$;

revoke execute on function has_open_case, entitled_on, standing_on from public;
grant execute on function has_open_case, entitled_on, standing_on to ${app}, ${loader};
