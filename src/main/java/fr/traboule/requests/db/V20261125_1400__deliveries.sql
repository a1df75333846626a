-- What somebody has to hand over to a person who wants a letter or a call: remembered from the act that promised it until it is
-- done. It stands with the unit that answers for the request, and goes where the request goes.
create table requests.delivery (
    id         uuid primary key,
    request_id uuid        not null references requests.request,
    unit_id    uuid        not null references city.unit,
    kind       text        not null check (kind in ('letter', 'call')),
    notice     text        not null check (notice in ('receipt', 'answer', 'question', 'reminder', 'handed_over')),
    message_id uuid references requests.message,
    state      text        not null check (state in ('waiting', 'handed_over', 'replaced', 'not_needed')),
    asked_at   timestamptz not null,
    tries      int         not null default 0,
    tried_at   timestamptz,
    handed_at  timestamptz,
    handed_by  uuid references ground.account,
    check ((tries > 0) = (tried_at is not null)),
    check ((state = 'handed_over') = (handed_at is not null)),
    check ((state = 'handed_over') = (handed_by is not null))
);
-- Ids are in the order of time: those of each unit that wait, the oldest first.
create index delivery_waiting on requests.delivery (unit_id, id) where state = 'waiting';
create index delivery_by_request on requests.delivery (request_id, id);
grant select, insert, update on requests.delivery to ${app};

insert into ground.role_permission (role, permission) values
    ('reception_agent', 'requests.deliver'),
    ('case_officer', 'requests.deliver'),
    ('unit_head', 'requests.deliver');

-- What waits to be handed over goes with the words that it would have said.
create or replace function requests.destroy_content(ids uuid[], instant timestamptz)
    returns table (request_id uuid, file_keys text[], message_ids uuid[])
    language plpgsql set search_path = pg_catalog as
$$
declare
    copies uuid[] := array(select p.copy_id from requests.picture p where p.request_id = any (ids) and p.copy_id is not null);
begin
    return query
        select i.id,
               (select coalesce(array_agg(f.object_key), '{}') from requests.file f
                 where (f.owner_id = i.id
                        or f.id in (select p.copy_id from requests.picture p where p.request_id = i.id))
                   and f.object_key is not null),
               (select coalesce(array_agg(o.id), '{}') from requests.outbox o where o.subject_id = i.id)
          from unnest(ids) as i (id);
    delete from requests.opinion o where o.request_id = any (ids);
    delete from requests.resident_link k where k.request_id = any (ids);
    delete from requests.correction c where c.request_id = any (ids);
    delete from requests.unlearned u where u.request_id = any (ids);
    delete from requests.delivery d where d.request_id = any (ids);
    delete from requests.message m where m.request_id = any (ids);
    delete from requests.waiting w where w.request_id = any (ids);
    delete from requests.search_entry e where e.request_id = any (ids);
    delete from requests.outbox o where o.subject_id = any (ids);
    delete from requests.picture p where p.request_id = any (ids);
    delete from requests.file f where f.owner_id = any (ids) or f.id = any (copies);
    delete from requests.statement s where s.request_id = any (ids);
    update requests.request r set destroyed_at = instant, version = version + 1 where r.id = any (ids);
end
$$;
