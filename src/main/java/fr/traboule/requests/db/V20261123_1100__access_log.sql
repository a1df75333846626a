select ground.create_access_log('requests', '${app}');
select ground.ensure_access_log_month('requests', now());

-- All the requests of one person, by what they left to be answered.
create function requests.digits(phone text) returns text
    language sql immutable parallel safe return regexp_replace(phone, '\D', '', 'g');
create index statement_by_email on requests.statement (lower(email)) where email is not null;
create index statement_by_phone on requests.statement (requests.digits(phone)) where phone is not null;
grant execute on function requests.digits(text) to ${app};

insert into ground.role_permission (role, permission) values ('data_protection_officer', 'requests.read_access_log');
