-- Administrators hold none of these; a volunteer opens only what a pairing granted.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'child.read'), ('care-worker', 'child.read'), ('leader', 'child.read'), ('guardian-officer', 'child.read'),
  ('office', 'child.facts'), ('care-worker', 'child.facts'), ('guardian-officer', 'child.facts'),
  ('office', 'child.register'), ('care-worker', 'child.register'),
  ('office', 'child.correct'), ('care-worker', 'child.correct'),
  ('office', 'child.close'), ('care-worker', 'child.close'),
  ('office', 'child.open'), ('care-worker', 'child.open'), ('guardian-officer', 'child.open'), ('volunteer', 'child.open'),
  ('office', 'access.request'), ('care-worker', 'access.request'),
  ('guardian-officer', 'access.decide'), ('guardian-officer', 'child.erase')
) as given (role_code, permission);
