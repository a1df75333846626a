-- Makes the outbox of a schema: messages that leave once the transaction that wrote them is done.
create function ground.create_outbox(schema_name text, role_name text) returns void
    language plpgsql as
$$
begin
    execute format(
        $sql$
        create table %1$I.outbox (
            id          uuid primary key,
            subject_id  uuid        not null,
            kind        text        not null,
            message     jsonb,
            state       text        not null check (state in ('waiting', 'sent', 'failed')),
            due_at      timestamptz not null,
            attempts    int         not null,
            ended_at    timestamptz,
            last_error  text,
            -- The words go with the message: none is kept here once it is sent.
            check ((message is null) = (state = 'sent'))
        );
        create index outbox_waiting on %1$I.outbox (due_at) where state = 'waiting';
        create index outbox_failed on %1$I.outbox (id) where state = 'failed';
        grant select, insert, update on %1$I.outbox to %2$I;
        $sql$, schema_name, role_name);
end
$$;

-- The table of db-scheduler (its own column names).
create table ground.job (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index job_by_execution_time on ground.job (execution_time);
create index job_by_heartbeat on ground.job (last_heartbeat);
grant select, insert, update, delete on ground.job to ${app};

-- The event registry of Spring Modulith, version 2 of its schema.
create table ground.event_publication (
    id                     uuid primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_by_event on ground.event_publication using hash (serialized_event);
create index event_publication_by_completion on ground.event_publication (completion_date);
grant select, insert, update, delete on ground.event_publication to ${app};
