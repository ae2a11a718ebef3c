-- Offices and care workers raise, give and write; another office decides. Volunteers raise needs of their own pairings; leaders see masked rows.
-- Administrators hold none of these.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'aid.read'), ('care-worker', 'aid.read'), ('leader', 'aid.read'), ('volunteer', 'aid.read-own'),
  ('office', 'aid.open'), ('care-worker', 'aid.open'), ('volunteer', 'aid.open'),
  ('office', 'need.raise'), ('care-worker', 'need.raise'), ('volunteer', 'need.raise'), ('office', 'need.approve'),
  ('office', 'aid.give'), ('care-worker', 'aid.give'), ('office', 'aid.void'),
  ('office', 'wish.write'), ('care-worker', 'wish.write'), ('office', 'wish.approve'), ('office', 'wish.claim')
) as given (role_code, permission);
