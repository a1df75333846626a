-- What is said about health, children or violence is for the unit in charge only.
alter table routing.subject add column sensitive boolean not null default false;
