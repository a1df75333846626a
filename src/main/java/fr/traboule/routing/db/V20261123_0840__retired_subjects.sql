-- A subject that requests name stays known, and is no longer proposed.
alter table routing.subject add column retired boolean not null default false;
