import { scopeLo } from '#platform/values/scope-code.ts'
import type { Caller } from '../caller.ts'
import type { Recipe, Spot } from './spot.ts'

/** An outside auditor sees only books that were opened to the account; here none were. */
const unlessAuditor = (caller: Caller): string => (caller.role === 'outside-auditor' ? 'false' : 'true')
const of = (table: string, arrange: Recipe['arrange']): Recipe => ({ table, seenBy: unlessAuditor, arrange })

/** Lines of a bank that wait and one that was matched, the entry they belong to, and a day of the cash book that was counted. */
export const ledgerBankRecipes: Record<string, Recipe> = {
  bankline: of('ledger.bank_lines', (spot) => addLine(spot, null)),
  bankfile: of('ledger.bank_statements', async (spot) => make(spot,
    'select statement_id as id from ledger.bank_lines where city_id = $1 and id = $3 and $2::bigint is not null', [await addLine(spot, null)])),
  bankjournal: of('ledger.journals', findJournal),
  bankmatch: of('ledger.bank_matches', addMatch),
  cashaccount: of('ledger.accounts', (spot) => findCash(spot)),
  countedaccount: of('ledger.accounts', countCash),
}

async function make(spot: Spot, text: string, more: readonly unknown[] = []): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(text, [spot.cityId, scopeLo(spot.unit.code), ...more])
  return rows[0]?.id ?? ''
}

async function addLine(spot: Spot, match: string | null): Promise<string> {
  const [book, account] = [await spot.need('book'), await spot.need('bankaccount')]
  return make(spot, `with file as (insert into ledger.bank_statements (city_id, id, scope_code, book_id, account_id, file_hash, file_name, line_count, from_on,
      until_on, imported_name, imported_at) values ($1, gen_random_uuid(), $2, $3, $4, $5, '流水.csv', 1, '2026-03-02', '2026-03-02', '试验', now()) returning id)
    insert into ledger.bank_lines (city_id, id, scope_code, book_id, account_id, statement_id, seq, booked_on, amount_fen, counterparty, reference,
      summary, match_id)
    select $1, gen_random_uuid(), $2, $3, $4, file.id, 1, '2026-03-02', 1000000, $6, '', '转账', $7 from file returning id`,
  [book, account, Buffer.from(`file ${spot.serial()}`), `${spot.mark}捐赠人`, match])
}

/** The gift that filled the fund: it stands on the bank account. */
async function findJournal(spot: Spot): Promise<string> {
  return make(spot, 'select journal_id as id from ledger.postings where city_id = $1 and scope_code = $2 and fund_id = $3 limit 1', [await spot.need('fund')])
}

async function addMatch(spot: Spot): Promise<string> {
  const id = await make(spot, `insert into ledger.bank_matches (city_id, id, scope_code, book_id, account_id, is_by_rule, matched_name, matched_at)
    values ($1, gen_random_uuid(), $2, $3, $4, true, '试验', now()) returning id`, [await spot.need('book'), await spot.need('bankaccount')])
  await addLine(spot, id)
  return id
}

const findCash = async (spot: Spot): Promise<string> =>
  make(spot, `select id from ledger.accounts where city_id = $1 and scope_code = $2 and book_id = $3 and code = '1001'`, [await spot.need('book')])

async function countCash(spot: Spot): Promise<string> {
  const [book, account] = [await spot.need('book'), await findCash(spot)]
  await make(spot, `insert into ledger.cash_days (city_id, account_id, counted_on, scope_code, book_id, book_fen, counted_fen, counted_name)
    values ($1, $4, '2026-03-05', $2, $3, 0, 0, '试验')`, [book, account])
  return account
}
