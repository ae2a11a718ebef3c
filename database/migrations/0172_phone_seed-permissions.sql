-- Whoever records visits may enrol a phone; the office sees what arrived from phones and cuts lost ones off.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('volunteer', 'phone.enrol'), ('care-worker', 'phone.enrol'), ('office', 'phone.enrol'), ('office', 'phone.manage')
) as given (role_code, permission);
