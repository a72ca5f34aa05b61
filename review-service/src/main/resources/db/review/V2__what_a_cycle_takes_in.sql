-- A cycle opened for a day in the past takes in what stood under the opening unit that day, also what another superior answers for
-- by now. So neither its members nor its reviews are cut to what the account covers today; that it may open there, the handler has
-- checked. Whoever covers a unit of record today sees its reviews.

create function review.members_on(the_unit uuid, the_day date)
    returns table (member_id uuid, home_unit_id uuid, exempt boolean, suspended boolean, admitted_on date)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select s.member_id, s.home_unit_id, s.exempt, s.suspended, m.admitted_on
    from scope.closure c
    join review.member_slice s on s.home_unit_id = c.unit_id
    join review.member m on m.member_id = s.member_id
    where c.ancestor_id = the_unit and c.valid_from <= the_day and c.valid_to > the_day and c.recorded_to = 'infinity'
      and s.valid_from <= the_day and s.valid_to > the_day
    order by s.home_unit_id, s.member_id
$$;

drop policy within_scope on review.review;
create policy read_within_scope on review.review for select
    using (case when current_setting('review.one_row', true) = 'on' then review.covers(unit_id)
        else unit_id in (select scope.covered_units()) end);
create policy change_within_scope on review.review for update
    using (case when current_setting('review.one_row', true) = 'on' then review.covers(unit_id)
        else unit_id in (select scope.covered_units()) end);
create policy enter_into_own_cycle on review.review for insert
    with check (cycle_id in (
        select c.id from review.cycle c where c.opened_by_unit_id in (select scope.covered_units())));

-- A cycle names units only. It is there for who covers the opening unit or a unit that stood under it on the opening day.
create function review.is_visible(opened_by uuid, opened_on date) returns boolean
    language sql stable
begin atomic
    select opened_by in (select scope.covered_units())
        or exists (
            select from scope.closure c
            where c.ancestor_id = opened_by and c.valid_from <= is_visible.opened_on and c.valid_to > is_visible.opened_on
              and c.recorded_to = 'infinity' and c.unit_id in (select scope.covered_units()));
end;

revoke execute on function review.members_on, review.is_visible from public;
grant execute on function review.members_on, review.is_visible to ${app}, ${loader};
