-- The paper of a consent, scanned: the file lies sealed under the child's own key in the data folder, the row says where.
alter table children.consents add column scan_key text;
alter table children.consents add column scan_media_type text;
alter table children.consents add column scan_extension text;
comment on column children.consents.scan_key is 'Key of the scanned paper among the stored files, sealed under the child''s key; null when none is attached or after erasure.';
comment on column children.consents.scan_media_type is 'What the scan is by its own bytes; null when none is attached.';
comment on column children.consents.scan_extension is 'Ending of the scan, without the dot; null when none is attached.';
alter table children.consents add constraint consents_scan_check
  check (scan_key is null or (scan_media_type is not null and scan_extension is not null));
