create schema intake;
grant usage on schema intake to ${app};

-- Answers in progress. The token is in the browser's cookie, the code is told aloud; once sent, the answers are gone and only
-- the number is kept for a while, so that the same form sent twice gets the same receipt.
create table intake.draft (
    id         uuid primary key,
    token_hash bytea       not null unique,
    code       text        not null unique,
    door       text        not null check (door in ('signaler', 'ecrire')),
    answers    jsonb       not null,
    expires_at timestamptz not null,
    sent       boolean     not null
);
create index draft_by_expiry on intake.draft (expires_at);
grant select, insert, update, delete on intake.draft to ${app};
