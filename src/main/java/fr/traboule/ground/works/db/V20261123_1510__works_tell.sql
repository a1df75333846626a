-- A portion that cannot be made shorter tells how far it is; and a work may end with an outcome that a page shows.
alter table ground.work
    add told_count bigint not null default 0,
    add told_at    timestamptz,
    add outcome    text;
