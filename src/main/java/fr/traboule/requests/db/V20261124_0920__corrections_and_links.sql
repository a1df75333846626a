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
grant select, insert on requests.correction to ${app};
grant update (description) on requests.statement to ${app};
grant update (words) on requests.message to ${app};

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
