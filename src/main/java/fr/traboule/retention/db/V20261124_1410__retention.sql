create schema retention;
grant usage on schema retention to ${app};

-- What happened to proposals, and to requests among the archives (held, let go, consulted).
select ground.create_history('retention', '${app}');

-- The table of how long requests are kept (« tableau de gestion »): for a subject, else for its theme, else for all others.
create table retention.rule (
    code            text primary key,
    subject_code    text,
    theme_code      text,
    current_months  int     not null check (current_months between 0 and 1200),
    archive_months  int     not null check (archive_months between 0 and 1200),
    fate            text    not null check (fate in ('eliminate', 'keep', 'sort')),
    legal_reference text    not null,
    visa            text    not null check (visa in ('required', 'internal')),
    confirmed       boolean not null,
    check (subject_code is null or theme_code is null)
);
grant select, insert, update, delete on retention.rule to ${app};

-- A list of what may be destroyed (« bordereau d'élimination »).
create table retention.proposal (
    id          uuid primary key,
    reference   text        not null unique,
    proposed_by uuid        not null references ground.account,
    proposed_at timestamptz not null,
    state       text        not null check (state in ('proposed', 'refused', 'signed', 'running', 'done')),
    state_at    timestamptz not null,
    -- Why it was refused.
    words       text
);
create sequence retention.proposal_number;
grant usage on sequence retention.proposal_number to ${app};
grant select, insert on retention.proposal to ${app};

-- The rules as they were when the list was made.
create table retention.proposal_rule (
    proposal_id     uuid    not null references retention.proposal,
    code            text    not null,
    current_months  int     not null,
    archive_months  int     not null,
    fate            text    not null,
    legal_reference text    not null,
    visa            text    not null,
    primary key (proposal_id, code)
);
grant select, insert on retention.proposal_rule to ${app};

create table retention.proposal_entry (
    proposal_id  uuid        not null references retention.proposal,
    request_id   uuid        not null references requests.request,
    number       text        not null,
    subject_id   uuid references routing.subject,
    unit_id      uuid        not null references city.unit,
    received_at  timestamptz not null,
    ended_at     timestamptz not null,
    rule_code    text        not null,
    out_at       timestamptz,
    out_by       uuid references ground.account,
    out_reason   text check (out_reason in ('keep', 'later', 'held', 'reopened', 'refused')),
    destroyed_at timestamptz,
    primary key (proposal_id, request_id),
    check ((out_at is null) = (out_reason is null)),
    check (out_at is null or destroyed_at is null)
);
create unique index proposed_once on retention.proposal_entry (request_id) where out_at is null;
create index entry_by_number on retention.proposal_entry (proposal_id, number);
create index entry_to_destroy on retention.proposal_entry (proposal_id, request_id) where out_at is null and destroyed_at is null;
create index kept_for_ever on retention.proposal_entry (request_id) where out_reason = 'keep';
grant select, insert, update (out_at, out_by, out_reason) on retention.proposal_entry to ${app};

-- Whoever approves, by name, day and reference; never whoever proposed (four eyes).
create table retention.visa (
    proposal_id uuid primary key references retention.proposal,
    account_id  uuid        not null references ground.account,
    signed_on   date        not null,
    signatory   text        not null,
    reference   text,
    recorded_at timestamptz not null
);
grant select, insert on retention.visa to ${app};

-- A request that must not be destroyed: there is a trial, a mediation.
create table retention.hold (
    id         uuid primary key,
    request_id uuid        not null references requests.request,
    reason     text        not null check (reason in ('litigation', 'mediation', 'audit', 'other')),
    words      text,
    held_by    uuid        not null references ground.account,
    held_at    timestamptz not null,
    lifted_by  uuid references ground.account,
    lifted_at  timestamptz,
    check ((lifted_at is null) = (lifted_by is null))
);
create unique index held_once on retention.hold (request_id) where lifted_at is null;
create index hold_by_request on retention.hold (request_id, id);
grant select, insert, update (lifted_by, lifted_at) on retention.hold to ${app};

-- Who wanted to see something archived, and why.
create table retention.consultation (
    id         uuid primary key,
    request_id uuid        not null references requests.request,
    account_id uuid        not null references ground.account,
    reason     text        not null check (reason in ('person', 'litigation', 'mediation', 'audit', 'new_request')),
    words      text,
    asked_at   timestamptz not null
);
create index consultation_by_account on retention.consultation (request_id, account_id, asked_at);
grant select, insert on retention.consultation to ${app};

-- What is left of what was destroyed: for ever. Only the owner of the table writes it, by the function below.
create table retention.certificate (
    proposal_id   uuid primary key references retention.proposal,
    reference     text        not null,
    proposed_by   uuid        not null,
    proposed_at   timestamptz not null,
    visa_by       uuid        not null,
    visa_on       date        not null,
    signatory     text        not null,
    visa_reference text,
    requests      int         not null,
    taken_out     int         not null,
    first_ended   timestamptz,
    last_ended    timestamptz,
    started_at    timestamptz,
    finished_at   timestamptz not null,
    -- Of the numbers of all requests, one a line, in the order of their signs.
    sha256        bytea       not null
);
grant select on retention.certificate to ${app};

create function retention.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'It is only ever added to (%)', tg_table_name;
end
$$;
create trigger visa_is_append_only before update or delete or truncate on retention.visa
    for each statement execute function retention.refuse_change();
create trigger certificate_is_append_only before update or delete or truncate on retention.certificate
    for each statement execute function retention.refuse_change();
create trigger entries_stay before delete or truncate on retention.proposal_entry
    for each statement execute function retention.refuse_change();
create trigger proposed_rules_stay before update or delete or truncate on retention.proposal_rule
    for each statement execute function retention.refuse_change();

-- Whoever takes out takes out for good, and what is destroyed is out of reach.
create function retention.guard_entry() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        if new.destroyed_at is not null
           or not exists (select from retention.proposal p where p.id = new.proposal_id and p.state = 'proposed') then
            raise exception 'A list that was decided on is added to no more';
        end if;
    elsif old.destroyed_at is not null or old.out_at is not null then
        raise exception 'What was taken out, or destroyed, stays so';
    end if;
    return new;
end
$$;
create trigger guard_entry before insert or update on retention.proposal_entry
    for each row execute function retention.guard_entry();

create function retention.guard_visa() returns trigger
    language plpgsql as
$$
declare
    wanted retention.proposal;
begin
    select * into wanted from retention.proposal p where p.id = new.proposal_id;
    if wanted.state <> 'proposed' then
        raise exception 'It was decided on already';
    end if;
    if wanted.proposed_by = new.account_id then
        raise exception 'Who proposes does not approve';
    end if;
    if new.reference is null
       and exists (select from retention.proposal_rule r where r.proposal_id = new.proposal_id and r.visa = 'required') then
        raise exception 'The visa has a reference';
    end if;
    return new;
end
$$;
create trigger guard_visa before insert on retention.visa for each row execute function retention.guard_visa();

-- The states that the application may bring about; the others come with what they say. They run as the owner, who alone may
-- change a proposal.
-- Two who decide come one after the other.
create function retention.lock(proposal uuid) returns void
    language plpgsql security definer set search_path = pg_catalog as
$$
begin
    perform from retention.proposal p where p.id = proposal for update;
end
$$;

create function retention.sign(proposal uuid, instant timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog as
$$
begin
    update retention.proposal p set state = 'signed', state_at = instant
     where p.id = proposal and p.state = 'proposed'
       and exists (select from retention.visa v where v.proposal_id = p.id and v.account_id <> p.proposed_by);
    if not found then
        raise exception 'There is no visa on it';
    end if;
end
$$;

create function retention.refuse(proposal uuid, why text, account uuid, instant timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog as
$$
begin
    update retention.proposal p set state = 'refused', state_at = instant, words = why
     where p.id = proposal and p.state = 'proposed';
    if not found then
        return false;
    end if;
    update retention.proposal_entry e set out_at = instant, out_by = account, out_reason = 'refused'
     where e.proposal_id = proposal and e.out_at is null;
    return true;
end
$$;

-- Destroys the next requests of a list that bears a visa, and nothing else: it is the only way in. What was opened again or is
-- held is taken out. It tells what is to follow elsewhere; none once there is nothing left.
create function retention.destroy_next(proposal uuid, most int, instant timestamptz)
    returns table (request_id uuid, file_keys text[], message_ids uuid[])
    language plpgsql security definer set search_path = pg_catalog as
$$
declare
    next_ids uuid[];
    due_ids  uuid[];
begin
    perform from retention.proposal p
              join retention.visa v on v.proposal_id = p.id and v.account_id <> p.proposed_by
             where p.id = proposal and p.state in ('signed', 'running')
               for update of p;
    if not found then
        raise exception 'Nothing is destroyed without a visa';
    end if;
    update retention.proposal p set state = 'running', state_at = instant where p.id = proposal and p.state = 'signed';
    loop
        select array_agg(e.request_id) into next_ids
          from (select n.request_id from retention.proposal_entry n
                 where n.proposal_id = proposal and n.out_at is null and n.destroyed_at is null
                 order by n.request_id limit most) as e;
        if next_ids is null then
            return;
        end if;
        perform from requests.request r where r.id = any (next_ids) order by r.id for update;
        -- Seen once the requests are held: whoever opens one again or holds it comes before or after.
        select coalesce(array_agg(r.id), '{}') into due_ids
          from requests.request r
         where r.id = any (next_ids) and r.archived_at is not null and r.destroyed_at is null
           and not exists (select from retention.hold h where h.request_id = r.id and h.lifted_at is null);
        update retention.proposal_entry e
           set out_at = instant,
               out_reason = case when exists (select from retention.hold h where h.request_id = e.request_id and h.lifted_at is null)
                                 then 'held' else 'reopened' end
         where e.proposal_id = proposal and e.request_id = any (next_ids) and e.request_id <> all (due_ids) and e.out_at is null;
        update retention.proposal_entry e set destroyed_at = instant
         where e.proposal_id = proposal and e.request_id = any (due_ids) and e.out_at is null;
        update retention.hold h set words = null where h.request_id = any (due_ids);
        update retention.consultation c set words = null where c.request_id = any (due_ids);
        if due_ids <> '{}' then
            return query select * from requests.destroy_content(due_ids, instant);
            return;
        end if;
    end loop;
end
$$;

-- Writes what was destroyed, once nothing of the list is left to destroy.
create function retention.certify(proposal uuid, instant timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog as
$$
begin
    perform from retention.proposal p where p.id = proposal and p.state = 'running' for update;
    if not found or exists (select from retention.proposal_entry e
                             where e.proposal_id = proposal and e.out_at is null and e.destroyed_at is null) then
        raise exception 'There is something left, or nothing began';
    end if;
    insert into retention.certificate
    select p.id, p.reference, p.proposed_by, p.proposed_at, v.account_id, v.signed_on, v.signatory, v.reference,
           count(*) filter (where e.destroyed_at is not null),
           count(*) filter (where e.out_at is not null),
           min(e.ended_at) filter (where e.destroyed_at is not null),
           max(e.ended_at) filter (where e.destroyed_at is not null),
           min(e.destroyed_at), instant,
           sha256(convert_to(coalesce(string_agg(e.number || e'\n', '' order by e.number collate "C")
                                      filter (where e.destroyed_at is not null), ''), 'UTF8'))
      from retention.proposal p
      join retention.visa v on v.proposal_id = p.id
      join retention.proposal_entry e on e.proposal_id = p.id
     where p.id = proposal
     group by p.id, v.proposal_id;
    update retention.proposal p set state = 'done', state_at = instant where p.id = proposal;
end
$$;
revoke execute on all functions in schema retention from public;
grant execute on function retention.lock(uuid), retention.sign(uuid, timestamptz), retention.refuse(uuid, text, uuid, timestamptz),
    retention.destroy_next(uuid, int, timestamptz), retention.certify(uuid, timestamptz) to ${app};

insert into ground.role_permission (role, permission) values
    ('archivist', 'retention.oversee'),
    ('archivist', 'retention.propose'),
    ('archivist', 'retention.sign_visa'),
    ('archivist', 'retention.hold'),
    ('archivist', 'retention.read_archived'),
    ('archivist', 'retention.read_archived_everywhere'),
    ('data_protection_officer', 'retention.oversee'),
    ('data_protection_officer', 'retention.propose'),
    ('unit_head', 'retention.hold'),
    ('unit_head', 'retention.read_archived');
