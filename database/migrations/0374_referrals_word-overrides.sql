set local citus.multi_shard_modify_mode = 'sequential';

-- Who decides on going on without consent tells the author why: a no without words leaves nobody knowing what to do.
alter table referrals.referrals add column override_answer text;
comment on column referrals.referrals.override_answer is 'What the decision on going on without consent says in words, for the author; null where it says nothing, in the receiver''s row, and after the child was erased.';
