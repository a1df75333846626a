-- Makes the log of who saw what in a schema, in one partition a month: it grows with every page, and its months can be
-- archived and dropped one by one, by the owner, once the law lets them go. Nobody else changes it.
create function ground.create_access_log(schema_name text, role_name text) returns void
    language plpgsql as
$$
begin
    execute format(
        $sql$
        create table %1$I.access_log (
            id         uuid        not null,
            subject_id uuid        not null,
            account_id uuid        not null,
            what       text        not null,
            why        text        not null,
            seen_at    timestamptz not null,
            primary key (id, seen_at)
        ) partition by range (seen_at);
        create index access_log_by_subject on %1$I.access_log (subject_id, seen_at);
        create index access_log_by_account on %1$I.access_log (account_id, seen_at);
        create index access_log_by_time on %1$I.access_log (seen_at, id);
        -- Where a month was not made in time nothing is lost.
        create table %1$I.access_log_rest partition of %1$I.access_log default;
        create trigger access_log_is_append_only
            before update or delete or truncate on %1$I.access_log
            for each statement execute function ground.refuse_history_change();
        grant select, insert on %1$I.access_log to %2$I;
        $sql$, schema_name, role_name);
end
$$;

-- Makes the partition of the month (UTC) of that instant, if there is none. It runs as the owner: the application may not
-- make tables. Only a schema that has such a log is touched.
create function ground.ensure_access_log_month(schema_name text, instant timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog as
$$
declare
    month_start timestamp := date_trunc('month', instant at time zone 'UTC');
    partition   text := 'access_log_' || to_char(month_start, 'YYYY_MM');
begin
    if to_regclass(format('%I.access_log', schema_name)) is null then
        raise exception 'There is no access log in %', schema_name;
    end if;
    if to_regclass(format('%I.%I', schema_name, partition)) is null then
        begin
        execute format('create table %1$I.%2$I partition of %1$I.access_log for values from (%3$L) to (%4$L)',
                       schema_name, partition,
                       month_start at time zone 'UTC', (month_start + interval '1 month') at time zone 'UTC');
        exception when check_violation then
            -- The month began before its partition: what was seen in it stays with the rest.
            null;
        end;
    end if;
end
$$;
revoke execute on function ground.ensure_access_log_month(text, timestamptz) from public;
grant execute on function ground.ensure_access_log_month(text, timestamptz) to ${app}, ${mediation};
