-- Who has it in hand, if anybody: when they leave, it changes hands.
alter table requests.request
    add column held_by uuid references ground.account,
    add column sensitive boolean not null default false;
alter table requests.search_entry
    add column held_by uuid,
    add column sensitive boolean not null default false;
create index in_hand on requests.search_entry (held_by, request_id) where open and held_by is not null;
