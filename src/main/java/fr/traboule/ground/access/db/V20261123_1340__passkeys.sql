-- Passkeys (« clés d’accès », WebAuthn). What checks them is public: the secret stays in the device.
create table ground.passkey (
    id              uuid primary key,
    account_id      uuid        not null references ground.account,
    credential_id   text        not null unique,
    attested        text        not null,
    sign_count      bigint      not null,
    verified        boolean     not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    transports      text[]      not null,
    name            text        not null,
    added_at        timestamptz not null,
    last_used_at    timestamptz
);
create index passkey_by_account on ground.passkey (account_id, added_at);

-- What a device was asked to sign, good once; of what for and by whom, with it, only a keyed hash.
create table ground.passkey_challenge (
    challenge_hash bytea primary key,
    expires_at     timestamptz not null
);
create index passkey_challenge_by_time on ground.passkey_challenge (expires_at);

grant select, insert, update, delete on ground.passkey to ${app};
grant select, insert, delete on ground.passkey_challenge to ${app};
