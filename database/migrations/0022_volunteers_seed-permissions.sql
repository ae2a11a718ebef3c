-- Offices keep the register; whoever pairs or visits may call a volunteer; leaders see the list with masked telephones.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'volunteer.read'), ('leader', 'volunteer.read'), ('care-worker', 'volunteer.read'), ('guardian-officer', 'volunteer.read'),
  ('office', 'volunteer.read-phone'), ('care-worker', 'volunteer.read-phone'),
  ('office', 'volunteer.manage'), ('office', 'volunteer.export'), ('office', 'volunteer.import')
) as given (role_code, permission);
