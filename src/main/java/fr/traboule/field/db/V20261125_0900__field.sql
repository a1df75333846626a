insert into ground.role_permission (role, permission) values
    ('reception_agent', 'field.file'),
    ('case_officer', 'field.file'),
    ('unit_head', 'field.file');
