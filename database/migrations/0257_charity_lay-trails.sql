set local citus.multi_shard_modify_mode = 'sequential';

-- The trail of a fund laid end to end and kept, so that following one gift reads the gift and what it paid for, however long the fund is.
create table charity.laid_funds (
  city_id int not null,
  fund_id uuid not null,
  scope_code bigint not null,
  income_fen bigint not null,
  spent_fen bigint not null,
  last_on date not null,
  last_id uuid not null,
  laid_at timestamptz(3) not null,
  constraint laid_funds_pkey primary key (city_id, fund_id)
);
comment on table charity.laid_funds is 'Funds whose trail was laid, up to the watermark of the reader charity-trails; what was posted since is laid behind it when somebody asks.';
comment on column charity.laid_funds.city_id is 'City.';
comment on column charity.laid_funds.fund_id is 'Fund.';
comment on column charity.laid_funds.scope_code is 'Scope code of the books.';
comment on column charity.laid_funds.income_fen is 'Length of all that came in, in fen.';
comment on column charity.laid_funds.spent_fen is 'Length of all that was spent, in fen.';
comment on column charity.laid_funds.last_on is 'Day of the last entry laid.';
comment on column charity.laid_funds.last_id is 'Journal of the last entry laid, among those of the day.';
comment on column charity.laid_funds.laid_at is 'When it was laid last.';
select platform.declare_table('charity.laid_funds', 'scoped', 'select');
grant insert, update, delete on charity.laid_funds to xinhuo_worker;

create table charity.laid_parts (
  city_id int not null,
  fund_id uuid not null,
  is_spending boolean not null,
  seq int not null,
  scope_code bigint not null,
  key text not null,
  gift_id uuid,
  dated_on date not null,
  from_fen bigint not null,
  amount_fen bigint not null constraint laid_parts_amount_check check (amount_fen > 0),
  cost_class text,
  project_label text,
  constraint laid_parts_pkey primary key (city_id, fund_id, is_spending, seq),
  constraint laid_parts_fund_fkey foreign key (city_id, fund_id) references charity.laid_funds (city_id, fund_id)
);
comment on table charity.laid_parts is 'What came into a fund and what was spent, each laid end to end: what lies over what is the allocation.';
comment on column charity.laid_parts.city_id is 'City.';
comment on column charity.laid_parts.fund_id is 'Fund.';
comment on column charity.laid_parts.is_spending is 'Spending, or else income.';
comment on column charity.laid_parts.seq is 'Place, from 1.';
comment on column charity.laid_parts.scope_code is 'Scope code of the books.';
comment on column charity.laid_parts.key is 'Journal or gift it is.';
comment on column charity.laid_parts.gift_id is 'Gift; null for spending and for other income.';
comment on column charity.laid_parts.dated_on is 'Day of its first entry.';
comment on column charity.laid_parts.from_fen is 'Where it begins, in fen from the first.';
comment on column charity.laid_parts.amount_fen is 'How long it is, in fen.';
comment on column charity.laid_parts.cost_class is 'Class of cost; null for income.';
comment on column charity.laid_parts.project_label is 'Project, as a label; null for none.';
create index laid_parts_gift_idx on charity.laid_parts (city_id, gift_id) where gift_id is not null;
create index laid_parts_place_idx on charity.laid_parts (city_id, fund_id, is_spending, from_fen);
select platform.declare_table('charity.laid_parts', 'scoped', 'select');
grant insert, delete on charity.laid_parts to xinhuo_worker;

create function access.read_laid_trails(p_city int, p_gift uuid) returns table (fund_id uuid, fund_name text, laid jsonb, parts jsonb, tail jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_epoch int; v_tx bigint; v_position bigint;
begin
  select w.epoch, w.tx, w.position into v_epoch, v_tx, v_position from audit.watermarks w where w.city_id = p_city and w.reader = 'charity-trails';
  return query
    with of_gift as (
      select distinct f.id, f.name from ledger.journals j
        join ledger.postings p on p.city_id = j.city_id and p.journal_id = j.id
        join ledger.funds f on f.city_id = p.city_id and f.id = p.fund_id
       where j.city_id = p_city and j.source_id = p_gift and j.source in ('charity.gift', 'charity.goods')),
    fresh as materialized (
      select p.journal_id, p.fund_id, p.account_id, p.amount_fen, p.cost_class, p.project_label from ledger.postings p
       where p.city_id = p_city and (p.epoch, p.tx, p.position) > (v_epoch, v_tx, v_position) and p.kind in ('ordinary', 'opening'))
    select g.id, g.name,
      (select jsonb_build_object('incomeFen', l.income_fen, 'spentFen', l.spent_fen, 'lastOn', l.last_on, 'lastId', l.last_id)
         from charity.laid_funds l where l.city_id = p_city and l.fund_id = g.id),
      (select coalesce(jsonb_agg(jsonb_build_object('isSpending', o.is_spending, 'key', o.key, 'giftId', o.gift_id, 'datedOn', o.dated_on,
          'fromFen', o.from_fen, 'amountFen', o.amount_fen, 'costClass', o.cost_class, 'projectLabel', o.project_label)), '[]')
         from charity.laid_parts i join charity.laid_parts o on o.city_id = i.city_id and o.fund_id = i.fund_id
          and ((not o.is_spending and o.seq = i.seq) or (o.is_spending and o.from_fen < i.from_fen + i.amount_fen
            and o.from_fen >= coalesce((select max(b.from_fen) from charity.laid_parts b where b.city_id = i.city_id and b.fund_id = i.fund_id and b.is_spending
              and b.from_fen <= i.from_fen), 0) and o.from_fen + o.amount_fen > i.from_fen))
        where i.city_id = p_city and i.gift_id = p_gift and i.fund_id = g.id and not i.is_spending),
      (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (
        select o.id as "originId", o.dated_on as "datedOn", o.source, o.source_id as "sourceId", a.kind = 'cost' as "isCost", sum(p.amount_fen) as "amountFen",
            max(p.cost_class) as "costClass", max(p.project_label) as "projectLabel",
            bool_or((q.epoch, q.tx, q.position) <= (v_epoch, v_tx, v_position)) or (o.source = 'charity.gift' and exists (
              select 1 from ledger.journals k join ledger.postings r on r.city_id = k.city_id and r.journal_id = k.id
               where k.city_id = p_city and k.source_id = o.source_id and r.fund_id = g.id and (r.epoch, r.tx, r.position) <= (v_epoch, v_tx, v_position)))
              as "isOfOld"
          from fresh p
          join ledger.journals j on j.city_id = p_city and j.id = p.journal_id
          join ledger.journals o on o.city_id = j.city_id and o.id = coalesce(j.reverses_id, j.id)
          join ledger.postings q on q.city_id = o.city_id and q.journal_id = o.id and q.seq = 1
          join ledger.accounts a on a.city_id = p_city and a.id = p.account_id
         where p.fund_id = g.id and a.kind in ('net-asset', 'income', 'cost')
         group by o.id, o.dated_on, o.source, o.source_id, a.kind = 'cost' having sum(p.amount_fen) <> 0) t)
      from of_gift g order by g.name, g.id;
end $$;
comment on function access.read_laid_trails is 'A gift in each fund it ever stood in: as it was laid, the spending that lies over it, and what changed the fund since.';
revoke execute on function access.read_laid_trails(int, uuid) from public;
grant execute on function access.read_laid_trails(int, uuid) to xinhuo_app, xinhuo_worker;

-- What the job that lays trails reads of the log of postings; nobody else may.
create function access.find_settled_posting(p_city int, p_epoch int) returns table (epoch int, tx text, "position" text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.epoch, p.tx::text, p.position::text from ledger.postings p
   where p.city_id = p_city and (p.epoch, p.tx) < (p_epoch, pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
   order by p.epoch desc, p.tx desc, p.position desc limit 1
$$;
comment on function access.find_settled_posting is 'The last posting before which no other can be written any more.';

create function access.list_posted_funds(p_city int, p_after_epoch int, p_after_tx bigint, p_after_position bigint, p_epoch int, p_tx bigint, p_position bigint)
returns table (fund_id uuid, scope_code text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct p.fund_id, p.scope_code::text from ledger.postings p where p.city_id = p_city and p.fund_id is not null
     and (p.epoch, p.tx, p.position) > (p_after_epoch, p_after_tx, p_after_position) and (p.epoch, p.tx, p.position) <= (p_epoch, p_tx, p_position)
$$;
comment on function access.list_posted_funds is 'Funds in which something was posted between two places of the log.';

create function access.list_laid_movements(p_city int, p_fund uuid, p_epoch int, p_tx bigint, p_position bigint)
returns table (origin_id uuid, dated_on date, source text, source_id uuid, is_cost boolean, amount_fen float8, cost_class text, project_label text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.dated_on, o.source, o.source_id, a.kind = 'cost', sum(p.amount_fen)::float8, max(p.cost_class), max(p.project_label)
    from ledger.postings p
    join ledger.journals j on j.city_id = p.city_id and j.id = p.journal_id
    join ledger.journals o on o.city_id = j.city_id and o.id = coalesce(j.reverses_id, j.id)
    join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
   where p.city_id = p_city and p.fund_id = p_fund and (p.epoch, p.tx, p.position) <= (p_epoch, p_tx, p_position)
     and a.kind in ('net-asset', 'income', 'cost') and p.kind in ('ordinary', 'opening')
   group by o.id, o.dated_on, o.source, o.source_id, a.kind = 'cost' having sum(p.amount_fen) <> 0
$$;
comment on function access.list_laid_movements is 'What changed a fund up to a place of the log, each entry with its reversal taken off.';

revoke execute on function access.find_settled_posting(int, int), access.list_posted_funds(int, int, bigint, bigint, int, bigint, bigint),
  access.list_laid_movements(int, uuid, int, bigint, bigint) from public;
grant execute on function access.find_settled_posting(int, int), access.list_posted_funds(int, int, bigint, bigint, int, bigint, bigint),
  access.list_laid_movements(int, uuid, int, bigint, bigint) to xinhuo_worker;
