insert into ground.role_permission (role, permission) values ('administrator', 'requests.judge_files');
