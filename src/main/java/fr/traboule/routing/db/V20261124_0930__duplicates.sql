-- How near, and how long before or after, two requests about this subject may be the same thing.
alter table routing.subject
    add column duplicate_metres int check (duplicate_metres between 1 and 5000),
    add column duplicate_days   int check (duplicate_days between 1 and 730);
