create schema city;
grant usage on schema city to ${app};

-- Words that people read stand in a table of their own, one line per language. French is always there and is the one that
-- counts; the other lines are courtesy translations.

create table city.organisation (
    id      uuid primary key,
    code    text not null unique,
    kind    text not null check (kind in ('city', 'town_hall', 'metropole', 'establishment', 'region', 'state')),
    website text,
    phone   text,
    address text
);
create table city.organisation_text (
    organisation_id uuid not null references city.organisation,
    language        text not null,
    name            text not null,
    primary key (organisation_id, language)
);

-- A unit (« service ») answers for requests: it is closed one day, never deleted.
create table city.unit (
    id              uuid primary key,
    code            text not null unique,
    parent_id       uuid references city.unit,
    organisation_id uuid not null references city.organisation,
    phone           text,
    office          text,
    closed_on       date
);
create index unit_by_parent on city.unit (parent_id);
create table city.unit_text (
    unit_id  uuid not null references city.unit,
    language text not null,
    name     text not null,
    primary key (unit_id, language)
);

-- Who works in which unit.
create table city.post (
    account_id uuid not null references ground.account,
    unit_id    uuid not null references city.unit,
    primary key (account_id, unit_id)
);

create table city.area (
    code        text primary key,
    level       text not null check (level in ('commune', 'arrondissement', 'quartier')),
    name        text not null,
    parent_code text references city.area,
    outline     jsonb not null
);

create table city.place (
    id                uuid primary key,
    slug              text not null unique,
    kind              text not null,
    organisation_id   uuid references city.organisation,
    address           text,
    postcode          text not null,
    town              text not null,
    area_code         text references city.area,
    longitude         double precision,
    latitude          double precision,
    phone             text,
    website           text,
    hours             text,
    hours_source      text,
    hours_read_on     text,
    hours_verified_on date,
    source            text not null,
    version           int  not null,
    check ((longitude is null) = (latitude is null))
);
create index place_by_area on city.place (area_code, slug);
create table city.place_text (
    place_id uuid not null references city.place,
    language text not null,
    name     text not null,
    primary key (place_id, language)
);
create table city.closure (
    id        uuid primary key,
    place_id  uuid not null references city.place,
    starts_on date not null,
    ends_on   date not null,
    unique (place_id, starts_on, ends_on),
    check (starts_on <= ends_on)
);
create table city.closure_text (
    closure_id uuid not null references city.closure,
    language   text not null,
    reason     text not null,
    primary key (closure_id, language)
);

create table city.phone_line (
    id                uuid primary key,
    code              text not null unique,
    organisation_id   uuid not null references city.organisation,
    number            text not null,
    hours             text,
    hours_source      text,
    hours_read_on     text,
    hours_verified_on date
);
create table city.phone_line_text (
    phone_line_id uuid not null references city.phone_line,
    language      text not null,
    name          text not null,
    primary key (phone_line_id, language)
);

create table city.school_holiday (
    zone      text not null check (zone in ('A', 'B', 'C')),
    starts_on date not null,
    ends_on   date not null,
    primary key (zone, starts_on),
    check (starts_on <= ends_on)
);

-- Addresses seen in public data, to find a place as it is typed.
create table city.address (
    id        uuid primary key,
    address   text not null,
    postcode  text not null,
    town      text not null,
    longitude double precision not null,
    latitude  double precision not null,
    area_code text references city.area,
    unique (address, postcode)
);
create index address_by_words on city.address using gin (ground.plain(address) public.gin_trgm_ops);

-- The city itself: one line.
create table city.city (
    only_one          boolean primary key default true check (only_one),
    code              text not null,
    name              text not null,
    school_zone       text not null check (school_zone in ('A', 'B', 'C')),
    languages         text[] not null,
    brand             text not null,
    link              text not null,
    logo              bytea,
    website           text,
    phone             text,
    address           text,
    triage_unit_id    uuid not null references city.unit,
    complaint_unit_id uuid not null references city.unit,
    promise_days      int not null check (promise_days > 0),
    demonstration     boolean not null,
    imported_at       timestamptz not null
);

grant select, insert, update, delete on all tables in schema city to ${app};
-- Closed one day, never deleted: requests and history name them.
revoke delete on city.unit, city.organisation, city.area from ${app};

insert into ground.role_permission (role, permission) values ('administrator', 'city.verify_hours');
