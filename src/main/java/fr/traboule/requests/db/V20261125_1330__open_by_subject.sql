-- What may be the same is among those of a subject that are open now, however many the years before left.
create index open_by_subject on requests.search_entry (subject_id, received_at) where open;
