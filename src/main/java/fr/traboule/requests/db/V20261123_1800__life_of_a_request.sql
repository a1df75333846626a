-- The whole life of a request: moves that say why, waiting, chases, duplicates.
alter table requests.request
    add column bounces     int not null default 0,
    add column chases      int not null default 0,
    add column merged_into uuid references requests.request,
    add constraint status_is_known check (status in ('received', 'in_progress', 'waiting_resident', 'waiting_partner', 'answered',
                                                     'closed', 'withdrawn', 'merged', 'handed_over')),
    add constraint merged_says_into_what check ((merged_into is not null) = (status = 'merged')),
    add constraint not_merged_into_itself check (merged_into <> id);
create index merged_into on requests.request (merged_into) where merged_into is not null;

alter table requests.search_entry add column chases int not null default 0;
-- What may be the same thing, reported by others.
create index statement_by_point on requests.statement using gist (point(longitude, latitude)) where longitude is not null;

alter table requests.message
    drop constraint message_kind_check,
    add constraint message_kind_check check (kind in ('note', 'answer', 'question', 'reply'));

-- What the person was asked, and until when nobody minds; then they are reminded, and at last the agent is.
create table requests.waiting (
    request_id uuid primary key references requests.request,
    reminders  int  not null default 0,
    next_on    date not null
);
create index waiting_by_day on requests.waiting (next_on, request_id);
grant select, insert, update, delete on requests.waiting to ${app};

-- Who said that it was not theirs, and how each unit got it.
alter table requests.unit_period add column kind text not null default 'routed'
    check (kind in ('routed', 'moved', 'not_ours', 'triage', 'with_unit', 'back'));
