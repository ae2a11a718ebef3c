-- What the protection of minors' data counts and lists: requests to read, consents, how long a file is kept, and the wrapped keys under which it seals.
create view children.published_files with (security_invoker = true) as
  select city_id, id, scope_code, unit_id, masked_name, age_band, status, registered_on, closed_on, closing_reason from children.children;
comment on view children.published_files is 'Files of children for the protection of data: masked, with the days on which they began and ended.';
comment on column children.published_files.city_id is 'City.';
comment on column children.published_files.id is 'Child.';
comment on column children.published_files.scope_code is 'Scope code of the unit that looks after the child.';
comment on column children.published_files.unit_id is 'Unit that looks after the child.';
comment on column children.published_files.masked_name is 'Surname and 某; 已删除 after erasure.';
comment on column children.published_files.age_band is 'Band of age shown in place of the birth date.';
comment on column children.published_files.status is 'registered, closed or erased.';
comment on column children.published_files.registered_on is 'Day of registration.';
comment on column children.published_files.closed_on is 'Day the file was closed; null while it is open.';
comment on column children.published_files.closing_reason is 'Why it was closed, a code; null while it is open.';
grant select on children.published_files to xinhuo_app, xinhuo_worker;

create view children.published_access_requests with (security_invoker = true) as
  select city_id, id, scope_code, child_id, account_id, person_name, unit_id, purpose, explanation, fields, is_emergency, status, decided_name, decided_at,
         decision_note, created_at
    from children.access_requests;
comment on view children.published_access_requests is 'Requests to read files and emergencies, for the protection of data.';
comment on column children.published_access_requests.city_id is 'City.';
comment on column children.published_access_requests.id is 'Request.';
comment on column children.published_access_requests.scope_code is 'Scope code of the child''s unit.';
comment on column children.published_access_requests.child_id is 'Child.';
comment on column children.published_access_requests.account_id is 'Account that asks.';
comment on column children.published_access_requests.person_name is 'Name of who asks, as it was then.';
comment on column children.published_access_requests.unit_id is 'Unit for which the person asks.';
comment on column children.published_access_requests.purpose is 'Purpose, a code.';
comment on column children.published_access_requests.explanation is 'Why, in the person''s words.';
comment on column children.published_access_requests.fields is 'Fields asked for.';
comment on column children.published_access_requests.is_emergency is 'Opened at once; the decision is the look afterwards.';
comment on column children.published_access_requests.status is 'pending, approved or rejected.';
comment on column children.published_access_requests.decided_name is 'Name of who decided; null while pending.';
comment on column children.published_access_requests.decided_at is 'When; null while pending.';
comment on column children.published_access_requests.decision_note is 'What was said with the decision; null when nothing.';
comment on column children.published_access_requests.created_at is 'When it was asked.';
grant select on children.published_access_requests to xinhuo_app, xinhuo_worker;

create view children.published_consents with (security_invoker = true) as
  select city_id, id, scope_code, child_id, kind, form, covers, from_on, until_on, withdrawn_on, recorded_at from children.consents;
comment on view children.published_consents is 'Consents, for the protection of data.';
comment on column children.published_consents.city_id is 'City.';
comment on column children.published_consents.id is 'Consent.';
comment on column children.published_consents.scope_code is 'Scope code of the child''s unit.';
comment on column children.published_consents.child_id is 'Child.';
comment on column children.published_consents.kind is 'service, publication or sharing.';
comment on column children.published_consents.form is 'How it was given, a code.';
comment on column children.published_consents.covers is 'To what exactly, in words.';
comment on column children.published_consents.from_on is 'First day.';
comment on column children.published_consents.until_on is 'Last day; null when given without an end.';
comment on column children.published_consents.withdrawn_on is 'Day it was taken back; null while it stands.';
comment on column children.published_consents.recorded_at is 'When it was recorded.';
grant select on children.published_consents to xinhuo_app, xinhuo_worker;

create view children.published_person_keys with (security_invoker = true) as
  select city_id, id, scope_code, wrapped, erased_at, erased_by from children.person_keys;
comment on view children.published_person_keys is 'Wrapped keys: what is written about a child elsewhere is sealed under the child''s own key, so that erasing the child loses it too.';
comment on column children.published_person_keys.city_id is 'City.';
comment on column children.published_person_keys.id is 'Child.';
comment on column children.published_person_keys.scope_code is 'Scope code of the child''s unit.';
comment on column children.published_person_keys.wrapped is 'Data key, wrapped by a master key outside the database; null after erasure.';
comment on column children.published_person_keys.erased_at is 'When the key was destroyed; null while it holds.';
comment on column children.published_person_keys.erased_by is 'Account that ordered the erasure; null while the key holds.';
grant select on children.published_person_keys to xinhuo_app, xinhuo_worker;

create view children.published_guardians with (security_invoker = true) as
  select city_id, id, scope_code, child_id, relation, is_primary from children.guardians;
comment on view children.published_guardians is 'Guardians without identity.';
comment on column children.published_guardians.city_id is 'City.';
comment on column children.published_guardians.id is 'Guardian.';
comment on column children.published_guardians.scope_code is 'Scope code of the child''s unit.';
comment on column children.published_guardians.child_id is 'Child.';
comment on column children.published_guardians.relation is 'Relation to the child, a code.';
comment on column children.published_guardians.is_primary is 'Whom to call first.';
grant select on children.published_guardians to xinhuo_app, xinhuo_worker;
