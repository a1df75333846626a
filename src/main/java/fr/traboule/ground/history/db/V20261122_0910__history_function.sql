create function ground.refuse_history_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'A history is only ever added to (%.%)', tg_table_schema, tg_table_name;
end
$$;

-- Makes the history of a schema, that the given role may read and add to, and nobody may change.
create function ground.create_history(schema_name text, role_name text) returns void
    language plpgsql as
$$
begin
    execute format(
        $sql$
        create table %1$I.history (
            id            uuid primary key,
            subject_id    uuid        not null,
            kind          text        not null,
            happened_at   timestamptz not null,
            actor_kind    text        not null,
            actor_id      uuid,
            on_behalf_of  text,
            details       jsonb       not null
        );
        create index history_by_subject on %1$I.history (subject_id, id);
        create trigger history_is_append_only
            before update or delete or truncate on %1$I.history
            for each statement execute function ground.refuse_history_change();
        grant select, insert on %1$I.history to %2$I;
        $sql$, schema_name, role_name);
end
$$;
