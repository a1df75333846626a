-- Words are looked for in blocks of time, the last first: of four weeks, of eight, and so on up to five years, each twice
-- as long as those within it. The index knows the block of each length in which a request was received.
create function requests.blocks(received_at timestamptz) returns int[] language sql immutable parallel safe return (
    select array_agg(length * 1048576 + (floor(extract(epoch from received_at at time zone 'UTC') / 2419200)::int >> length))
      from generate_series(0, 6) as length);
alter table requests.search_entry
    add column blocks int[] not null generated always as (requests.blocks(received_at)) stored;
drop index requests.search_entry_by_words;
-- What waits to be sorted into the index is read whole by each search: little of it.
create index search_entry_by_words on requests.search_entry using gin (unit_id, filed_by, blocks, words) with (gin_pending_list_limit = 256);

-- The parts of a queue in which few requests are.
create index queue_chased on requests.search_entry (unit_id, due_on, request_id) where open and chases > 0;
create index queue_unsorted on requests.search_entry (unit_id, due_on, request_id) where open and subject_id is null;
create index queue_waiting on requests.search_entry (unit_id, due_on, request_id)
    where open and status in ('waiting_resident', 'waiting_partner');
create index queue_held on requests.search_entry (unit_id, held_by, due_on, request_id) where open and held_by is not null;

-- How many requests one telephone number has: else the database takes it for thousands.
create statistics requests.statement_phones on (requests.digits(phone)) from requests.statement;
