-- Who takes over what a closed unit had in hand, and which posts its agents got by it.
alter table city.unit
    add column successor_id uuid references city.unit,
    add check ((closed_on is null) = (successor_id is null));
alter table city.post add column from_unit_id uuid references city.unit;

-- Where each line comes from.
alter table city.organisation add column source text;
alter table city.school_holiday add column source text;
alter table city.address add column source text;

-- What never served may go: foreign keys keep the rest.
grant delete on city.unit, city.organisation, city.area to ${app};

-- Texts of pages that the city says in its own words.
create table city.own_text (
    key      text not null,
    language text not null,
    words    text not null,
    primary key (key, language)
);
grant select, insert, update, delete on city.own_text to ${app};
