create schema pact;
grant usage on schema pact to ${app};

create table pact.commitment (
    number      int primary key,
    orientation text not null check (orientation in ('accessibility', 'proximity', 'adaptability'))
);
create table pact.commitment_text (
    commitment_number int  not null references pact.commitment,
    language          text not null,
    words             text not null,
    primary key (commitment_number, language)
);
grant select, insert, update on all tables in schema pact to ${app};
