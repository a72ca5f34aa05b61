-- Where a grant comes from. source_id: the holding of the post, or the giver's own grant that a delegation rests on.
-- given_by: unknown of what was given before it was written down.
alter table org.grant_version
    add column source text not null default 'ADMIN' check (source in ('ADMIN', 'POST', 'DELEGATION')),
    add column source_id uuid,
    add column given_by uuid,
    add check ((source = 'ADMIN') = (source_id is null));
create index on org.grant_version (source_id) where recorded_to = 'infinity' and source_id is not null;
create index on org.grant_version (given_by) where recorded_to = 'infinity' and source = 'DELEGATION';

alter policy seen on org.grant_version
    using (org.is_system() or current_setting('tusoi.account', true) in (account_id::text, given_by::text)
           or unit_id in (select scope.covered_units()));
-- Who records a post gives and ends what it gives, and what was lent from that; who lends gives and ends his loans.
create policy by_post on org.grant_version for insert to ${app}
    with check (source in ('POST', 'DELEGATION') and unit_id in (select scope.units_with('MEMBER_WRITE')));
create policy lent on org.grant_version for insert to ${app}
    with check (source = 'DELEGATION' and given_by::text = current_setting('tusoi.account', true));
create policy post_ended on org.grant_version for update to ${app}
    using (source in ('POST', 'DELEGATION') and unit_id in (select scope.units_with('MEMBER_WRITE')))
    with check (source in ('POST', 'DELEGATION') and unit_id in (select scope.units_with('MEMBER_WRITE')));
create policy loan_ended on org.grant_version for update to ${app}
    using (source = 'DELEGATION' and given_by::text = current_setting('tusoi.account', true))
    with check (source = 'DELEGATION' and given_by::text = current_setting('tusoi.account', true));
create policy background on org.grant_version for update to ${app}
    using (org.is_system()) with check (org.is_system());

-- member_id: whose account it is; an operator's is nobody's. subject: null until Keycloak has the invited user.
alter table org.account
    add column member_id uuid constraint account_member unique references org.member,
    add column state text not null default 'ACTIVE' check (state in ('INVITED', 'ACTIVE')),
    alter column subject drop not null;
grant update (subject, member_id, state) on org.account to ${app};
create policy own_sign_in on org.account for update to ${app}
    using (id::text = current_setting('tusoi.account', true))
    with check (id::text = current_setting('tusoi.account', true));
create policy background on org.account for update to ${app} using (org.is_system()) with check (org.is_system());

-- Asked past row policies: who records a post, or lends a role, need not look after the other's account.
create function org.account_of(member uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select a.id from org.account a where a.member_id = member
$$;
create function org.account_named(name text) returns table (id uuid, locked boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select a.id, a.locked from org.account a where lower(a.username) = lower(name)
    union
    select a.id, a.locked from org.account a where a.id::text = lower(name)
    limit 1
$$;
-- Grants in force or to be, at units whose accounts the caller does not administer.
create function org.reaches_further(account uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (
        select from org.grant_version g
        where g.account_id = account and g.recorded_to = 'infinity' and g.valid_to > scope.today()
          and g.valid_from < g.valid_to and g.unit_id not in (select scope.units_with('ACCOUNT_ADMIN')))
$$;
revoke execute on function org.account_of, org.account_named, org.reaches_further from public;
grant execute on function org.account_of, org.account_named, org.reaches_further to ${app}, ${loader};
