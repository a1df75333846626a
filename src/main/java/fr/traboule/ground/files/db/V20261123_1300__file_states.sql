-- Where new files go, told once for the whole installation: the beginning of all its keys in a bucket, which no other
-- installation shares, and whether files are being moved to where new ones go.
create table ground.file_storage (
    singleton    boolean primary key default true check (singleton),
    prefix       uuid        not null default gen_random_uuid(),
    moving       boolean     not null default false,
    moving_since timestamptz
);
insert into ground.file_storage default values;
grant select, update (moving, moving_since) on ground.file_storage to ${app};
grant select on ground.file_storage to ${mediation};

-- Adds to the files of a schema what their bytes are (sha256), where they are, and whether they may be opened. The bytes are
-- in « content » or in a bucket under « object_key »; those of a file set aside stand in a table of their own.
create function ground.extend_files(schema_name text, role_name text) returns void
    language plpgsql as
$$
begin
    execute format(
        $sql$
        alter table %1$I.file
            alter column content drop not null,
            add column sha256        bytea,
            add column object_key    text,
            add column state         text not null default 'unchecked'
                check (state in ('unchecked', 'pending', 'safe', 'quarantined', 'released', 'destroyed')),
            add column state_at      timestamptz,
            add column state_reason  text,
            add column altered_at    timestamptz,
            add column scan_due_at   timestamptz,
            add column scan_attempts int  not null default 0,
            add column scan_error    text,
            add check (content is null or object_key is null),
            add check (content is null or state not in ('quarantined', 'destroyed'));
        update %1$I.file set sha256 = sha256(content), state_at = stored_at;
        alter table %1$I.file alter column sha256 set not null, alter column state_at set not null;
        create unique index file_by_object on %1$I.file (object_key) where object_key is not null;
        create index file_to_scan on %1$I.file (scan_due_at) where scan_due_at is not null;
        create index file_unchecked on %1$I.file (id) where state = 'unchecked' and scan_due_at is null;
        create index file_in_trouble on %1$I.file (id)
            where state = 'quarantined' or altered_at is not null or scan_error is not null;

        create table %1$I.file_quarantine (
            file_id uuid primary key references %1$I.file on delete cascade,
            content bytea not null
        );
        alter table %1$I.file_quarantine alter column content set storage external;
        grant select, insert, delete on %1$I.file_quarantine to %2$I;
        $sql$, schema_name, role_name);
end
$$;

alter function ground.create_files(text, text) rename to create_plain_files;
create function ground.create_files(schema_name text, role_name text) returns void
    language plpgsql as
$$
begin
    perform ground.create_plain_files(schema_name, role_name);
    perform ground.extend_files(schema_name, role_name);
end
$$;

-- The files that are there already, under the role that they were granted to.
do
$$
declare
    made record;
begin
    for made in
        select n.nspname, pg_get_userbyid(granted.grantee) as role_name
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'media_type'
         cross join lateral aclexplode(c.relacl) granted
         where c.relname = 'file' and c.relkind = 'r'
           and granted.privilege_type = 'INSERT' and granted.grantee <> c.relowner
           and not exists (select from pg_attribute b where b.attrelid = c.oid and b.attname = 'sha256')
    loop
        perform ground.extend_files(made.nspname, made.role_name);
    end loop;
end
$$;
