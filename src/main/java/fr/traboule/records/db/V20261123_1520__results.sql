-- What came of a change that took longer than a page may: the change to look at, or what is wrong.
create table records.result (
    id        uuid primary key,
    change_id uuid references records.change,
    problems  jsonb       not null,
    made_at   timestamptz not null
);
create index result_by_age on records.result (made_at);
grant select, insert, delete on records.result to ${app};
