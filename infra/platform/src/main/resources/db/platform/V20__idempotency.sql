-- What a POST with an Idempotency-Key answered, kept in the command's own transaction for a day.
-- item is -1 for a whole request, or the place of an item of a bulk command.
create table platform.idempotency (
    account      uuid        not null,
    route        text        not null,
    key          text        not null,
    item         int         not null default -1,
    request_hash bytea       not null,
    status       int,
    headers      jsonb,
    body         bytea,
    created_at   timestamptz not null default clock_timestamp(),
    primary key (account, route, key, item)
);
create index idempotency_created_at on platform.idempotency (created_at);
grant select, insert, update, delete on platform.idempotency to ${app};
