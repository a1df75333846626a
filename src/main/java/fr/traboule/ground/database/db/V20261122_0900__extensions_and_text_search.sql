-- What every schema may use: trigrams for typing mistakes, accents forgiven, exclusion constraints over periods.
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists btree_gist with schema public;

grant usage on schema ground to ${app}, ${mediation};

-- One text search configuration per offered language: accents are dropped before the words are stemmed.
create text search configuration ground.fr (copy = french);
alter text search configuration ground.fr
    alter mapping for word, hword, hword_part, asciiword, asciihword, hword_asciipart with public.unaccent, french_stem;

create text search configuration ground.en (copy = english);
alter text search configuration ground.en
    alter mapping for word, hword, hword_part, asciiword, asciihword, hword_asciipart with public.unaccent, english_stem;

create text search configuration ground.ar (copy = arabic);

-- unaccent() depends on a dictionary and is only "stable": naming the dictionary lets indexes use it.
create function ground.plain(words text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, words));
