create schema isolated;
grant usage on schema isolated to ${mediation};

create table isolated.confidence (
    id    uuid primary key,
    words text not null
);
grant select, insert on isolated.confidence to ${mediation};

select ground.create_history('isolated', '${mediation}');
select ground.create_outbox('isolated', '${mediation}');
select ground.create_files('isolated', '${mediation}');
