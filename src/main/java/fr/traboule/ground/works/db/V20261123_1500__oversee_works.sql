insert into ground.role_permission (role, permission) values ('administrator', 'works.oversee');
