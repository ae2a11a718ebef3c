-- Two records of one child keep what is their own; whoever asks about the child asks by the one that goes on.
create view children.published_records with (security_invoker = true) as
  select city_id, id as record_id, coalesce(merged_into_id, id) as child_id from children.children;
comment on view children.published_records is 'Every record of a child with the one that goes on for it: itself unless it was merged.';
comment on column children.published_records.city_id is 'City.';
comment on column children.published_records.record_id is 'Record, as other tables name it.';
comment on column children.published_records.child_id is 'Record that goes on for the same child.';
grant select on children.published_records to xinhuo_app, xinhuo_worker;
