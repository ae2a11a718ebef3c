import { scopeLo } from '#platform/values/scope-code.ts'
import type { Caller } from '../caller.ts'
import type { Recipe, Spot } from './spot.ts'

/** An outside auditor sees only books that were opened to the account; here none were. */
const unlessAuditor = (caller: Caller): string => (caller.role === 'outside-auditor' ? 'false' : 'true')
const of = (table: string, arrange: Recipe['arrange']): Recipe => ({ table, seenBy: unlessAuditor, arrange })

/**
 * Books, vouchers in every state, funds with money in them. The owner brings them there: by requests of three people each it would be ten times as many,
 * at every place. Nobody in particular made, reviewed or posted them, so that everybody may take the next step.
 */
export const ledgerRecipes: Record<string, Recipe> = {
  book: of('ledger.books', (spot) => openBooks(spot)),
  quietbook: of('ledger.books', (spot) => openBooks(spot)),
  loosebook: of('ledger.books', postLoose),
  closedbook: of('ledger.books', closeBooks),
  groupaccount: of('ledger.accounts', (spot) => findOne(spot, 'accounts', `code = '1301'`)),
  ledgeraccount: of('ledger.accounts', (spot) => findOne(spot, 'accounts', `code = '1402'`)),
  bankaccount: of('ledger.accounts', (spot) => findOne(spot, 'accounts', `code = '1002'`)),
  chart: of('ledger.charts', (spot) => findOne(spot, 'charts', 'true')),
  turningbook: of('ledger.books', (spot) => openBooks(spot)),
  nextchart: of('ledger.charts', async (spot) => addNextChart(spot, await spot.need('turningbook'))),
  nextaccount: of('ledger.accounts', (spot) => addNextAccount(spot)),
  turningaccount: of('ledger.accounts', async (spot) => findOne(spot, 'accounts', `code = '1002'`, await spot.need('turningbook'))),
  archive: of('ledger.archives', async (spot) => addArchive(spot, await spot.need('closedbook'))),
  startingbook: of('ledger.books', (spot) => openBooks(spot)),
  startingchart: of('ledger.charts', async (spot) => addNextChart(spot, await spot.need('startingbook'))),
  projectname: of('ledger.project_names', (spot) => nameProject(spot)),
  closingvoucher: of('ledger.vouchers', (spot) => makeByRule(spot)),
  emptyfund: of('ledger.funds', (spot) => addFund(spot, 0)),
  restrictedfund: of('ledger.funds', (spot) => addFund(spot, 0)),
  fund: of('ledger.funds', (spot) => addFund(spot, 1)),
  commitment: of('ledger.commitments', (spot) => reserve(spot)),
  openvoucher: of('ledger.vouchers', (spot) => makeVoucher(spot, 'draft')),
  voucher: of('ledger.vouchers', (spot) => makeVoucher(spot, 'draft')),
  submittedvoucher: of('ledger.vouchers', (spot) => makeVoucher(spot, 'submitted')),
  reviewedvoucher: of('ledger.vouchers', (spot) => makeVoucher(spot, 'reviewed')),
  postedvoucher: of('ledger.vouchers', postVoucher),
  voucherpaper: of('ledger.attachments', attachPaper),
  auditoraccount: { table: 'accounts.accounts', arrange: makeAuditor },
  auditorgrant: of('ledger.auditors', openToAuditor),
}

/** Runs a statement whose last row tells the id; `$1` is the city, `$2` the scope code. */
async function make(spot: Spot, text: string, more: readonly unknown[] = []): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(text, [spot.cityId, scopeLo(spot.unit.code), ...more])
  return rows[0]?.id ?? ''
}

async function openBooks(spot: Spot): Promise<string> {
  const id = await make(spot, `insert into ledger.books (city_id, id, scope_code, unit_id, name, holder_kind, starts_month, created_at)
    values ($1, gen_random_uuid(), $2, $3, $4, 'committee', 202603, now()) returning id`, [spot.unit.id, `${spot.mark}账套${spot.serial()}`])
  await make(spot, `with chart as (insert into ledger.charts (city_id, id, scope_code, book_id, name, valid_from, source, status, created_at)
      values ($1, gen_random_uuid(), $2, $3, '2004', '2026-03-01', 'standard:2004', 'valid', now()) returning id),
    month as (insert into ledger.periods (city_id, book_id, month, scope_code, status) values ($1, $3, 202603, $2, 'open'))
    insert into ledger.accounts (city_id, id, scope_code, book_id, chart_id, code, name, initials, kind, side, duty, cost_class, created_at)
    select $1, gen_random_uuid(), $2, $3, chart.id, s.code, s.name, '', s.kind, s.side, s.duty, s.cost_class, now() from ledger.standard_accounts s,
      chart`, [id])
  return id
}

/** An archive whose pages were drawn: there were none. */
const addArchive = async (spot: Spot, book: string): Promise<string> =>
  make(spot, `insert into ledger.archives (city_id, id, scope_code, book_id, month, status, made_name, made_at, ready_at)
    values ($1, gen_random_uuid(), $2, $3, 202603, 'ready', '试验', now(), now()) returning id`, [book])

/** A chart without accounts that is to hold from the next year on. */
const addNextChart = async (spot: Spot, book: string): Promise<string> =>
  make(spot, `insert into ledger.charts (city_id, id, scope_code, book_id, name, valid_from, source, status, created_at)
    values ($1, gen_random_uuid(), $2, $3, '新科目表', '2027-01-01', 'workbook:新科目表.xlsx', 'draft', now()) returning id`, [book])

/** A bank account of the chart that is to come. */
const addNextAccount = async (spot: Spot): Promise<string> =>
  make(spot, `insert into ledger.accounts (city_id, id, scope_code, book_id, chart_id, code, name, initials, kind, side, duty, created_at)
    values ($1, gen_random_uuid(), $2, $3, $4, $5, '银行存款', '', 'asset', 'debit', 'bank', now()) returning id`,
  [await spot.need('turningbook'), await spot.need('nextchart'), `1${String(1_000 + spot.serial())}`])

const nameProject = async (spot: Spot): Promise<string> =>
  make(spot, `insert into ledger.project_names (city_id, id, scope_code, book_id, label, is_open) values ($1, gen_random_uuid(), $2, $3, '助学项目', true)
    returning id`, [await spot.need('book')])

/** A voucher a closing posted by rule; nobody looked at it yet. */
const makeByRule = async (spot: Spot): Promise<string> => {
  const id = await spot.need('postedvoucher')
  return make(spot, `insert into ledger.vouchers (city_id, id, scope_code, book_id, month, dated_on, number, kind, status, summary, total_fen, made_name,
      reviewed_name, posted_name, posted_at, created_at, updated_at)
    select city_id, gen_random_uuid(), scope_code, book_id, 202602, '2026-02-28', ${1_000 + spot.serial()}, 'release', 'posted', summary, total_fen, '试验',
      '按规则生成', '按规则生成', now(), now(), now() from ledger.vouchers where city_id = $1 and scope_code = $2 and id = $3 returning id`, [id])
}

const findOne = async (spot: Spot, table: 'accounts' | 'charts', where: string, book?: string): Promise<string> =>
  make(spot, `select id from ledger.${table} where city_id = $1 and scope_code = $2 and book_id = $3 and ${where}`, [book ?? await spot.need('book')])

async function addFund(spot: Spot, fen: number): Promise<string> {
  const [book, code] = [await spot.need('book'), `f${spot.serial()}`]
  const id = await make(spot, `insert into ledger.funds (city_id, id, scope_code, book_id, code, name, restriction, purpose, created_at)
    values ($1, gen_random_uuid(), $2, $3, $4, '助学', 'purpose', '助学', now()) returning id`, [book, code])
  await make(spot, 'insert into ledger.fund_balances (city_id, fund_id, scope_code, book_id) values ($1, $4, $2, $3)', [book, id])
  if (fen > 0) await postGift(spot, { book, fund: id })
  return id
}

/** A gift of 10,000 yuan, as another module would have posted it. */
async function postGift(spot: Spot, { book, fund }: { book: string; fund: string | null }): Promise<string> {
  const [bank, income] = [await findOne(spot, 'accounts', `code = '1002'`, book), await findOne(spot, 'accounts', `code = '4101'`, book)]
  const journal = await make(spot, `with made as (insert into ledger.journals (city_id, id, scope_code, book_id, month, dated_on, kind, memo, idempotency_key,
      request_hash, line_count, source, posted_name, posted_at) values ($1, gen_random_uuid(), $2, $3, 202603, '2026-03-02', 'ordinary', '捐赠', $4, '\\x00', 2,
      'test', '试验', now()) returning id),
    lines as (insert into ledger.postings (city_id, journal_id, seq, scope_code, book_id, month, dated_on, kind, account_id, side, amount_fen, memo, fund_id,
      restriction, epoch) select $1, made.id, l.seq, $2, $3, 202603, '2026-03-02', 'ordinary', l.account, l.side, l.fen, '捐赠', l.fund,
        case when l.fund is null then 'none' else 'purpose' end, 1
        from made, (values (1, $5::uuid, 'debit', 1000000, null::uuid), (2, $6::uuid, 'credit', -1000000, $7::uuid)) l (seq, account, side, fen, fund))
    select id from made`, [book, `gift ${spot.serial()}`, bank, income, fund])
  if (fund !== null) await make(spot, 'update ledger.fund_balances set balance_fen = 1000000 where city_id = $1 and scope_code = $2 and fund_id = $3', [fund])
  return journal
}

async function postLoose(spot: Spot): Promise<string> {
  const book = await openBooks(spot)
  await postGift(spot, { book, fund: null })
  return book
}

async function closeBooks(spot: Spot): Promise<string> {
  const book = await openBooks(spot)
  await make(spot, `update ledger.periods set status = 'closed', closed_name = '试验', closed_at = now() where city_id = $1 and scope_code = $2
    and book_id = $3`, [book])
  return book
}

async function reserve(spot: Spot): Promise<string> {
  const [book, fund] = [await spot.need('book'), await spot.need('fund')]
  await make(spot, 'update ledger.fund_balances set reserved_fen = reserved_fen + 100 where city_id = $1 and scope_code = $2 and fund_id = $3', [fund])
  return make(spot, `insert into ledger.commitments (city_id, id, scope_code, book_id, fund_id, label, amount_fen, reserved_on, created_at)
    values ($1, gen_random_uuid(), $2, $3, $4, '春季助学', 100, '2026-03-05', now()) returning id`, [book, fund])
}

async function makeVoucher(spot: Spot, status: 'draft' | 'submitted' | 'reviewed'): Promise<string> {
  const [book, bank, income] = [await spot.need('book'), await spot.need('bankaccount'), await findOne(spot, 'accounts', `code = '4901'`)]
  return make(spot, `with made as (insert into ledger.vouchers (city_id, id, scope_code, book_id, month, dated_on, kind, status, summary, total_fen, made_name,
      reviewed_name, created_at, updated_at) values ($1, gen_random_uuid(), $2, $3, 202603, '2026-03-06', 'ordinary', $4, '利息', 500, '试验', $5, now(), now())
      returning id),
    lines as (insert into ledger.voucher_lines (city_id, voucher_id, seq, scope_code, memo, account_id, side, amount_fen)
      select $1, made.id, l.seq, $2, '利息', l.account, l.side, l.fen from made,
        (values (1, $6::uuid, 'debit', 500), (2, $7::uuid, 'credit', -500)) l (seq, account, side, fen))
    select id from made`, [book, status, status === 'reviewed' ? '试验' : null, bank, income])
}

async function postVoucher(spot: Spot): Promise<string> {
  const [id, book] = [await makeVoucher(spot, 'reviewed'), await spot.need('book')]
  const journal = await postGift(spot, { book, fund: null })
  await make(spot, 'insert into ledger.voucher_journals (city_id, journal_id, scope_code, voucher_id) values ($1, $3, $2, $4)', [journal, id])
  await make(spot, `with given as (update ledger.periods set last_number = last_number + 1 where city_id = $1 and scope_code = $2
    and book_id = $3 returning last_number)
    update ledger.vouchers v set status = 'posted', number = given.last_number, posted_name = '试验', posted_at = now() from given
     where v.city_id = $1 and v.id = $4`, [book, id])
  return id
}

async function attachPaper(spot: Spot): Promise<string> {
  return make(spot, `insert into ledger.attachments (city_id, id, scope_code, voucher_id, wrapped_key, file_key, media_type, extension, title, attached_at)
    values ($1, gen_random_uuid(), $2, $3, '\\x00', 'none', 'image/png', 'png', '发票', now()) returning id`, [await spot.need('openvoucher')])
}

/** Somebody with the role of an outside auditor at the unit. */
async function makeAuditor(spot: Spot): Promise<string> {
  const id = await make(spot, `insert into accounts.accounts (city_id, id, scope_code, unit_id, sign_in_name, person_name)
    values ($1, gen_random_uuid(), $2, $3, $4, $5) returning id`, [spot.unit.id, `auditor${spot.cityId}${spot.serial()}`, `${spot.mark}审计`])
  await make(spot, `insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on)
    values ($1, gen_random_uuid(), $2, $3, $4, 'outside-auditor', '2020-01-01')`, [id, spot.unit.id])
  return id
}

async function openToAuditor(spot: Spot): Promise<string> {
  return make(spot, `insert into ledger.auditors (city_id, id, scope_code, book_id, account_id, from_on, until_on, reason, granted_at)
    values ($1, gen_random_uuid(), $2, $3, $4, '2026-03-01', '2026-04-30', '年度审计', now()) returning id`,
  [await spot.need('book'), await spot.need('auditoraccount')])
}
