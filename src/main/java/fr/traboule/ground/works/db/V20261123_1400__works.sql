-- Long works: what takes more than a page may, done in portions. Each portion moves the work on in its own transaction,
-- guarded by the version, so that a kill loses at most a portion that was not committed and nobody does one twice.
create table ground.work (
    id              uuid primary key,
    kind            text        not null,
    title_arguments jsonb       not null,
    -- What the kind needs, words included; forgotten with the work's end.
    parameters      jsonb,
    asked_by        uuid references ground.account,
    asked_at        timestamptz not null,
    alone           boolean     not null,
    state           text        not null check (state in ('waiting', 'running', 'cancelling', 'cancelled', 'done', 'failed')),
    reason          text,
    attempt         int         not null default 1,
    position        text,
    done_count      bigint      not null default 0,
    total_count     bigint,
    portions        int         not null default 0,
    worked_ms       bigint      not null default 0,
    pace            double precision,
    result_name     text,
    result_type     text,
    version         bigint      not null default 0,
    started_at      timestamptz,
    progressed_at   timestamptz,
    ended_at        timestamptz,
    check ((ended_at is not null) = (state in ('cancelled', 'done', 'failed'))),
    check (parameters is null or state not in ('cancelled', 'done'))
);
create unique index work_alone on ground.work (kind) where alone and state in ('waiting', 'running', 'cancelling');
create index work_under_way on ground.work (id) where ended_at is null;
create index work_by_end on ground.work (ended_at, id) where ended_at is not null;
create index work_by_account on ground.work (asked_by, kind, id);

-- What a work makes, in as many parts as it had portions.
create table ground.work_part (
    work_id uuid  not null references ground.work on delete cascade,
    number  int   not null,
    content bytea not null,
    primary key (work_id, number)
);
alter table ground.work_part alter column content set storage external;

grant select, insert, update, delete on ground.work, ground.work_part to ${app};

insert into ground.role_permission (role, permission) values ('administrator', 'works.rebuild');
