set local citus.multi_shard_modify_mode = 'sequential';
-- Two records of one child name two households that are one: figures count it once, and two again after an undo.
alter table children.merges
  add column kept_household_id uuid,
  add column merged_household_id uuid;
update children.merges m set kept_household_id = k.household_id, merged_household_id = g.household_id
  from children.children k, children.children g
 where k.city_id = m.city_id and k.id = m.kept_id and g.city_id = m.city_id and g.id = m.merged_id;
alter table children.merges
  alter column kept_household_id set not null,
  alter column merged_household_id set not null;
comment on column children.merges.kept_household_id is 'Household of the record that goes on when they were merged; figures count it for both.';
comment on column children.merges.merged_household_id is 'Household of the merged record when they were merged.';
