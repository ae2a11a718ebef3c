set local citus.multi_shard_modify_mode = 'sequential';

-- What is asked of journals and lines is held by the two triggers that look at each of them anyhow. Keys asked the same once more for each line, and marked
-- the one row of the month as held by whoever posted, which is one row for everybody; a CHECK is read from its text anew by each statement that writes
-- (decision 0023).
alter table ledger.postings drop constraint postings_journal_fkey, drop constraint postings_side_check, drop constraint postings_amount_check,
  drop constraint postings_restriction_check, drop constraint postings_cost_class_check, drop constraint postings_project_check;
alter table ledger.journals drop constraint journals_period_fkey, drop constraint journals_kind_check, drop constraint journals_line_count_check,
  drop constraint journals_month_check;

create or replace function ledger.hold_closed() returns trigger language plpgsql as $$
declare v_line record;
begin
  -- One question in the usual case; which rule it was is asked only where one is broken.
  if not exists (select 1 from added a where a.amount_fen = 0 or a.side not in ('debit', 'credit') or a.restriction not in ('none', 'time', 'purpose')
      or a.cost_class not in ('charity', 'administration', 'fundraising', 'other') or (a.project_id is null) <> (a.project_label is null)
      or not exists (select 1 from ledger.journals j join ledger.periods m on m.city_id = j.city_id and m.book_id = j.book_id and m.month = j.month
        where j.city_id = a.city_id and j.id = a.journal_id and j.tx = pg_current_xact_id()::text::bigint and j.book_id = a.book_id
          and j.dated_on = a.dated_on and j.month = a.month and j.kind = a.kind and j.line_count >= 2
          and j.kind in ('ordinary', 'opening', 'release', 'carry-over', 'conversion')
          and j.month = extract(year from j.dated_on) * 100 + extract(month from j.dated_on)
        -- Keeps it a question of its own for each line: left to the planner, a load of a million lines was compared with all journals of the month.
        offset 0)) then
    return null;
  end if;
  for v_line in select a.*, j.id as own_id, j.kind as own_kind, j.line_count, m.month as own_month from added a
      left join ledger.journals j on j.city_id = a.city_id and j.id = a.journal_id and j.tx = pg_current_xact_id()::text::bigint and j.book_id = a.book_id
        and j.dated_on = a.dated_on and j.month = a.month and j.kind = a.kind
      left join ledger.periods m on m.city_id = a.city_id and m.book_id = a.book_id and m.month = a.month loop
    if v_line.own_id is null then
      raise exception 'lines are added to a journal only with the journal itself' using constraint = 'postings_with_journal', errcode = '23514';
    elsif v_line.own_month is null or v_line.month <> extract(year from v_line.dated_on) * 100 + extract(month from v_line.dated_on) then
      raise exception 'journal % is dated in a month that its books do not have', v_line.own_id using constraint = 'journals_month_held', errcode = '23514';
    elsif v_line.own_kind not in ('ordinary', 'opening', 'release', 'carry-over', 'conversion') then
      raise exception 'journal % is of no known kind', v_line.own_id using constraint = 'journals_kind_held', errcode = '23514';
    elsif v_line.line_count < 2 then
      raise exception 'journal % has fewer than two lines', v_line.own_id using constraint = 'journals_lines_held', errcode = '23514';
    elsif v_line.amount_fen = 0 then
      raise exception 'a line of journal % moves nothing', v_line.own_id using constraint = 'postings_amount_held', errcode = '23514';
    elsif v_line.side not in ('debit', 'credit') or v_line.restriction not in ('none', 'time', 'purpose')
        or v_line.cost_class not in ('charity', 'administration', 'fundraising', 'other') or (v_line.project_id is null) <> (v_line.project_label is null) then
      raise exception 'a line of journal % has a side, restriction, class of cost or project that is none', v_line.own_id
        using constraint = 'postings_words_held', errcode = '23514';
    end if;
  end loop;
  return null;
end $$;
comment on function ledger.hold_closed is 'Lines come in the transaction of their journal and agree with it, none is without it; journal and lines are of known kinds, in a month of their books.';
