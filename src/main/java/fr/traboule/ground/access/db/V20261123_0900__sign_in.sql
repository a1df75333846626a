-- An account is invited before its holder chose a password, and some never have one: they sign in through the city's own
-- identity provider. From the day somebody leaves, their account opens nothing.
alter table ground.account
    alter column password_hash drop not null,
    add column leaves_on date;
create index account_by_name on ground.account (lower(name), id);
create index account_leaving on ground.account (leaves_on) where closed_at is null and leaves_on is not null;

-- The secret of an authenticator application, encrypted with the installation's key. A step of time is good once.
create table ground.second_factor (
    account_id   uuid primary key references ground.account,
    secret       bytea  not null,
    confirmed_at timestamptz,
    last_step    bigint not null
);
create table ground.recovery_code (
    account_id uuid  not null references ground.account,
    code_hash  bytea not null,
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

-- Links by which somebody chooses a password: an invitation, or a password that was forgotten.
create table ground.password_link (
    token_hash bytea primary key,
    account_id uuid        not null references ground.account,
    expires_at timestamptz not null
);
create index password_link_by_account on ground.password_link (account_id);

-- The people of an identity provider: one account each.
create table ground.identity (
    issuer     text not null,
    subject    text not null,
    account_id uuid not null references ground.account,
    primary key (issuer, subject)
);

-- How strictly people sign in: one line.
create table ground.access_rules (
    only_one      boolean primary key default true check (only_one),
    second_factor text not null check (second_factor in ('offered', 'administrators', 'everybody')),
    idle_minutes  int  not null check (idle_minutes between 5 and 720),
    longest_hours int  not null check (longest_hours between 1 and 24),
    version       int  not null
);
insert into ground.access_rules (second_factor, idle_minutes, longest_hours, version) values ('administrators', 60, 12, 0);

grant select, insert, update, delete on ground.second_factor, ground.recovery_code, ground.password_link to ${app};
grant select, insert on ground.identity to ${app};
grant select, update on ground.access_rules to ${app};
