create schema routing;
grant usage on schema routing to ${app};

create table routing.theme (
    code text primary key,
    rank int  not null
);
create table routing.theme_text (
    theme_code text not null references routing.theme,
    language   text not null,
    name       text not null,
    primary key (theme_code, language)
);

create table routing.subject (
    id           uuid primary key,
    code         text    not null unique,
    theme_code   text    not null references routing.theme,
    nature       text    not null check (nature in ('report', 'application', 'question', 'complaint', 'suggestion', 'thanks')),
    place_useful boolean not null,
    promise_days int     not null check (promise_days > 0),
    rank         int     not null
);
create table routing.subject_text (
    subject_id uuid not null references routing.subject,
    language   text not null check (language in ('fr', 'en', 'ar')),
    title      text not null,
    summary    text not null,
    keywords   text not null,
    words      tsvector not null generated always as (
        case language
            when 'fr' then setweight(to_tsvector('ground.fr', title), 'A') || setweight(to_tsvector('ground.fr', keywords), 'B')
                        || setweight(to_tsvector('ground.fr', summary), 'D')
            when 'en' then setweight(to_tsvector('ground.en', title), 'A') || setweight(to_tsvector('ground.en', keywords), 'B')
                        || setweight(to_tsvector('ground.en', summary), 'D')
            else setweight(to_tsvector('ground.ar', title), 'A') || setweight(to_tsvector('ground.ar', keywords), 'B')
                        || setweight(to_tsvector('ground.ar', summary), 'D')
        end) stored,
    primary key (subject_id, language)
);
create index subject_text_by_words on routing.subject_text using gin (words);

-- The words that subjects are known by, to find the one meant behind a typing mistake.
create table routing.known_word (
    language text not null,
    word     text not null,
    primary key (language, word)
);
create index known_word_by_letters on routing.known_word using gin (word public.gin_trgm_ops);

-- Who answers for a subject: everywhere (no area) or in one area, the most precise winning. The unit is ours and follows the
-- request even where another organisation does the work.
create table routing.competence (
    id              uuid primary key,
    subject_id      uuid not null references routing.subject,
    area_code       text references city.area,
    organisation_id uuid not null references city.organisation,
    unit_id         uuid not null references city.unit,
    valid_from      date,
    valid_to        date,
    source          text not null,
    constraint one_answer_at_a_time exclude using gist (
        subject_id with =, (coalesce(area_code, '')) with =, daterange(valid_from, valid_to, '[]') with &&)
);

grant select, insert, update, delete on all tables in schema routing to ${app};
