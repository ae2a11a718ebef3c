import type { Invariant } from '#platform/jobs/invariants.ts'

/** What must be true of awards, batches and projects at any moment. */
export const invariants: readonly Invariant[] = [
  {
    name: 'award-paid-in-approved-batch', sentence: '付出的资助都在批准过的批次里，批次的这一行写着已付',
    sql: `select a.id::text as id from projects.awards a where a.city_id = $1 and a.status in ('paid', 'received') and not exists (
      select 1 from projects.batches b join projects.batch_rows x on x.city_id = b.city_id and x.batch_id = b.id
       where b.city_id = $1 and b.id = a.batch_id and b.status in ('approved', 'settled') and x.award_id = a.id and x.outcome = 'paid'
         and x.amount_fen = a.amount_fen and x.journal_id = a.journal_id)`,
  },
  {
    name: 'award-paid-once', sentence: '没有一笔资助付过两次',
    sql: `select x.award_id::text as id from projects.batch_rows x where x.city_id = $1 and x.outcome = 'paid' group by x.award_id having count(*) > 1`,
  },
  {
    name: 'batch-approved-by-two', sentence: '批准的批次有两个人的批准，都不是编制人，也不是名单里的申请人',
    sql: `select b.id::text as id from projects.batches b where b.city_id = $1 and b.status in ('approved', 'settled') and (
      (select count(distinct v.approved_by) from projects.batch_approvals v where v.city_id = $1 and v.batch_id = b.id and v.round = b.round
        and v.list_hash = b.list_hash) < 2
      or exists (select 1 from projects.batch_approvals v where v.city_id = $1 and v.batch_id = b.id and v.round = b.round and (v.approved_by = b.made_by
        or exists (select 1 from projects.batch_rows x join projects.awards a on a.city_id = x.city_id and a.id = x.award_id
          where x.city_id = $1 and x.batch_id = b.id and a.applied_by = v.approved_by))))`,
  },
  {
    name: 'batch-foots', sentence: '批次的笔数和合计等于各行相加',
    sql: `select b.id::text as id from projects.batches b left join lateral (select count(*) as rows_count, coalesce(sum(x.amount_fen), 0) as total_fen
        from projects.batch_rows x where x.city_id = $1 and x.batch_id = b.id) s on true
      where b.city_id = $1 and b.status <> 'discarded' and (b.rows_count <> s.rows_count or b.total_fen <> s.total_fen)`,
  },
  {
    name: 'batch-settled-is-answered', sentence: '办结的批次每一行都有结果，没有办结的批准批次还有行没有结果',
    sql: `select b.id::text as id from projects.batches b where b.city_id = $1 and b.status in ('approved', 'settled') and (b.status = 'settled') =
      exists (select 1 from projects.batch_rows x where x.city_id = $1 and x.batch_id = b.id and x.outcome is null)`,
  },
  {
    name: 'outcome-only-in-approved-batch', sentence: '只有批准过的批次有付款结果',
    sql: `select b.id::text as id from projects.batches b where b.city_id = $1 and b.status not in ('approved', 'settled') and
      exists (select 1 from projects.batch_rows x where x.city_id = $1 and x.batch_id = b.id and x.outcome is not null)`,
  },
  {
    name: 'award-stands-in-one-list', sentence: '列入批次的资助只在一个没有办完的名单里',
    sql: `select a.id::text as id from projects.awards a where a.city_id = $1 and a.status in ('listed', 'approved') and (
      select count(*) from projects.batches b join projects.batch_rows x on x.city_id = b.city_id and x.batch_id = b.id
       where b.city_id = $1 and x.award_id = a.id and x.outcome is null and b.status in ('draft', 'submitted', 'approved')) <> 1`,
  },
  {
    name: 'batch-shown-before-approval', sentence: '公示期满、没有未答复或成立的异议才批准',
    sql: `select b.id::text as id from projects.batches b where b.city_id = $1 and b.status in ('approved', 'settled') and (
      exists (select 1 from projects.public_lists l where l.city_id = $1 and l.batch_id = b.id and l.ends_on >= b.approved_on)
      or exists (select 1 from projects.objections o where o.city_id = $1 and o.batch_id = b.id and o.round = b.round
        and o.outcome is distinct from 'rejected'))`,
  },
  {
    name: 'public-list-of-frozen-batch', sentence: '公示的都是冻结的名单，而且是最后一次提交的',
    sql: `select l.id::text as id from projects.public_lists l join projects.batches b on b.city_id = l.city_id and b.id = l.batch_id
      where l.city_id = $1 and (b.status in ('draft', 'discarded') or b.round <> l.round)`,
  },
  {
    name: 'public-list-tells-nobody', sentence: '公示名单里没有少于五人的数',
    sql: `select l.id::text as id from projects.public_lists l, jsonb_array_elements(l.groups) g where l.city_id = $1
      and ((g ->> 'atLeast')::int < 5 or (g ->> 'atLeast')::int % 5 <> 0)`,
  },
  {
    name: 'payment-agrees-with-journal', sentence: '每笔付款有它的分录：资金、金额、项目都一致',
    sql: `select x.award_id::text as id from projects.batch_rows x join projects.batches b on b.city_id = x.city_id and b.id = x.batch_id
      where x.city_id = $1 and x.outcome = 'paid' and (select sum(m.amount_fen) from ledger.published_movements m
        where m.city_id = $1 and m.origin_id = x.journal_id and m.fund_id = b.fund_id and m.is_cost
          and m.project_id is not distinct from b.budget_line_id) is distinct from x.amount_fen`,
  },
  {
    name: 'returned-agrees-with-journal', sentence: '退汇的付款在账上冲回为零',
    sql: `select x.award_id::text as id from projects.batch_rows x where x.city_id = $1 and x.outcome = 'returned' and coalesce((
      select sum(m.amount_fen) from ledger.published_movements m where m.city_id = $1 and m.origin_id = x.journal_id and m.is_cost), 0) <> 0`,
  },
  {
    name: 'award-journal-has-row', sentence: '账上的每笔资助支出都有批次里的一行',
    sql: `select m.origin_id::text as id from ledger.published_movements m where m.city_id = $1 and m.source = 'projects.award' and not exists (
      select 1 from projects.batch_rows x where x.city_id = $1 and x.journal_id = m.origin_id)`,
  },
  {
    name: 'budget-foots', sentence: '项目预算等于预算各行相加',
    sql: `select p.id::text as id from projects.projects p where p.city_id = $1 and p.budget_fen <> (
      select coalesce(sum(l.amount_fen), 0) from projects.budget_lines l where l.city_id = $1 and l.project_id = p.id)`,
  },
  {
    name: 'sources-bear-budget', sentence: '提交过的项目，资金来源合计等于预算',
    sql: `select p.id::text as id from projects.projects p where p.city_id = $1 and p.status in ('submitted', 'running', 'accepted', 'closed')
      and p.budget_fen <> (select coalesce(sum(s.amount_fen), 0) from projects.project_sources s where s.city_id = $1 and s.project_id = p.id)`,
  },
  {
    name: 'project-approved-by-another', sentence: '项目不由提出人批准，批准人没有声明利益关系',
    sql: `select p.id::text as id from projects.projects p where p.city_id = $1 and p.approved_by is not null and (p.approved_by = p.proposed_by
      or exists (select 1 from projects.project_reviews r where r.city_id = $1 and r.project_id = p.id and r.round = p.round
        and r.reviewed_by = p.approved_by and r.has_conflict))`,
  },
  {
    name: 'closed-project-holds-nothing', sentence: '结项的项目没有预留的钱',
    sql: `select p.id::text as id from projects.projects p join projects.project_sources s on s.city_id = p.city_id and s.project_id = p.id
      where p.city_id = $1 and p.status = 'closed' and s.commitment_id is not null`,
  },
  {
    name: 'reservation-of-running-project', sentence: '项目记着的预留在账上真有，并且够预算的余下部分',
    sql: `select p.id::text as id from projects.projects p join projects.project_sources s on s.city_id = p.city_id and s.project_id = p.id
      left join ledger.published_reservations c on c.city_id = s.city_id and c.id = s.commitment_id
      where p.city_id = $1 and s.commitment_id is not null and (c.id is null or c.fund_id <> s.fund_id or c.left_fen > s.amount_fen + s.carried_fen)`,
  },
  {
    name: 'open-project-runs', sentence: '供登记受益人的项目都在实施中',
    sql: `select o.project_id::text as id from projects.open_projects o join projects.projects p on p.city_id = o.city_id and p.id = o.project_id
      where o.city_id = $1 and p.status <> 'running'`,
  },
  {
    name: 'beneficiary-of-approved-project', sentence: '受益人都属于批准过的项目',
    sql: `select b.id::text as id from projects.beneficiaries b join projects.projects p on p.city_id = b.city_id and p.id = b.project_id
      where b.city_id = $1 and p.status not in ('running', 'accepted', 'closed')`,
  },
]
