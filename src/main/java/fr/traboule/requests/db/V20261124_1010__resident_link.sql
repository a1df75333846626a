-- Whose record a request is tied to, where one is kept; the request has all that it needs without it.
create table requests.resident_link (
    request_id  uuid primary key references requests.request,
    resident_id uuid        not null references residents.resident,
    linked_at   timestamptz not null
);
create index resident_link_by_resident on requests.resident_link (resident_id, request_id);
grant select, insert, update, delete on requests.resident_link to ${app};

-- People change how they want to be answered.
grant update (answer_way, name, email, phone, postal_address) on requests.statement to ${app};
