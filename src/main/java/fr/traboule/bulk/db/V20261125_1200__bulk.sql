create schema bulk;
grant usage on schema bulk to ${app};

-- What one agent does with many requests at once: prepared, read again, then done by a long work.
create table bulk.batch (
    id           uuid primary key,
    account_id   uuid        not null references ground.account,
    act          text        not null check (act in ('answer', 'assign')),
    state        text        not null check (state in ('draft', 'ready', 'started')),
    made_at      timestamptz not null,
    colleague_id uuid references ground.account,
    model        text,
    words        text,
    starts_at    timestamptz,
    work_id      uuid,
    version      int         not null,
    check ((state = 'started') = (work_id is not null)),
    check ((work_id is null) = (starts_at is null))
);
create index batch_by_account on bulk.batch (account_id, id desc);
create index batch_by_colleague on bulk.batch (colleague_id) where colleague_id is not null;
create index batch_by_age on bulk.batch (made_at);

-- The requests, by their numbers and the versions that the agent decided on; what it would come to then, and what it came to.
create table bulk.line (
    batch_id uuid not null references bulk.batch on delete cascade,
    position int  not null,
    number   text not null,
    version  int  not null,
    ahead    text check (ahead in ('done', 'changed', 'not_now', 'not_yours', 'not_a_colleague', 'no_text')),
    way      text check (way in ('email', 'phone', 'letter', 'none')),
    others   int  not null default 0,
    result   text check (result in ('done', 'changed', 'not_now', 'not_yours', 'not_a_colleague', 'no_text')),
    primary key (batch_id, position)
);

grant select, insert, update, delete on bulk.batch, bulk.line to ${app};
