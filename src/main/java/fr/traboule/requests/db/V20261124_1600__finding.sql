-- Filters and searches within a scope: by the unit and the words together, and by the last received first.
create extension if not exists btree_gin with schema public;
drop index requests.search_entry_by_words;
create index search_entry_by_words on requests.search_entry using gin (unit_id, words);
create index search_entry_by_unit on requests.search_entry (unit_id, received_at desc, request_id desc);
create index search_entry_by_status on requests.search_entry (unit_id, status, received_at desc, request_id desc);
create index search_entry_by_subject on requests.search_entry (unit_id, subject_id, received_at desc, request_id desc);
create index search_entry_open on requests.search_entry (unit_id, received_at desc, request_id desc) where open;
drop index requests.filed_by_agent;
create index filed_by_agent on requests.search_entry (filed_by, received_at desc, request_id desc) where filed_by is not null;

-- The words that stand in requests, to find the one meant behind a typing mistake. A word says nothing of who used it; whoever
-- searches is only told of those that stand in a request they may see.
create table requests.known_word (
    word    text primary key,
    written text not null,
    seen_on date not null
);
create index known_word_by_letters on requests.known_word using gin (word public.gin_trgm_ops);
create index known_word_by_day on requests.known_word (seen_on, word);

-- Requests whose words are not learned yet.
create table requests.unlearned (
    request_id uuid primary key references requests.request on delete cascade
);
insert into requests.unlearned select id from requests.request;
grant select, insert, update, delete on requests.known_word, requests.unlearned to ${app};

insert into ground.role_permission (role, permission) values
    ('case_officer', 'requests.export'),
    ('unit_head', 'requests.export'),
    ('unit_head', 'requests.export_words');
