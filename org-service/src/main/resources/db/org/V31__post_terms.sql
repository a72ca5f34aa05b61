-- The term a post belongs to, who appointed, by which decision, and what was warned of and answered when the version was recorded.
alter table org.post_version
    add column term_from date,
    add column term_to date,
    add column appointed_by uuid references org.unit,
    add column decision_number text,
    add column profile text,
    add column warnings jsonb not null default '[]',
    add check (term_from < term_to),
    add check ((term_from is null) = (term_to is null));

-- What ends by itself ends as the system.
create policy background on org.post_version for all to ${app} using (org.is_system()) with check (org.is_system());
create index on org.post_version (valid_to) where recorded_to = 'infinity' and not external;
