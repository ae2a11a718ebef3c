set local citus.multi_shard_modify_mode = 'sequential';

-- Whoever erases a child asks first until when the file is locked, and whether somebody still waits for an answer.
create view protection.published_retentions with (security_invoker = true) as
  select city_id, child_id, scope_code, keep_until from protection.retentions;
comment on view protection.published_retentions is 'Until when closed files of children are locked, for the erasure.';
comment on column protection.published_retentions.city_id is 'City.';
comment on column protection.published_retentions.child_id is 'Child.';
comment on column protection.published_retentions.scope_code is 'Scope code of the child''s unit.';
comment on column protection.published_retentions.keep_until is 'Last day of keeping; from the day after the file may be erased.';
grant select on protection.published_retentions to xinhuo_app, xinhuo_worker;

create view protection.published_rights_requests with (security_invoker = true) as
  select city_id, id, scope_code, child_id, kind, status, result from protection.rights_requests;
comment on view protection.published_rights_requests is 'How far requests of children and guardians have come, without who asks and what, for the erasure.';
comment on column protection.published_rights_requests.city_id is 'City.';
comment on column protection.published_rights_requests.id is 'Request.';
comment on column protection.published_rights_requests.scope_code is 'Scope code of the unit that answers.';
comment on column protection.published_rights_requests.child_id is 'Child.';
comment on column protection.published_rights_requests.kind is 'What is asked: see, copy, correct or delete.';
comment on column protection.published_rights_requests.status is 'open, decided or sent.';
comment on column protection.published_rights_requests.result is 'granted or refused; null while open.';
grant select on protection.published_rights_requests to xinhuo_app, xinhuo_worker;
