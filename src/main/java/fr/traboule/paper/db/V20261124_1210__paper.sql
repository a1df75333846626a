create schema paper;
grant usage on schema paper to ${app};

select ground.create_history('paper', '${app}');
select ground.create_access_log('paper', '${app}');
select ground.ensure_access_log_month('paper', now());
select ground.create_files('paper', '${app}');

-- The register of the mail: each file that was received, for ever. Its id is that of the request that it may become; its file is
-- with those of requests if it can be opened, else with ours. No right to delete, and none to change what came.
create table paper.letter (
    id            uuid primary key,
    arrival_key   bytea       not null unique,
    name          text        not null,
    size          bigint      not null,
    stamped_on    date        not null,
    registered_at timestamptz not null,
    unit_id       uuid        not null references city.unit,
    brought_by    uuid references ground.account,
    condition     text        not null check (condition in ('readable', 'empty', 'too_large', 'unreadable', 'damaged',
                                                            'phone_photo', 'dangerous')),
    file_id       uuid,
    state         text        not null check (state in ('to_qualify', 'filed', 'settled')),
    reason        text,
    words         text,
    decided_by    uuid references ground.account,
    decided_at    timestamptz,
    version       int         not null,
    check ((state = 'settled') = (reason is not null)),
    check ((state = 'to_qualify') = (decided_at is null))
);
create index letters_to_qualify on paper.letter (unit_id, stamped_on, id) where state = 'to_qualify';
create index letter_by_unit on paper.letter (unit_id, id desc);
create index letter_by_who_brought_it on paper.letter (brought_by, id desc) where brought_by is not null;
grant select, insert on paper.letter to ${app};
grant update (unit_id, condition, file_id, state, reason, words, decided_by, decided_at, version) on paper.letter to ${app};

-- Outage sheets: printed beforehand, each with the number that its request will have.
create table paper.sheet (
    request_id uuid primary key references requests.reserved_number,
    number     text        not null unique references requests.reserved_number (number),
    batch      uuid        not null,
    unit_id    uuid        not null references city.unit,
    printed_by uuid        not null references ground.account,
    printed_at timestamptz not null,
    state      text        not null check (state in ('printed', 'used', 'spoiled')),
    reason     text,
    decided_by uuid references ground.account,
    decided_at timestamptz,
    version    int         not null,
    check ((state = 'spoiled') <= (reason is not null)),
    check ((state = 'printed') = (decided_at is null))
);
create index sheet_by_batch on paper.sheet (batch, request_id);
create index sheets_printed on paper.sheet (unit_id, request_id) where state = 'printed';
create index sheet_by_unit on paper.sheet (unit_id, request_id desc);
grant select, insert on paper.sheet to ${app};
grant update (unit_id, state, reason, decided_by, decided_at, version) on paper.sheet to ${app};

insert into ground.role_permission (role, permission) values
    ('reception_agent', 'paper.handle_letters'),
    ('reception_agent', 'paper.print_sheets'),
    ('case_officer', 'paper.handle_letters'),
    ('case_officer', 'paper.print_sheets'),
    ('unit_head', 'paper.handle_letters'),
    ('unit_head', 'paper.print_sheets');
