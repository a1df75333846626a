create schema desk;
grant usage on schema desk to ${app};

-- Filters of the queue that somebody keeps under a name, for themselves or for the people of a unit. They name what is wanted,
-- never a request: whoever opens one sees what is theirs to see.
create table desk.saved_view (
    id         uuid primary key,
    account_id uuid not null references ground.account,
    unit_id    uuid references city.unit,
    name       text not null check (length(name) between 1 and 60),
    query      text not null check (length(query) <= 1000),
    version    int  not null
);
create unique index saved_view_by_name on desk.saved_view (account_id, lower(name));
create index saved_view_by_unit on desk.saved_view (unit_id) where unit_id is not null;
grant select, insert, update, delete on desk.saved_view to ${app};

insert into ground.role_permission (role, permission) values ('unit_head', 'desk.share_views');
