-- With what the person told: what they need to be received, and who spoke for them.
alter table requests.statement
    add column needs                  text[] not null default '{}'
        check (needs <@ array['language', 'hearing', 'reading', 'mobility']),
    add column needs_words            text,
    add column representative         text,
    add column representative_quality text
        check (representative_quality in ('family', 'friend', 'social_worker', 'association', 'guardian', 'other')),
    add check ((representative is null) = (representative_quality is null));

-- Who is it? By postal address; by e-mail, telephone and name there are indexes already.
create index statement_by_postal_address on requests.statement
    using gin (to_tsvector('ground.fr'::regconfig, postal_address)) where postal_address is not null;
