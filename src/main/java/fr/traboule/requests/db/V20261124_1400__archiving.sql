-- The end of a request's life: when nothing was left to do, when it was set apart, when its words and personal data went.
alter table requests.request
    add column ended_at     timestamptz,
    add column archived_at  timestamptz,
    add column destroyed_at timestamptz;
update requests.request r
   set ended_at = coalesce((select max(h.happened_at)
                              from requests.history h
                             where h.subject_id = r.id and h.kind in ('answered', 'closed', 'withdrawn', 'merged', 'handed_over')),
                           r.received_at)
 where status in ('answered', 'closed', 'withdrawn', 'merged', 'handed_over');
alter table requests.request
    add constraint only_what_is_over_has_ended
        check (ended_at is null or status in ('answered', 'closed', 'withdrawn', 'merged', 'handed_over')),
    add constraint only_what_ended_is_archived check (archived_at is null or ended_at is not null),
    add constraint only_what_is_archived_is_destroyed check (destroyed_at is null or archived_at is not null);

-- By subject, as rules are, those that ended first at the top; what is about nothing in particular has a subject of zeros.
create index request_to_archive
    on requests.request (coalesce(subject_id, '00000000-0000-0000-0000-000000000000'), ended_at, id)
    where ended_at is not null and archived_at is null;
create index request_to_eliminate
    on requests.request (coalesce(subject_id, '00000000-0000-0000-0000-000000000000'), ended_at, id)
    where archived_at is not null and destroyed_at is null;
create index outbox_by_subject on requests.outbox (subject_id);

-- What is archived is in no queue, and in no search but that of the archives.
alter table requests.search_entry add column archived boolean not null default false;

-- Nobody but the owner of the tables says that something is destroyed, or removes a file that belongs to a request: the
-- application's role goes through a function that asks for a visa.
create function requests.refuse_destruction() returns trigger
    language plpgsql as
$$
begin
    if current_user = '${app}' then
        raise exception 'Nothing of a request is destroyed without a visa (%)', tg_table_name;
    end if;
    return coalesce(new, old);
end
$$;
create trigger destroyed_by_visa_only
    before update of destroyed_at on requests.request
    for each row when (old.destroyed_at is distinct from new.destroyed_at)
    execute function requests.refuse_destruction();
create trigger files_go_by_visa_only
    before delete on requests.file
    for each row when (old.owner_id is not null)
    execute function requests.refuse_destruction();

-- Destroys all words and personal data of those requests, on every table; their facts, numbers, subjects, units, channels, areas
-- and dates stay. Whoever calls it answers for the right to. It tells which objects of a bucket and which messages are gone.
create function requests.destroy_content(ids uuid[], instant timestamptz)
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
    delete from requests.message m where m.request_id = any (ids);
    delete from requests.waiting w where w.request_id = any (ids);
    delete from requests.search_entry e where e.request_id = any (ids);
    delete from requests.outbox o where o.subject_id = any (ids);
    delete from requests.file f where f.owner_id = any (ids);
    delete from requests.statement s where s.request_id = any (ids);
    update requests.request r set destroyed_at = instant, version = version + 1 where r.id = any (ids);
end
$$;
revoke execute on function requests.destroy_content(uuid[], timestamptz) from public;
