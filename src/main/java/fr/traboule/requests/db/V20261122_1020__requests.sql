create schema requests;
grant usage on schema requests to ${app};

select ground.create_history('requests', '${app}');
select ground.create_outbox('requests', '${app}');
select ground.create_files('requests', '${app}');

create table requests.request (
    id              uuid primary key,
    number          text        not null unique,
    nature          text        not null,
    channel         text        not null,
    subject_id      uuid references routing.subject,
    unit_id         uuid        not null references city.unit,
    organisation_id uuid        not null references city.organisation,
    area_code       text references city.area,
    status          text        not null,
    language        text        not null,
    received_at     timestamptz not null,
    due_on          date        not null,
    version         int         not null
);

-- What the person told: words and personal data, apart from the request so that the law can order them destroyed.
create table requests.statement (
    request_id     uuid primary key references requests.request,
    description    text not null,
    place          text,
    longitude      double precision,
    latitude       double precision,
    answer_way     text not null check (answer_way in ('email', 'phone', 'letter', 'none')),
    name           text,
    email          text,
    phone          text,
    postal_address text,
    check ((longitude is null) = (latitude is null))
);

-- What is said afterwards: notes that agents keep, answers that people get.
create table requests.message (
    id         uuid primary key,
    request_id uuid        not null references requests.request,
    kind       text        not null check (kind in ('note', 'answer')),
    words      text        not null,
    written_at timestamptz not null
);
create index message_by_request on requests.message (request_id, id);

-- Invariant I5: at every instant exactly one unit answers.
create table requests.unit_period (
    request_id uuid      not null references requests.request,
    unit_id    uuid      not null references city.unit,
    period     tstzrange not null,
    constraint one_unit_at_a_time exclude using gist (request_id with =, period with &&)
);

-- One row per request for queues and search, written with it, rebuilt from the rest if need be.
create table requests.search_entry (
    request_id  uuid primary key references requests.request,
    unit_id     uuid        not null,
    subject_id  uuid,
    area_code   text,
    status      text        not null,
    open        boolean     not null,
    due_on      date        not null,
    received_at timestamptz not null,
    filed_by    uuid,
    words       tsvector    not null
);
create index queue on requests.search_entry (unit_id, due_on, request_id) where open;
create index filed_by_agent on requests.search_entry (filed_by, request_id) where filed_by is not null;
create index search_entry_by_words on requests.search_entry using gin (words);

grant select, insert, update on requests.request, requests.unit_period, requests.search_entry to ${app};
grant select, insert on requests.statement, requests.message to ${app};

-- Who may do what with requests.
insert into ground.role_permission (role, permission) values
    ('resident', 'requests.file'),
    ('reception_agent', 'requests.file'),
    ('reception_agent', 'requests.read'),
    ('reception_agent', 'requests.note'),
    ('case_officer', 'requests.file'),
    ('case_officer', 'requests.read'),
    ('case_officer', 'requests.note'),
    ('case_officer', 'requests.handle'),
    ('unit_head', 'requests.file'),
    ('unit_head', 'requests.read'),
    ('unit_head', 'requests.note'),
    ('unit_head', 'requests.handle');
