set local citus.multi_shard_modify_mode = 'sequential';

-- A colour set against the scales is a wish that another person decides; what was set before this rule counts as approved.
alter table care.assessments
  add column override_colour text constraint assessments_override_colour_check check (override_colour in ('red', 'yellow', 'blue', 'green')),
  add column override_status text constraint assessments_override_status_check check (override_status in ('pending', 'approved', 'rejected', 'lapsed')),
  add column override_decided_by uuid,
  add column override_decided_name text,
  add column override_decided_on date,
  add column override_answer text;
comment on column care.assessments.override_colour is 'The colour wished against the scales; null when the derived one was taken.';
comment on column care.assessments.override_status is 'pending, approved, rejected, or lapsed by a newer assessment; null when nothing was wished.';
comment on column care.assessments.override_decided_by is 'Account that decided; null while pending, when lapsed, and for those set before decisions were asked for.';
comment on column care.assessments.override_decided_name is 'Name of who decided, as it was then; null where nobody decided.';
comment on column care.assessments.override_decided_on is 'Day of the decision; null where nobody decided.';
comment on column care.assessments.override_answer is 'What the decision says in words; null when it says nothing.';
comment on column care.assessments.override_reason is 'Why another colour than the derived one was wished; null when none was.';

alter table care.assessments drop constraint assessments_override_check;
update care.assessments set override_colour = colour, override_status = 'approved' where colour <> derived_colour;
alter table care.assessments add constraint assessments_override_check check ((override_colour is null) = (override_reason is null)
  and (override_colour is null) = (override_status is null)
  and (override_status is distinct from 'rejected' or colour = derived_colour));
create index assessments_pending_idx on care.assessments (city_id, case_id) where override_status = 'pending';

insert into accounts.role_permissions (role_code, permission) values ('office', 'risk.approve');
