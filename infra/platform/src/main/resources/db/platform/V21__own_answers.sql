-- A kept answer is the account's that got it: no other account's transaction sees it, nor one that has no account. The day's
-- end is the loader's to see to.
alter table platform.idempotency enable row level security;
create policy own_answers on platform.idempotency
    using (account = nullif(current_setting('tusoi.account', true), '')::uuid);
grant select, delete on platform.idempotency to ${loader};
