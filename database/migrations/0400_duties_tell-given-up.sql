set local citus.multi_shard_modify_mode = 'sequential';

-- What a rule gave up waits again once it is asked for again, what a person gave up does not: that is a fact of the row, not the words of its reason.
alter table duties.disclosures add column is_void_by_rule boolean not null default false;
-- What stands: a rule said why in one sentence only, and left no audit row of a person who gave it up.
update duties.disclosures d set is_void_by_rule = true where d.status = 'void' and d.reason = '事由的日期或单位性质已经改变，不再需要'
  and not exists (select from audit.entries e where e.city_id = d.city_id and e.subject_id = d.id and e.verb = 'disclosure.voided');
alter table duties.disclosures add constraint disclosures_void_by_rule_check check (status = 'void' or not is_void_by_rule);
comment on column duties.disclosures.is_void_by_rule is 'Whether a rule gave it up, since its occasion or its year no longer asks for it; asked for again, it waits again.';
