-- Following a gift walks indexes only: what it reads grows with the gift, not with the fund. One plan for all gifts, joined row by row.
create function access.list_fresh_movements(p_city int, p_fund uuid, p_epoch int, p_tx bigint, p_position bigint, p_to_epoch int, p_to_tx bigint,
  p_to_position bigint)
returns table (origin_id uuid, dated_on date, source text, source_id uuid, is_cost boolean, amount_fen float8, cost_class text, project_label text,
  is_of_old boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off
  set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return query
    with fresh as materialized (
      select p.journal_id, p.fund_id, p.account_id, p.amount_fen, p.cost_class, p.project_label from ledger.postings p
       where p.city_id = p_city and (p.epoch, p.tx, p.position) > (p_epoch, p_tx, p_position) and (p.epoch, p.tx, p.position) <= (p_to_epoch, p_to_tx, p_to_position)
         and p.kind in ('ordinary', 'opening')),
    changed as (
      select o.id, o.dated_on, o.source, o.source_id, a.kind = 'cost' as is_cost, sum(p.amount_fen)::float8 as amount_fen, max(p.cost_class) as cost_class,
          max(p.project_label) as project_label
        from fresh p
        join ledger.journals j on j.city_id = p_city and j.id = p.journal_id
        join ledger.journals o on o.city_id = p_city and o.id = coalesce(j.reverses_id, j.id)
        join ledger.accounts a on a.city_id = p_city and a.id = p.account_id
       where p.fund_id = p_fund and a.kind in ('net-asset', 'income', 'cost')
       group by o.id, o.dated_on, o.source, o.source_id, a.kind = 'cost' having sum(p.amount_fen) <> 0)
    select c.id, c.dated_on, c.source, c.source_id, c.is_cost, c.amount_fen, c.cost_class, c.project_label,
        exists (select 1 from ledger.postings q where q.city_id = p_city and q.journal_id = c.id and q.seq = 1
          and (q.epoch, q.tx, q.position) <= (p_epoch, p_tx, p_position))
        or (c.source = 'charity.gift' and exists (
          select 1 from ledger.journals k join ledger.postings r on r.city_id = k.city_id and r.journal_id = k.id
           where k.city_id = p_city and k.source_id = c.source_id and r.fund_id = p_fund and (r.epoch, r.tx, r.position) <= (p_epoch, p_tx, p_position)))
      from changed c;
end $$;
comment on function access.list_fresh_movements is 'What changed a fund between two places of the log, and whether it belongs to something before the first of them.';

create or replace function access.read_laid_trails(p_city int, p_gift uuid) returns table (fund_id uuid, fund_name text, laid jsonb, parts jsonb, tail jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off
  set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off set enable_sort = off as $$
declare
  v_epoch int; v_tx bigint; v_position bigint; v_is_fresh boolean;
begin
  select w.epoch, w.tx, w.position into v_epoch, v_tx, v_position from audit.watermarks w where w.city_id = p_city and w.reader = 'charity-trails';
  v_is_fresh := exists (select 1 from ledger.postings p where p.city_id = p_city and (p.epoch, p.tx, p.position) > (v_epoch, v_tx, v_position));
  return query
    with of_gift as (
      select distinct f.id, f.name from ledger.journals j
        join ledger.postings p on p.city_id = j.city_id and p.journal_id = j.id
        join ledger.funds f on f.city_id = p.city_id and f.id = p.fund_id
       where j.city_id = p_city and j.source_id = p_gift and j.source in ('charity.gift', 'charity.goods')),
    own as materialized (select i.* from charity.laid_parts i where i.city_id = p_city and i.gift_id = p_gift and not i.is_spending)
    select g.id, g.name,
      (select jsonb_build_object('incomeFen', l.income_fen, 'spentFen', l.spent_fen, 'lastOn', l.last_on, 'lastId', l.last_id)
         from charity.laid_funds l where l.city_id = p_city and l.fund_id = g.id),
      (select coalesce(jsonb_agg(jsonb_build_object('isSpending', o.is_spending, 'key', o.key, 'giftId', o.gift_id, 'datedOn', o.dated_on,
          'fromFen', o.from_fen, 'amountFen', o.amount_fen, 'costClass', o.cost_class, 'projectLabel', o.project_label)), '[]')
         from (
           select i.is_spending, i.key, i.gift_id, i.dated_on, i.from_fen, i.amount_fen, i.cost_class, i.project_label from own i where i.fund_id = g.id
           union all
           -- The spending that began last before the gift does, and whatever begins within the gift; offset 0 keeps both bounds in the walk of the index.
           select s.is_spending, s.key, s.gift_id, s.dated_on, s.from_fen, s.amount_fen, s.cost_class, s.project_label
             from own i
             left join lateral (select b.from_fen from charity.laid_parts b where b.city_id = p_city and b.fund_id = g.id and b.is_spending
               and b.from_fen <= i.from_fen order by b.from_fen desc limit 1) before on true
             join lateral (select l.* from charity.laid_parts l where l.city_id = p_city and l.fund_id = g.id and l.is_spending
               and l.from_fen >= coalesce(before.from_fen, 0) and l.from_fen < i.from_fen + i.amount_fen order by l.from_fen offset 0) s on true
            where i.fund_id = g.id and s.from_fen + s.amount_fen > i.from_fen) o),
      case when v_is_fresh then (select coalesce(jsonb_agg(jsonb_build_object('originId', t.origin_id, 'datedOn', t.dated_on, 'source', t.source,
          'sourceId', t.source_id, 'isCost', t.is_cost, 'amountFen', t.amount_fen, 'costClass', t.cost_class, 'projectLabel', t.project_label,
          'isOfOld', t.is_of_old)), '[]')
         from access.list_fresh_movements(p_city, g.id, v_epoch, v_tx, v_position, 2147483647, 9223372036854775807, 9223372036854775807) t)
        else '[]'::jsonb end
      from of_gift g order by g.name, g.id;
end $$;

create function access.list_cells_of_months(p_city int, p_fund uuid, p_months int[])
returns table (month int, is_withheld boolean, place text, is_merged boolean, children int, households int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.month, c.is_withheld, g.place, g.is_merged, g.child_count, g.household_count
    from charity.published_cells c
    left join charity.published_groups g on g.city_id = c.city_id and g.fund_id = c.fund_id and g.month = c.month
   where c.city_id = p_city and c.fund_id = p_fund and c.month = any (p_months) order by c.month, g.seq
$$;
comment on function access.list_cells_of_months is 'How many a fund reached in some months, as it was published once.';

revoke execute on function access.list_fresh_movements(int, uuid, int, bigint, bigint, int, bigint, bigint), access.list_cells_of_months(int, uuid, int[])
  from public;
grant execute on function access.list_fresh_movements(int, uuid, int, bigint, bigint, int, bigint, bigint) to xinhuo_worker;
grant execute on function access.list_cells_of_months(int, uuid, int[]) to xinhuo_app, xinhuo_worker;
