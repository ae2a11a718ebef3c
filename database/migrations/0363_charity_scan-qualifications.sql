set local citus.multi_shard_modify_mode = 'sequential';

-- The certificate itself may lie with its record: sealed under a key of the record's own, attached once.
alter table charity.qualifications
  add column scan_key text, add column scan_media_type text, add column scan_extension text, add column wrapped_key bytea,
  add constraint qualifications_scan_check check (
    (scan_key is null) = (wrapped_key is null) and (scan_key is null) = (scan_media_type is null) and (scan_key is null) = (scan_extension is null));
comment on column charity.qualifications.scan_key is 'Key of the scanned certificate among the stored files; null where none was attached.';
comment on column charity.qualifications.scan_media_type is 'What the scan is by its own bytes; null with its key.';
comment on column charity.qualifications.scan_extension is 'Ending of the scan, without the dot; null with its key.';
comment on column charity.qualifications.wrapped_key is 'Data key of the scan, wrapped; null where none was attached.';
grant update (scan_key, scan_media_type, scan_extension, wrapped_key) on charity.qualifications to xinhuo_app, xinhuo_worker;

-- What the law takes a body for follows from it: the ratios of a body say where the two contradict one another.
create view charity.published_qualifications with (security_invoker = true) as
  select q.city_id, q.id, q.scope_code, q.book_id, q.number, q.granted_on, q.valid_until, q.ended_on from charity.qualifications q;
comment on view charity.published_qualifications is 'Leave of bodies to ask the public, with its days, for modules that ask whether it holds.';
grant select on charity.published_qualifications to xinhuo_app, xinhuo_worker;
