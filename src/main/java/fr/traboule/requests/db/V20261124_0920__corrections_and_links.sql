-- A text that was corrected keeps what stood there before, and why. Like all words it stands apart from the history.
create table requests.correction (
    id           uuid primary key,
    request_id   uuid        not null references requests.request,
    -- the note that was corrected; empty for what the person said
    message_id   uuid references requests.message,
    former       text        not null,
    why          text        not null,
    corrected_by uuid        not null,
    corrected_at timestamptz not null
);
create index correction_by_request on requests.correction (request_id, id);
grant select on requests.correction to ${app};

-- The one way to change a text: the application's role cannot but keep what stood there.
create function requests.correct(correction uuid, request uuid, note uuid, corrected text, reason text, by_account uuid, at timestamptz)
    returns void language plpgsql security definer set search_path = pg_catalog as
$$
begin
    insert into requests.correction (id, request_id, message_id, former, why, corrected_by, corrected_at)
    values (correction, request, note,
            case when note is null then (select s.description from requests.statement s where s.request_id = request)
                 else (select m.words from requests.message m where m.id = note and m.request_id = request and m.kind = 'note') end,
            reason, by_account, at);
    if note is null then
        update requests.statement s set description = corrected where s.request_id = request;
    else
        update requests.message m set words = corrected where m.id = note;
    end if;
end
$$;
revoke execute on function requests.correct(uuid, uuid, uuid, text, text, uuid, timestamptz) from public;
grant execute on function requests.correct(uuid, uuid, uuid, text, text, uuid, timestamptz) to ${app};

-- Requests that have to do with each other, without being the same.
create table requests.related (
    id        uuid primary key,
    one_id    uuid        not null references requests.request,
    other_id  uuid        not null references requests.request,
    linked_at timestamptz not null,
    ended_at  timestamptz,
    check (one_id < other_id)
);
create unique index related_once on requests.related (one_id, other_id) where ended_at is null;
create index related_other on requests.related (other_id) where ended_at is null;
grant select, insert, update on requests.related to ${app};
