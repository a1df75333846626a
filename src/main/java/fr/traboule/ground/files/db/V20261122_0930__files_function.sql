-- Makes the files of a schema: stored first, then attached to what they belong to; those never attached are swept.
create function ground.create_files(schema_name text, role_name text) returns void
    language plpgsql as
$$
begin
    execute format(
        $sql$
        create table %1$I.file (
            id          uuid primary key,
            name        text        not null,
            media_type  text        not null,
            size        int         not null,
            content     bytea       not null,
            stored_at   timestamptz not null,
            owner_id    uuid
        );
        create index file_by_owner on %1$I.file (owner_id);
        create index file_orphans on %1$I.file (stored_at) where owner_id is null;
        alter table %1$I.file alter column content set storage external;
        grant select, insert, update, delete on %1$I.file to %2$I;
        $sql$, schema_name, role_name);
end
$$;
