-- A letter of several sheets that was scanned into several files: each stays in the register, one of them stands for all.
alter table paper.letter
    add column joined_to uuid references paper.letter,
    drop constraint letter_state_check,
    add constraint letter_state_check check (state in ('to_qualify', 'filed', 'settled', 'joined')),
    add check ((state = 'joined') = (joined_to is not null)),
    add check (joined_to <> id);
create index letters_joined on paper.letter (joined_to, id) where joined_to is not null;
grant update (joined_to) on paper.letter to ${app};

-- What goes with a request goes of all its files.
create or replace function paper.forget(forgotten uuid) returns void
    language sql security definer set search_path = pg_catalog as
$$
    update paper.letter l set name = '', words = null, file_id = null, version = version + 1
     where (l.id = forgotten or l.joined_to = forgotten)
       and exists (select from requests.request r where r.id = forgotten and r.destroyed_at is not null)
$$;
