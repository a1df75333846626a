-- The register keeps each letter for ever, but of one whose request was destroyed neither its name nor its file: names of scans
-- tell who wrote. Only then: the application changes no name.
create function paper.forget(forgotten uuid) returns void
    language sql security definer set search_path = pg_catalog as
$$
    update paper.letter l set name = '', words = null, file_id = null, version = version + 1
     where l.id = forgotten
       and exists (select from requests.request r where r.id = l.id and r.destroyed_at is not null)
$$;
revoke execute on function paper.forget(uuid) from public;
grant execute on function paper.forget(uuid) to ${app};
