set local citus.multi_shard_modify_mode = 'sequential';
-- The unit that holds a child may begin its transfer itself; then the unit that is to take it answers.
alter table children.transfers
  add column began_by text not null default 'asker' constraint transfers_began_by_check check (began_by in ('asker', 'holder')),
  add column answered_by uuid;
comment on column children.transfers.began_by is 'Which party began: asker where the unit that wants the child asked, holder where the unit that has it offered. The other one answers.';
comment on column children.transfers.answered_by is 'Account that answered, so that who took a child over may open its file; null until then, and for answers before offers were possible.';
