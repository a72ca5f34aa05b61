-- Only in the service that owns tree and grants (tusoi.scope.source=local): its commands keep the copy in their own transaction.
grant insert, update, delete on all tables in schema scope to ${app};
alter default privileges for role ${owner} in schema scope grant insert, update, delete on tables to ${app};
