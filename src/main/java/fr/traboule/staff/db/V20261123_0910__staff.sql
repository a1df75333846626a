create schema staff;
grant usage on schema staff to ${app};

select ground.create_history('staff', '${app}');
select ground.create_outbox('staff', '${app}');

-- Who goes on with what somebody who leaves had in hand; without a line, it goes back to the units.
create table staff.successor (
    account_id   uuid primary key references ground.account,
    successor_id uuid not null references ground.account,
    check (account_id <> successor_id)
);
grant select, insert, update, delete on staff.successor to ${app};

insert into ground.role_permission (role, permission) values
    ('administrator', 'staff.manage_accounts'),
    ('administrator', 'staff.change_rules');
