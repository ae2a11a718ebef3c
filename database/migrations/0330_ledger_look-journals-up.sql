-- Whether lines agree with their journal is looked up line by line, by the key of the journal. Left to the planner, a load of a million lines was
-- compared with all journals of the month, each with each: it plans by what the tables held before the load.
create or replace function ledger.hold_closed() returns trigger language plpgsql as $$
begin
  if exists (select 1 from added a where not exists (select 1 from ledger.journals j where j.city_id = a.city_id and j.id = a.journal_id
      and j.tx = pg_current_xact_id()::text::bigint and j.book_id = a.book_id and j.dated_on = a.dated_on and j.month = a.month and j.kind = a.kind
      -- Keeps it a question of its own for each line.
      offset 0)) then
    raise exception 'lines are added to a journal only with the journal itself' using constraint = 'postings_with_journal', errcode = '23514';
  end if;
  return null;
end $$;
