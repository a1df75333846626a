-- Days on which somebody does not work: what they have in hand goes back to their units when they begin.
create table staff.absence (
    id         uuid primary key,
    account_id uuid        not null references ground.account,
    first_day  date        not null,
    last_day   date        not null check (last_day >= first_day),
    said_by    uuid        not null references ground.account,
    said_at    timestamptz not null,
    begun_at   timestamptz,
    ended_at   timestamptz
);
create index absence_by_account on staff.absence (account_id, first_day) where ended_at is null;
create index absence_to_begin on staff.absence (first_day) where begun_at is null and ended_at is null;
grant select, insert, update on staff.absence to ${app};

insert into ground.role_permission (role, permission) values ('unit_head', 'staff.manage_absences');
