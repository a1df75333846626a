create schema residents;
grant usage on schema residents to ${app};

select ground.create_history('residents', '${app}');
select ground.create_access_log('residents', '${app}');
select ground.ensure_access_log_month('residents', now());

-- How a name, an e-mail address, a telephone number or a postal address is compared: accents, capitals, signs and the
-- ways to write a French number make no difference.
create function residents.key(kind text, value text) returns text
    language sql immutable strict parallel safe
    return left(case kind
        when 'email' then lower(btrim(value))
        when 'phone' then regexp_replace(regexp_replace(value, '\D', '', 'g'), '^(0033|33)(?=[1-9]\d{8}$)', '0')
        else btrim(regexp_replace(ground.plain(value), '[\s[:punct:]]+', ' ', 'g'))
    end, 300);
grant execute on function residents.key(text, text) to ${app};

-- Somebody of whom the city keeps a record, because they wish it or because the law needs it, and for nothing else.
create table residents.resident (
    id          uuid primary key,
    basis       text        not null check (basis in ('wish', 'law')),
    basis_words text,
    language    text        not null,
    answer_way  text        not null check (answer_way in ('email', 'phone', 'letter', 'none')),
    needs       text[]      not null check (needs <@ array['language', 'hearing', 'reading', 'mobility']),
    needs_words text,
    kept_at     timestamptz not null,
    merged_into uuid references residents.resident,
    erased_at   timestamptz,
    version     int         not null,
    check (merged_into <> id),
    check (basis = 'wish' or basis_words is not null or erased_at is not null),
    check (erased_at is null or (basis_words is null and needs = '{}' and needs_words is null))
);
create index resident_in_order on residents.resident (id desc) where merged_into is null and erased_at is null;
create index resident_merged on residents.resident (merged_into) where merged_into is not null;

-- Names, e-mail addresses, telephone numbers, postal addresses: as many as there are.
create table residents.detail (
    id          uuid primary key,
    resident_id uuid    not null references residents.resident,
    kind        text    not null check (kind in ('name', 'email', 'phone', 'address')),
    value       text    not null check (length(value) between 1 and 500),
    key         text    not null generated always as (residents.key(kind, value)) stored,
    shared      boolean not null,
    main        boolean not null,
    check (kind <> 'name' or not shared)
);
create unique index detail_main on residents.detail (resident_id, kind) where main;
create index detail_by_resident on residents.detail (resident_id, id);
create index detail_by_key on residents.detail (kind, key, resident_id);
create index detail_by_words on residents.detail using gin (key public.gin_trgm_ops) where kind in ('name', 'address');
-- Trigrams know Latin letters only: words of other scripts, and short ones, are found whole.
create index detail_by_whole_words on residents.detail using gin (string_to_array(key, ' ')) where kind in ('name', 'address');

-- Who speaks for them.
create table residents.representative (
    id          uuid primary key,
    resident_id uuid not null references residents.resident,
    name        text not null,
    quality     text not null check (quality in ('family', 'friend', 'social_worker', 'association', 'guardian', 'other')),
    reach       text
);
create index representative_by_resident on residents.representative (resident_id, id);

-- What stood there before it was corrected, and why it was.
create table residents.correction (
    id           uuid primary key,
    resident_id  uuid        not null references residents.resident,
    kind         text        not null,
    former       text        not null,
    now          text,
    reason       text        not null,
    account_id   uuid        not null references ground.account,
    corrected_at timestamptz not null
);
create index correction_by_resident on residents.correction (resident_id, id);

-- Two records that somebody said are not of the same person.
create table residents.apart (
    one   uuid not null references residents.resident,
    other uuid not null references residents.resident,
    primary key (one, other),
    check (one < other)
);
create index apart_by_other on residents.apart (other);

grant select, insert, update on residents.resident to ${app};
grant select, insert, update, delete on residents.detail to ${app};
grant select, insert, delete on residents.representative, residents.correction, residents.apart to ${app};

-- The record that goes on for this one, or itself.
create function residents.root(resident uuid) returns uuid
    language sql stable strict parallel safe as
$$
    with recursive up (id, merged_into) as (
        select r.id, r.merged_into from residents.resident r where r.id = resident
        union all
        select r.id, r.merged_into from up join residents.resident r on r.id = up.merged_into)
    select id from up where merged_into is null
$$;
grant execute on function residents.root(uuid) to ${app};

insert into ground.role_permission (role, permission) values
    ('reception_agent', 'residents.read'),
    ('reception_agent', 'residents.keep'),
    ('reception_agent', 'residents.merge'),
    ('case_officer', 'residents.read'),
    ('case_officer', 'residents.keep'),
    ('case_officer', 'residents.merge'),
    ('unit_head', 'residents.read'),
    ('unit_head', 'residents.keep'),
    ('unit_head', 'residents.merge'),
    ('unit_head', 'residents.erase'),
    ('data_protection_officer', 'residents.read'),
    ('data_protection_officer', 'residents.erase'),
    ('data_protection_officer', 'residents.export');
