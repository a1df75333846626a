-- Changes of the city's records: looked at, then applied, on the spot or on their day, and undone if need be.
create schema records;
grant usage on schema records to ${app};
select ground.create_history('records', '${app}');

create table records.change (
    id         uuid primary key,
    origin     text        not null check (origin in ('page', 'import', 'folder', 'undo')),
    state      text        not null check (state in ('draft', 'prepared', 'applied', 'blocked', 'discarded')),
    due_on     date,
    reason     text,
    made_by    uuid references ground.account,
    made_at    timestamptz not null,
    applied_at timestamptz,
    undoes     uuid references records.change,
    problems   jsonb       not null default '[]',
    version    int         not null default 0,
    check ((state = 'prepared') <= (due_on is not null)),
    check ((state = 'applied') = (applied_at is not null))
);
create index change_by_state on records.change (state, due_on, id);
create unique index change_undone_once on records.change (undoes) where state = 'applied';

-- What it does to each record: the cells before and after; no cells where there is no record.
create table records.edit (
    change_id uuid  not null references records.change,
    number    int   not null,
    file      text  not null,
    key       text  not null,
    before    json,
    after     json,
    primary key (change_id, number)
);
create index edit_by_record on records.edit (file, key, change_id);

-- A file that was sent and waits for its columns to be matched.
create table records.upload (
    id      uuid primary key,
    name    text        not null,
    kind    text        not null,
    content bytea       not null,
    made_by uuid        not null references ground.account,
    made_at timestamptz not null
);

-- The lines of the folder that the program was last started with: those that are the same again are left alone.
create table records.folder_line (
    file text not null,
    key  text not null,
    hash uuid not null,
    primary key (file, key)
);

grant select, insert on records.change, records.edit to ${app};
grant update (state, due_on, applied_at, problems, version) on records.change to ${app};
grant select, insert, delete on records.upload, records.folder_line to ${app};

insert into ground.role_permission (role, permission) values ('administrator', 'records.change');
