-- Two units become one: what follows them must not collide with what the successor has already. A settled report stays that of the unit that settled it,
-- and a finding is known by the unit for which it was made.
alter table protection.compliance_reports rename column unit_id to reported_unit_id;
comment on column protection.compliance_reports.reported_unit_id is 'Unit that settled the report; stays when the unit becomes part of another, which then sees it.';

alter table protection.unusual_accesses add column found_unit_id uuid;
update protection.unusual_accesses set found_unit_id = unit_id where city_id is not null;
alter table protection.unusual_accesses alter column found_unit_id set not null;
comment on column protection.unusual_accesses.found_unit_id is 'Unit of the reader when it was found; stays when the unit becomes part of another.';
alter table protection.unusual_accesses drop constraint unusual_accesses_day_key;
alter table protection.unusual_accesses add constraint unusual_accesses_day_key unique (city_id, rule, account_id, found_unit_id, happened_on);
