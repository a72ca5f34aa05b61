-- Beside the membership. Nothing is changed in place: a row that no longer holds has its recorded end.
create table org.qualification (
    id uuid primary key,
    member_id uuid not null references org.member,
    kind text not null,
    level text not null,
    obtained_on date,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity'
);
create index on org.qualification (member_id) where recorded_to = 'infinity';

create table org.cadre_planning (
    id uuid primary key,
    member_id uuid not null references org.member,
    post text not null,
    valid_from date not null,
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    check (valid_from < valid_to)
);
create index on org.cadre_planning (member_id) where recorded_to = 'infinity';

-- A card is no identity: it is exchanged, withdrawn, and says nothing that anything else rests on.
create table org.party_card (
    id uuid primary key,
    member_id uuid not null references org.member,
    number text not null,
    issued_on date not null,
    withdrawn_on date,
    reason text,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    check (withdrawn_on is null or withdrawn_on >= issued_on)
);
create unique index party_card_held on org.party_card (number) where recorded_to = 'infinity' and withdrawn_on is null;
create unique index party_card_one on org.party_card (member_id) where recorded_to = 'infinity' and withdrawn_on is null;

grant select, insert, update (recorded_to) on org.qualification, org.cadre_planning, org.party_card to ${app};
grant select on org.qualification, org.cadre_planning, org.party_card to ${loader};
alter table org.qualification enable row level security;
create policy seen on org.qualification for all to ${app}
    using (exists (select 1 from org.member m
                   where m.id = qualification.member_id and m.unit_id in (select scope.covered_units())));
alter table org.cadre_planning enable row level security;
create policy seen on org.cadre_planning for all to ${app}
    using (exists (select 1 from org.member m
                   where m.id = cadre_planning.member_id and m.unit_id in (select scope.covered_units())));
alter table org.party_card enable row level security;
create policy seen on org.party_card for all to ${app}
    using (exists (select 1 from org.member m
                   where m.id = party_card.member_id and m.unit_id in (select scope.covered_units())));
