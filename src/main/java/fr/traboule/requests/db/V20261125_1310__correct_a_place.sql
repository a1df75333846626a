-- The words of a place may be mistyped too; where it is on the map stays.
alter table requests.correction add column part text not null default 'said' check (part in ('said', 'place', 'note'));
update requests.correction set part = 'note' where message_id is not null;
alter table requests.correction alter column part drop default;

drop function requests.correct(uuid, uuid, uuid, text, text, uuid, timestamptz);
create function requests.correct(correction uuid, request uuid, wanted_part text, note uuid, corrected text, reason text, by_account uuid,
                                 at timestamptz)
    returns void language plpgsql security definer set search_path = pg_catalog as
$$
begin
    insert into requests.correction (id, request_id, part, message_id, former, why, corrected_by, corrected_at)
    values (correction, request, wanted_part, note,
            case wanted_part
                when 'said' then (select s.description from requests.statement s where s.request_id = request)
                when 'place' then (select s.place from requests.statement s where s.request_id = request)
                else (select m.words from requests.message m where m.id = note and m.request_id = request and m.kind = 'note') end,
            reason, by_account, at);
    case wanted_part
        when 'said' then update requests.statement s set description = corrected where s.request_id = request;
        when 'place' then update requests.statement s set place = corrected where s.request_id = request;
        else update requests.message m set words = corrected where m.id = note;
    end case;
end
$$;
revoke execute on function requests.correct(uuid, uuid, text, uuid, text, text, uuid, timestamptz) from public;
grant execute on function requests.correct(uuid, uuid, text, uuid, text, text, uuid, timestamptz) to ${app};
