create schema answers;
grant usage on schema answers to ${app};

-- A model answer as it is now; its texts stand with its latest version. It fits the subjects and themes whose codes it names,
-- or, where it names none, every request of its unit.
create table answers.model (
    id       uuid     primary key,
    code     text     not null unique,
    unit_id  uuid     not null references city.unit,
    act      text     not null check (act in ('answer', 'ask_for_more', 'hand_over', 'close')),
    state    text     not null check (state in ('draft', 'published', 'retired')),
    title    text     not null,
    subjects text[]   not null,
    themes   text[]   not null,
    words    tsvector not null,
    version  int      not null
);
create index model_by_title on answers.model (ground.plain(title), code);
create index model_by_unit on answers.model (unit_id);
create index model_by_subject on answers.model using gin (subjects);
create index model_by_theme on answers.model using gin (themes);
create index model_by_words on answers.model using gin (words);
grant select, insert, update, delete on answers.model to ${app};

-- What it was at each moment: only ever added to.
create table answers.model_version (
    model_id   uuid not null references answers.model on delete cascade,
    version    int  not null,
    kind       text not null,
    unit_id    uuid not null references city.unit,
    act        text not null,
    state      text not null,
    title      text not null,
    subjects   text[] not null,
    themes     text[] not null,
    changed_by uuid references ground.account,
    changed_at timestamptz not null,
    reason     text,
    primary key (model_id, version)
);
create index model_version_by_unit on answers.model_version (unit_id);
create table answers.model_version_text (
    model_id uuid not null,
    version  int  not null,
    language text not null,
    words    text not null,
    primary key (model_id, version, language),
    foreign key (model_id, version) references answers.model_version on delete cascade
);
grant select, insert on answers.model_version, answers.model_version_text to ${app};

insert into ground.role_permission (role, permission) values
    ('case_officer', 'answers.read'),
    ('unit_head', 'answers.read'),
    ('unit_head', 'answers.edit'),
    ('administrator', 'answers.read'),
    ('administrator', 'answers.edit'),
    ('administrator', 'answers.edit_everywhere');
