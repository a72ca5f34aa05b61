-- Operators see letters, mend and replay them: which letter a row is of, how it ended, what was done about it and what is still asked.

-- A letter is what came, wherever it stands and whoever reads it: the same in every service and after a rebuild. A mend that would
-- not do is a further row of the original's letter.
alter table platform.dead_letter
    add column letter_id uuid not null generated always as
        (encode(substring(sha256(coalesce(mend_of, digest) || decode(md5(topic), 'hex')) from 1 for 16), 'hex')::uuid) stored,
    add column closed_as text check (closed_as in ('MENDED', 'LEFT_OUT', 'REPLAYED'));
update platform.dead_letter set closed_as = 'MENDED' where mended_at is not null;
create index on platform.dead_letter (letter_id, id);
create index on platform.dead_letter (digest) where mended_at is null;
create index on platform.dead_letter (mend_of) where mended_at is null and mend_of is not null;

-- Each thing done about a letter, in order; that it came is the first and stands with the letter. Kept through a rebuild.
create table platform.dead_letter_step (
    letter_id uuid not null,
    number int not null check (number > 1),
    action text not null check (action in
        ('MEND_ASKED', 'LEAVE_OUT_ASKED', 'REPLAY_ASKED', 'FAILED', 'MENDED', 'LEFT_OUT', 'REPLAYED')),
    at timestamptz not null default clock_timestamp(),
    account_id uuid,
    service text,
    told text,
    primary key (letter_id, number)
);
grant select, insert on platform.dead_letter_step to ${app}, ${loader};

-- What the inbox still has to do, at most one for each letter. A mend stays here until it has come back from Kafka.
create table platform.dead_letter_asked (
    letter_id uuid primary key,
    action text not null check (action in ('MEND_ASKED', 'LEAVE_OUT_ASKED', 'REPLAY_ASKED')),
    account_id uuid not null,
    headers jsonb not null,
    payload bytea,
    at timestamptz not null default clock_timestamp(),
    sent_at timestamptz
);
grant select, insert on platform.dead_letter_asked to ${app};
grant select, insert, update, delete on platform.dead_letter_asked to ${loader};

-- Who made a mend, and where; not known of earlier ones.
alter table platform.mend
    add column account_id uuid,
    add column service text;
