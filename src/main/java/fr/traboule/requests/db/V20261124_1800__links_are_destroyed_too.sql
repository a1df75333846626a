-- A request of which nothing is left is tied to nobody; the record of the person has rules of its own.
create or replace function requests.destroy_content(ids uuid[], instant timestamptz)
    returns table (request_id uuid, file_keys text[], message_ids uuid[])
    language plpgsql set search_path = pg_catalog as
$$
begin
    return query
        select i.id,
               (select coalesce(array_agg(f.object_key), '{}') from requests.file f
                 where f.owner_id = i.id and f.object_key is not null),
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
    delete from requests.file f where f.owner_id = any (ids);
    delete from requests.statement s where s.request_id = any (ids);
    update requests.request r set destroyed_at = instant, version = version + 1 where r.id = any (ids);
end
$$;
