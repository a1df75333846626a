create index post_by_unit on city.post (unit_id, account_id);
