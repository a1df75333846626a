-- The words of an address with its postcode and town, without accents, kept so that a search among hundreds of thousands
-- does not spell them out again.
alter table city.address
    add column words text not null generated always as (ground.plain(address || ' ' || postcode || ' ' || town)) stored;
drop index city.address_by_words;
create index address_by_words on city.address using gin (words public.gin_trgm_ops);
