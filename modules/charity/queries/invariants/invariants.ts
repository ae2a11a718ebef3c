import type { Invariant } from '#platform/jobs/invariants.ts'

const booked = `(select coalesce(-sum(m.amount_fen), 0) from ledger.published_movements m
  where m.city_id = $1 and m.source_id = g.id and m.source in ('charity.gift', 'charity.goods') and not m.is_cost)`
const arrived = `(select coalesce(sum(g.amount_fen), 0) from charity.gifts g where g.city_id = $1 and g.agreement_id = n.agreement_id and g.instalment = n.seq
  and g.status = 'confirmed')`

/** What holds of donors, gifts, goods, agreements, cells and laid trails. */
export const invariants: readonly Invariant[] = [
  {
    name: 'gift-agrees-with-books', sentence: '已到账的资金和物资捐赠与账上的捐赠收入一致，退赠的账上为零',
    sql: `select g.id::text as id from charity.gifts g where g.city_id = $1 and g.form <> 'service'
      and ${booked} <> case when g.status = 'confirmed' then g.amount_fen else 0 end`,
  },
  {
    name: 'service-not-in-books', sentence: '服务捐赠和没有到账的捐赠没有分录',
    sql: `select g.id::text as id from charity.gifts g where g.city_id = $1 and g.journal_id is not null and (g.form = 'service' or g.received_on is null)`,
  },
  {
    name: 'gift-confirmed-by-another', sentence: '确认到账的不是登记的人',
    sql: `select g.id::text as id from charity.gifts g where g.city_id = $1 and g.confirmed_by is not null and g.confirmed_by = g.made_by`,
  },
  {
    name: 'gift-change-on-record', sentence: '每笔到账和退赠都有一条入账记录',
    sql: `select g.id::text as id from charity.gifts g where g.city_id = $1 and g.status in ('confirmed', 'refunded') and g.made_by is not null and (
      select count(*) from charity.gift_changes c where c.city_id = $1 and c.gift_id = g.id and c.change in ('confirmed', 'refunded'))
        <> case when g.status = 'refunded' then 2 else 1 end`,
  },
  {
    name: 'receipt-after-arrival', sentence: '捐赠票据不早于到账',
    sql: `select g.id::text as id from charity.gifts g where g.city_id = $1 and g.receipt_on < g.received_on`,
  },
  {
    name: 'stock-foots', sentence: '物资库存等于入库减发放，数量和价值都相符',
    sql: `select s.id::text as id from charity.batches s join charity.gifts g on g.city_id = s.city_id and g.id = s.gift_id
      left join lateral (select coalesce(sum(h.quantity), 0) as quantity, coalesce(sum(h.value_fen), 0) as fen from charity.hand_outs h
        where h.city_id = $1 and h.batch_id = s.id) h on true
      where s.city_id = $1 and g.status = 'confirmed' and (s.left_quantity <> s.quantity - h.quantity or s.left_fen <> s.value_fen - h.fen
        or s.value_fen <> g.amount_fen)`,
  },
  {
    name: 'refunded-stock-is-empty', sentence: '退赠的物资没有库存，也没有发放过',
    sql: `select s.id::text as id from charity.batches s join charity.gifts g on g.city_id = s.city_id and g.id = s.gift_id
      where s.city_id = $1 and g.status = 'refunded' and (s.left_quantity <> 0 or exists (
        select 1 from charity.hand_outs h where h.city_id = $1 and h.batch_id = s.id))`,
  },
  {
    name: 'hand-out-agrees-with-books', sentence: '每次发放的价值与账上的支出一致',
    sql: `select h.id::text as id from charity.hand_outs h where h.city_id = $1 and h.value_fen <> (select coalesce(sum(m.amount_fen), 0)
      from ledger.published_movements m where m.city_id = $1 and m.source = 'charity.hand-out' and m.source_id = h.id and m.is_cost)`,
  },
  {
    name: 'instalments-foot', sentence: '协议总额等于各期之和，期次从1连续',
    sql: `select r.id::text as id from charity.agreements r
      left join lateral (select coalesce(sum(n.amount_fen), 0) as fen, count(*) as count, max(n.seq) as last
        from charity.instalments n where n.city_id = $1 and n.agreement_id = r.id) i on true
      where r.city_id = $1 and (i.fen <> r.total_fen or i.count <> i.last)`,
  },
  {
    name: 'agreement-follows-gifts', sentence: '各期都到账的协议已履行，其他的没有',
    sql: `select r.id::text as id from charity.agreements r where r.city_id = $1 and r.status <> 'ended' and (r.status = 'fulfilled') <> not exists (
      select 1 from charity.instalments n where n.city_id = $1 and n.agreement_id = r.id and n.amount_fen > ${arrived})`,
  },
  {
    name: 'gift-of-own-agreement', sentence: '按协议的捐赠和协议是同一位捐赠人',
    sql: `select g.id::text as id from charity.gifts g join charity.agreements r on r.city_id = g.city_id and r.id = g.agreement_id
      where g.city_id = $1 and g.donor_id <> r.donor_id`,
  },
  {
    name: 'merged-donor-is-empty', sentence: '并入别人的捐赠人名下没有捐赠和协议，也查不到',
    sql: `select d.id::text as id from charity.donors d where d.city_id = $1 and d.merged_into is not null and (
      exists (select 1 from charity.gifts g where g.city_id = $1 and g.donor_id = d.id)
      or exists (select 1 from charity.agreements r where r.city_id = $1 and r.donor_id = d.id)
      or exists (select 1 from charity.donor_terms t where t.city_id = $1 and t.donor_id = d.id))`,
  },
  {
    name: 'cell-counts-its-reaches', sentence: '公布的受益人数等于计入的各次受益之和',
    sql: `select c.fund_id::text || ' ' || c.month as id from charity.published_cells c
      left join lateral (select coalesce(sum(g.child_count), 0) as children, coalesce(sum(g.household_count), 0) as households
        from charity.published_groups g where g.city_id = $1 and g.fund_id = c.fund_id and g.month = c.month) g on true
      left join lateral (select coalesce(sum(r.child_count), 0) as children, coalesce(sum(r.household_count), 0) as households
        from charity.cell_reaches k join charity.reaches r on r.city_id = k.city_id and r.id = k.reach_id
        where k.city_id = $1 and k.fund_id = c.fund_id and k.month = c.month) r on true
      where c.city_id = $1 and (g.children <> r.children or g.households <> r.households or (c.is_withheld and g.children + g.households > 0))`,
  },
  {
    name: 'reach-in-cell-of-its-fund', sentence: '受益计入同一资金的本月或以后的月份',
    sql: `select k.reach_id::text as id from charity.cell_reaches k left join charity.reaches r on r.city_id = k.city_id and r.id = k.reach_id
      where k.city_id = $1 and (r.id is null or r.fund_id <> k.fund_id or r.month > k.month)`,
  },
  {
    name: 'charge-became-its-gift', sentence: '已入账的在线支付与一笔微信到账的捐赠一致，一笔捐赠只付一次',
    sql: `select c.id::text as id from charity.charges c join charity.gifts g on g.city_id = c.city_id and g.id = c.gift_id
      where c.city_id = $1 and c.status = 'booked' and (g.received_on is null or g.channel is distinct from 'wechat'
        or g.bank_reference is distinct from c.transaction_number or exists (
          select 1 from charity.charges o where o.city_id = $1 and o.gift_id = c.gift_id and o.id <> c.id and o.status in ('paid', 'booked')))`,
  },
  {
    name: 'refund-within-payment', sentence: '原路退回的不超过在线支付的金额，也不超过账上退赠的金额',
    sql: `select c.id::text as id from charity.charges c
      join lateral (select sum(r.amount_fen) as fen from charity.refunds r where r.city_id = $1 and r.charge_id = c.id and r.status <> 'failed') b on true
      where c.city_id = $1 and b.fen is not null and (c.status <> 'booked' or b.fen > c.amount_fen or b.fen > (select coalesce(sum(k.amount_fen), 0)
        from charity.gift_changes k where k.city_id = $1 and k.gift_id = c.gift_id and k.change in ('reduced', 'refunded')))`,
  },
  {
    name: 'laid-parts-foot', sentence: '铺排的各段首尾相接，合计与资金一致',
    sql: `select l.fund_id::text as id from charity.laid_funds l where l.city_id = $1 and (
      l.income_fen <> (select coalesce(sum(p.amount_fen), 0) from charity.laid_parts p where p.city_id = $1 and p.fund_id = l.fund_id and not p.is_spending)
      or l.spent_fen <> (select coalesce(sum(p.amount_fen), 0) from charity.laid_parts p where p.city_id = $1 and p.fund_id = l.fund_id and p.is_spending)
      or exists (select 1 from (select p.from_fen, coalesce(sum(p.amount_fen) over (partition by p.is_spending order by p.seq
          rows between unbounded preceding and 1 preceding), 0) as expected from charity.laid_parts p where p.city_id = $1 and p.fund_id = l.fund_id) w
        where w.from_fen <> w.expected))`,
  },
  {
    name: 'bill-fee-in-books', sentence: '每份对账单的手续费与账上的筹资费用一致，冲销的账上为零',
    sql: `select b.id::text as id from charity.channel_bills b where b.city_id = $1 and (
      select coalesce(sum(m.amount_fen), 0) from ledger.published_movements m where m.city_id = $1 and m.source = 'charity.channel-fee'
        and m.source_id = b.id and m.is_cost) not in (case when b.withdrawn_at is null then b.fee_fen else 0 end, 0)`,
  },
  {
    name: 'withdrawn-bill-waits-for-nobody', sentence: '已撤回的对账单没有待查或处理过的差异',
    sql: `select distinct b.id::text as id from charity.channel_bills b join charity.bill_differences d on d.city_id = b.city_id and d.bill_id = b.id
      where b.city_id = $1 and (b.withdrawn_at is not null) <> (d.status = 'withdrawn')`,
  },
  {
    name: 'bill-foots', sentence: '每份对账单的合计等于各行之和',
    sql: `select b.id::text as id from charity.channel_bills b
      left join lateral (select coalesce(sum(l.amount_fen) filter (where l.kind = 'payment'), 0) as paid,
        coalesce(sum(l.amount_fen) filter (where l.kind = 'refund'), 0) as returned, count(*) as count
        from charity.bill_lines l where l.city_id = $1 and l.bill_id = b.id) s on true
      where b.city_id = $1 and (s.paid <> b.payment_fen or s.returned <> b.refund_fen or s.count <> b.payment_count + b.refund_count)`,
  },
  {
    name: 'campaign-by-recorded-leave', sentence: '已备案的公开募捐所凭的资格都登记过（本单位的或方案里合作方的），并且覆盖募捐全程',
    sql: `select c.id::text as id from charity.campaigns c where c.city_id = $1 and c.status in ('filed', 'reported') and c.qualification_number is not null
      and not exists (select from charity.qualifications q where q.city_id = $1 and q.book_id = c.book_id and q.number = c.qualification_number
        and q.granted_on <= c.starts_on and (q.valid_until is null or q.valid_until >= c.ends_on))
      and not exists (select from charity.campaign_partners p where p.city_id = $1 and p.campaign_id = c.id
        and p.qualification_number = c.qualification_number and p.qualification_granted_on <= c.starts_on
        and (p.qualification_valid_until is null or p.qualification_valid_until >= c.ends_on))`,
  },
]
