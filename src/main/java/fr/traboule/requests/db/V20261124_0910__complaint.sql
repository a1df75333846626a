-- A complaint about what became of a request names the unit complained of, as it was then: another one answers.
create table requests.complaint (
    request_id uuid primary key references requests.request,
    about_id   uuid not null references requests.request,
    unit_id    uuid not null references city.unit,
    check (request_id <> about_id)
);
create index complaint_about on requests.complaint (about_id);
grant select, insert on requests.complaint to ${app};
