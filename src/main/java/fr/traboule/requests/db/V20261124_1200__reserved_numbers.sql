-- Numbers that were given away on paper: the request that is filed under that id has that number, and no other may.
create table requests.reserved_number (
    request_id  uuid primary key,
    number      text        not null unique,
    reserved_at timestamptz not null
);
grant select, insert on requests.reserved_number to ${app};
