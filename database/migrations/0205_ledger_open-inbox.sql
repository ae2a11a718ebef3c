-- Everybody who signs in has an inbox, an outside auditor too.
insert into accounts.role_permissions (role_code, permission) values ('outside-auditor', 'notice.read');
