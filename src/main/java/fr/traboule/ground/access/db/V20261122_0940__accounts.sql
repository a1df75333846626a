-- People who work for the city. An account is closed, never deleted: history names it.
create table ground.account (
    id            uuid primary key,
    email         text        not null,
    name          text        not null,
    password_hash text        not null,
    created_at    timestamptz not null,
    closed_at     timestamptz,
    version       int         not null
);
create unique index account_by_email on ground.account (lower(email));

create table ground.account_role (
    account_id uuid not null references ground.account,
    role       text not null,
    primary key (account_id, role)
);

-- What a role may do. Each module adds the lines of its own permissions.
create table ground.role_permission (
    role       text not null,
    permission text not null,
    primary key (role, permission)
);

-- Attempts at something that must not be tried too often (a password, a tracking secret). Keys are hashed: no address of anybody.
create table ground.attempt (
    key_hash     bytea       not null,
    happened_at  timestamptz not null
);
create index attempt_by_key on ground.attempt (key_hash, happened_at);
create index attempt_by_time on ground.attempt (happened_at);

grant select, insert, update on ground.account to ${app};
grant select, insert, delete on ground.account_role, ground.role_permission, ground.attempt to ${app};

-- Sessions of staff; visitors have none. Tables of Spring Session.
create table ground.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index session_by_session_id on ground.session (session_id);
create index session_by_expiry on ground.session (expiry_time);
create index session_by_principal on ground.session (principal_name);

create table ground.session_attributes (
    session_primary_id char(36)     not null references ground.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on ground.session, ground.session_attributes to ${app};
