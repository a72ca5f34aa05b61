-- What was staged of persons goes after a while, whether it was confirmed or not; that there was a file stays.
alter table org.import drop constraint import_state_check;
alter table org.import add constraint import_state_check check (state in ('STAGING', 'STAGED', 'INVALID', 'APPLIED', 'PURGED'));
alter table org.import add column purged_at timestamptz;
create index on org.import (created_at) where purged_at is null;

-- A row that was taken over tells no more of the person than the register does.
grant update (full_name, differences) on org.reconciliation_row to ${app};
