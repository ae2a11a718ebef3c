-- The head of the foundation says to which account donors transfer. It holds for the whole city, so only at the city's own unit.
insert into accounts.role_permissions (role_code, permission) values ('charity-head', 'giving.set');
