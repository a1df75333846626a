insert into ground.role_permission (role, permission) values ('unit_head', 'steering.see_team');
