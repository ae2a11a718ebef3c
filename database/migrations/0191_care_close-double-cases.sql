set local citus.multi_shard_modify_mode = 'sequential';

-- When two records of one child become one, both may have an open case; one of the two is closed as the double of the other.
alter table care.cases drop constraint cases_closing_reason_check;
alter table care.cases add constraint cases_closing_reason_check
  check (closing_reason in ('solved', 'family-reunited', 'moved-away', 'grown-up', 'declined', 'duplicate', 'other'));
