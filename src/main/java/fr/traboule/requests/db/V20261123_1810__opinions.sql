-- What another unit is asked to say about a request, by a day, without the request being given away.
create table requests.opinion (
    id          uuid primary key,
    request_id  uuid        not null references requests.request,
    unit_id     uuid        not null references city.unit,
    asked_by    uuid        not null references ground.account,
    asked_at    timestamptz not null,
    due_on      date        not null,
    question_id uuid        not null references requests.message,
    given_by    uuid references ground.account,
    given_at    timestamptz,
    answer_id   uuid references requests.message,
    check ((given_at is not null) = (answer_id is not null)),
    check ((given_at is not null) = (given_by is not null))
);
create index opinion_by_request on requests.opinion (request_id, id);
create index opinion_awaited on requests.opinion (unit_id, due_on, id) where given_at is null;
grant select, insert, update on requests.opinion to ${app};
