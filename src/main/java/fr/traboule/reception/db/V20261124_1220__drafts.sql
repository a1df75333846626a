-- What is being typed at the desk and is no request yet: no number, no promise, in no queue. Its id is that of the request that
-- it may become. Of one that is over, what was typed is gone and the line stays a while, so that nobody wonders.
create table reception.draft (
    id         uuid primary key,
    unit_id    uuid references city.unit,
    holder     uuid        not null references ground.account,
    sensitive  boolean     not null,
    state      text        not null check (state in ('open', 'filed', 'deleted', 'expired')),
    content    jsonb,
    files      uuid[]      not null,
    saved_page uuid        not null,
    started_at timestamptz not null,
    saved_at   timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz,
    version    int         not null,
    check ((state = 'open') = (content is not null)),
    check ((state = 'open') = (ended_at is null))
);
create index draft_of_unit on reception.draft (unit_id, id) where state = 'open';
create index draft_of_holder on reception.draft (holder, id) where state = 'open';
create index draft_by_expiry on reception.draft (expires_at) where state = 'open';
create index draft_ended on reception.draft (ended_at) where state <> 'open';
grant select, insert, update, delete on reception.draft to ${app};

-- Who filed what from which page: the same page sent twice is one request, another page for the same letter, sheet or draft is
-- told that somebody was faster.
create table reception.filing (
    request_id uuid primary key,
    page       uuid        not null,
    account_id uuid        not null references ground.account,
    filed_at   timestamptz not null
);
grant select, insert on reception.filing to ${app};
