-- The log is read across modules: to read it is no longer a permission of requests.
update ground.role_permission set permission = 'privacy.read_access_log' where permission = 'requests.read_access_log';
