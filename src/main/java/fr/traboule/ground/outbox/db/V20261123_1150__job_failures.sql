-- Why jobs failed: the class of the failure, never its text, which may name a person.
create table ground.job_failure (
    id        uuid primary key,
    task_name text        not null,
    failed_at timestamptz not null,
    reason    text        not null
);
create index job_failure_by_task on ground.job_failure (task_name, failed_at);
grant select, insert, delete on ground.job_failure to ${app};
