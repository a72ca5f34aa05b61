create table example.thing (id uuid primary key, name text not null unique, version bigint not null default 1);
grant usage on schema example to ${app};
grant select, insert, update on example.thing to ${app};
