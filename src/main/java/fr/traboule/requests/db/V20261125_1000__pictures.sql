-- What was decided about a photo of a request: whether everybody may see it, and in which copy. No row: nobody looked at it, and
-- nobody but the services sees it. The copy is a file of its own, which belongs to the photo and not to the request.
create table requests.picture (
    file_id    uuid primary key references requests.file on delete cascade,
    request_id uuid        not null references requests.request,
    decision   text        not null check (decision in ('as_is', 'hidden', 'refused')),
    reason     text check (reason in ('people', 'private', 'objection', 'shocking', 'useless', 'other')),
    copy_id    uuid unique references requests.file on delete cascade,
    -- which squares of it are hidden, to go on from there
    squares    text        not null,
    decided_by uuid        not null references ground.account,
    decided_at timestamptz not null,
    check ((decision = 'refused') = (reason is not null)),
    check ((decision = 'refused') = (copy_id is null))
);
create index picture_by_request on requests.picture (request_id, file_id);
grant select, insert, update on requests.picture to ${app};

-- The copies go with the photos, and what was decided with both.
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
