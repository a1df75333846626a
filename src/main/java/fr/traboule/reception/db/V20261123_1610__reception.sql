create schema reception;
grant usage on schema reception to ${app};

select ground.create_history('reception', '${app}');
select ground.create_access_log('reception', '${app}');
select ground.ensure_access_log_month('reception', now());

-- Somebody was answered on the spot: no request, and nothing of who they are.
create table reception.encounter (
    id         uuid primary key,
    met_at     timestamptz not null,
    account_id uuid        not null references ground.account,
    unit_id    uuid        not null references city.unit,
    channel    text        not null check (channel in ('counter', 'phone')),
    subject_id uuid references routing.subject,
    area_code  text references city.area,
    language   text        not null,
    needs      text[]      not null,
    words      text,
    minutes    int check (minutes between 1 and 240)
);
create index encounter_by_unit on reception.encounter (unit_id, met_at desc, id desc);
grant select, insert on reception.encounter to ${app};

-- Somebody wants to be called.
create table reception.call_back (
    id             uuid primary key,
    unit_id        uuid        not null references city.unit,
    moved_from     uuid references city.unit,
    request_number text references requests.request (number),
    sensitive      boolean     not null,
    language       text        not null,
    day            date        not null,
    from_time      time        not null,
    until_time     time        not null check (until_time > from_time),
    due_at         timestamptz not null,
    state          text        not null check (state in ('waiting', 'taken', 'done')),
    held_by        uuid references ground.account,
    tries          int         not null,
    asked_at       timestamptz not null,
    version        int         not null
);
create index call_back_queue on reception.call_back (unit_id, due_at, id) where state <> 'done';
create index call_back_in_hand on reception.call_back (held_by) where state <> 'done' and held_by is not null;
create index call_back_by_request on reception.call_back (request_number, id) where request_number is not null;

-- Who it is and what was said: apart, so that the law can order it destroyed.
create table reception.caller (
    call_back_id uuid primary key references reception.call_back,
    phone        text not null,
    name         text,
    words        text,
    outcome      text
);
create index caller_by_phone on reception.caller (requests.digits(phone));
grant select, insert, update on reception.call_back, reception.caller to ${app};

insert into ground.role_permission (role, permission) values
    ('reception_agent', 'reception.log_encounter'),
    ('reception_agent', 'reception.call_back'),
    ('case_officer', 'reception.log_encounter'),
    ('case_officer', 'reception.call_back'),
    ('unit_head', 'reception.log_encounter'),
    ('unit_head', 'reception.call_back');
