create schema correspondence;
grant usage on schema correspondence to ${app};

-- Where no mail server is set up, as in the demonstration, e-mails end here and administrators can read them.
create table correspondence.mailbox (
    id        uuid primary key,
    recipient text        not null,
    subject   text        not null,
    words     text        not null,
    sent_at   timestamptz not null
);
grant select, insert on correspondence.mailbox to ${app};

insert into ground.role_permission (role, permission) values ('administrator', 'correspondence.read_mailbox');
