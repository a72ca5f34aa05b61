-- The posts that a reorganisation has ended with their units: the version each had before and got.
create table org.reorganised_post (
    reorganisation_id uuid not null references org.reorganisation,
    holding_id uuid not null,
    version_before bigint not null,
    version bigint not null,
    primary key (reorganisation_id, holding_id)
);
grant select, insert on org.reorganised_post to ${app};
alter table org.reorganised_post enable row level security;
create policy seen on org.reorganised_post for all to ${app}
    using (reorganisation_id in (select r.id from org.reorganisation r));

-- Where review-service keeps reviews, as its events told: ids alone.
create table org.review_elsewhere (
    review_id uuid primary key,
    version bigint not null,
    unit_id uuid not null
);
create index on org.review_elsewhere (unit_id);
grant select, insert, update, delete on org.review_elsewhere to ${loader};
alter table org.review_elsewhere enable row level security;

-- What rests on units that a reorganisation has founded, past row policies: nothing of it may be left behind. Cases and reviews are
-- counted for everybody and named to who reads them.
create function org.resting_on(units uuid[]) returns table (what text, id uuid)
    language sql stable security definer set search_path = pg_catalog as $$
    select 'posts', p.id from org.post_version p where p.recorded_to = 'infinity' and p.unit_id = any (units)
    union all
    select 'grants', g.id from org.grant_version g where g.recorded_to = 'infinity' and g.unit_id = any (units)
    union all
    select 'accounts', a.id from org.account a where a.unit_id = any (units)
    union all
    select 'assignments', a.id from org.assignment_version a where a.recorded_to = 'infinity' and a.unit_id = any (units)
    union all
    select 'transfers', t.id from org.transfer t
    where t.state in ('REQUESTED', 'ACCEPTED') and (t.from_unit_id = any (units) or t.to_unit_id = any (units))
    union all
    select 'activities', a.id from org.temporary_activity a
    where a.recorded_to = 'infinity' and (a.home_unit_id = any (units) or a.host_unit_id = any (units))
    union all
    select 'prospects', p.id from org.prospect p where p.unit_id = any (units) and p.state <> 'CLOSED'
    union all
    select 'meetings', m.id from org.meeting m where m.unit_id = any (units) and m.state <> 'DROPPED'
    union all
    select 'studies', s.session_id from org.study_version s
    where s.recorded_to = 'infinity' and (s.unit_id = any (units) or s.called && units)
    union all
    select 'studies', r.session_id from org.study_roll r where r.unit_id = any (units)
    union all
    select 'attendanceItems', i.id from org.attendance_item_version i where i.recorded_to = 'infinity' and i.unit_id = any (units)
    union all
    select 'workingRules', w.unit_id from org.working_rules_version w where w.recorded_to = 'infinity' and w.unit_id = any (units)
    union all
    select 'duesPayments', d.member_id from org.dues_payment d
    where d.recorded_to = 'infinity' and not d.void and d.unit_id = any (units)
    union all
    select 'duesBooks', b.unit_id from org.dues_book b where b.unit_id = any (units)
    union all
    select 'duesReliefs', d.id from org.dues_relief d where d.recorded_to = 'infinity' and d.unit_id = any (units)
    union all
    select 'imports', i.id from org.import i where i.unit_id = any (units)
    union all
    select 'cycles', c.cycle_id from org.review_cycle c where c.opened_by = any (units)
    union all
    select 'matters', case when m.unit_id in (select scope.units_with('CASE_READ')) then m.case_id end
    from org.open_matter m where m.unit_id = any (units) or m.subject_id = any (units)
    union all
    select 'reviews', case when r.unit_id in (select scope.units_with('REVIEW_READ')) then r.review_id end
    from org.review_elsewhere r where r.unit_id = any (units)
$$;
revoke execute on function org.resting_on from public;
grant execute on function org.resting_on to ${app}, ${loader};
