set local citus.multi_shard_modify_mode = 'sequential';

-- A transfer that a bank carried out and sent back days later: its journal is mirrored, the award waits again, the row says so.
alter table projects.batch_rows drop constraint batch_rows_outcome_check, drop constraint batch_rows_journal_check,
  add column returned_on date, add column reversal_id uuid,
  add constraint batch_rows_outcome_check
    check (outcome in ('paid', 'failed', 'returned') and outcome_on is not null or outcome is null and outcome_on is null),
  add constraint batch_rows_journal_check check ((outcome in ('paid', 'returned')) is true = (journal_id is not null)),
  add constraint batch_rows_returned_check check ((outcome = 'returned') is true = (returned_on is not null) and (returned_on is null) = (reversal_id is null));
comment on column projects.batch_rows.outcome is 'paid, failed or returned (paid, and sent back days later); null while the bank has not answered.';
comment on column projects.batch_rows.journal_id is 'Journal of the payment; null unless it was paid.';
comment on column projects.batch_rows.returned_on is 'Day the bank sent it back; null unless it did.';
comment on column projects.batch_rows.reversal_id is 'Journal that mirrors the payment; null unless it was sent back.';

create or replace function projects.hold_list() returns trigger language plpgsql as $$
declare v_status text;
begin
  select b.status into v_status from projects.batches b where b.city_id = coalesce(new.city_id, old.city_id) and b.id = coalesce(new.batch_id, old.batch_id);
  if tg_op = 'UPDATE' and (new.city_id, new.batch_id, new.seq, new.award_id, new.amount_fen, new.findings, new.answer)
      is not distinct from (old.city_id, old.batch_id, old.seq, old.award_id, old.amount_fen, old.findings, old.answer)
      and (new.payee_hash is not distinct from old.payee_hash or v_status = 'draft')
      and (new.outcome is not distinct from old.outcome or v_status = 'approved' and old.outcome is null
        or v_status in ('approved', 'settled') and old.outcome = 'paid' and new.outcome = 'returned' and new.journal_id = old.journal_id) then
    return new;
  end if;
  if v_status is distinct from 'draft' then
    raise exception 'the list of batch % is frozen', coalesce(new.batch_id, old.batch_id) using constraint = 'batch_rows_frozen', errcode = '23514';
  end if;
  return coalesce(new, old);
end $$;
