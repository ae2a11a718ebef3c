import type pg from 'pg'
import { initialsOf } from '#modules/ledger/commands/steps/initials.ts'
import { releaseLines } from '#modules/ledger/rules/closing.ts'
import { columnTotal, restrictionOf, type AccountFacts } from '#modules/ledger/rules/dimensions.ts'
import { firstDayOf, lastDayOf } from '#modules/ledger/rules/months.ts'
import { foundationName } from '../../rules/foundation/gifts.ts'
import type { DemoPlaces } from '../choose-places.ts'
import type { DemoAccount } from '../load-accounts.ts'
import { plannedFunds, plannedMonths, plannedVouchers, type PlannedVoucher } from '../../rules/foundation/books.ts'
import { idOf, type LoadFrame } from '../frame.ts'
import type { FilledTable } from '../table-writer.ts'

type Account = AccountFacts & { id: string; code: string; name: string; side: string }
type Fund = { id: string; code: string; restriction: 'none' | 'purpose' }
type Hand = { id: string; name: string }
type Books = { bookId: string; accounts: ReadonlyMap<string, Account>; funds: ReadonlyMap<string, Fund>; hands: { maker: Hand; reviewer: Hand; poster: Hand } }
type Line = { accountId: string; side: 'debit' | 'credit'; amountFen: number; fundId: string | null; memo: string }
type Entry = Omit<PlannedVoucher, 'lines' | 'kind'> & { lines: readonly Line[]; kind: 'ordinary' | 'opening' | 'release'; month: number }

/** Writes the books of the city's foundation: months of vouchers, the earlier ones closed, a few waiting in the last. */
export async function addBooks(client: pg.Client, frame: LoadFrame, { city }: DemoPlaces, people: readonly DemoAccount[]): Promise<void> {
  const months = plannedMonths(frame.today)
  const [first, last] = [months[0], months.at(-1)]
  const hands = await findHands(client, frame, people)
  if (first === undefined || last === undefined || hands === undefined || city === undefined) return
  const make = maker(frame, city.scopeCode)
  const books = { ...await openBooks(make, { client, frame, unitId: city.id, first }), hands }
  for (const [at, month] of months.entries()) {
    const isLast = month === last
    const entries = plannedVouchers(month, { at, isLast, today: frame.today }).map((voucher) => entryOf(books, voucher, month))
    const release = isLast ? undefined : releaseOf(books, month, entries)
    addMonth(make, { frame, books }, { month, isClosed: !isLast, entries: release === undefined ? entries : [...entries, release] })
  }
  make('ledger.fundBalances', [...books.funds.values()].filter(({ restriction }) => restriction !== 'none').map(({ id }) => ({ fundId: id,
    bookId: books.bookId })))
  await frame.writer.finish()
  await client.query(`update ledger.fund_balances b set balance_fen = s.fen from (
    select p.fund_id, -sum(p.amount_fen) as fen from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
     where p.city_id = $1 and a.kind in ('net-asset', 'income', 'cost') group by p.fund_id) s where b.city_id = $1 and b.fund_id = s.fund_id`, [frame.cityId])
}

type Make = (table: BookTable, rows: readonly object[]) => void
type BookTable = Extract<FilledTable, `ledger.${string}`>

/** Takes rows of one shape for a table of the ledger, each under its city and scope. */
const maker = ({ cityId, writer }: LoadFrame, scopeCode: string): Make => (table, rows) => {
  writer.add(table, ...rows.map((row) => ({ cityId, scopeCode, ...row })) as never[])
}

async function findHands(client: pg.Client, { cityId }: LoadFrame, people: readonly DemoAccount[]): Promise<Books['hands'] | undefined> {
  const { rows } = await client.query<{ id: string; name: string; sign_in_name: string }>(
    'select id, person_name as name, sign_in_name from accounts.accounts where city_id = $1 and sign_in_name = any ($2::text[])',
    [cityId, people.map(({ name }) => name)])
  const handOf = (signInName: string) => rows.find((row) => row.sign_in_name === signInName)
  const [maker, reviewer, poster] = [handOf('accountant'), handOf('finance-reviewer'), handOf('accountant2')]
  return maker === undefined || reviewer === undefined || poster === undefined ? undefined : { maker, reviewer, poster }
}

type Begin = { client: pg.Client; frame: LoadFrame; unitId: string; first: number }

async function openBooks(make: Make, { client, frame, unitId, first }: Begin): Promise<Omit<Books, 'hands'>> {
  const [bookId, chartId, on] = [idOf(frame, 'book', firstDayOf(first)), idOf(frame, 'chart', firstDayOf(first)), firstDayOf(first)]
  make('ledger.books', [{ id: bookId, unitId, name: foundationName, holderKind: 'public-charity', startsMonth: first, status: 'open', version: 1,
    createdAt: on }])
  make('ledger.charts', [{
    id: chartId, bookId, name: '民间非营利组织会计制度（财会〔2004〕7号）', validFrom: on, source: 'standard:2004', status: 'valid', version: 1, createdAt: on,
  }])
  const { rows } = await client.query<Omit<Account, 'id'>>(
    `select code, name, kind, side, duty, cost_class as "costClass" from ledger.standard_accounts where standard = '2004' order by code`)
  const accounts = rows.map((account) => ({ ...account, id: idOf(frame, `ledger-account/${account.code}`, on) }))
  make('ledger.accounts', accounts.map(({ id, code, name, kind, side, duty, costClass }) => ({
    id, bookId, chartId, code, name, initials: initialsOf(name), kind, side, duty, costClass, isLeaf: true, version: 1,
      createdAt: on,
  })))
  const funds = plannedFunds.map(({ code, purpose }): Fund => ({ code, id: idOf(frame, `fund/${code}`, on), restriction: purpose === null ? 'none'
    : 'purpose' }))
  make('ledger.funds', plannedFunds.map(({ code, name, purpose }, at) => ({
    id: funds[at]?.id, bookId, code, name, restriction: purpose === null ? 'none' : 'purpose', purpose, status: 'open', version: 1, createdAt: on,
  })))
  return { bookId, accounts: new Map(accounts.map((account) => [account.code, account])), funds: new Map(funds.map((fund) => [fund.code, fund])) }
}

const mustBe = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('the demo books name an account or a fund that is not there')
  return found
}

function entryOf({ accounts, funds }: Books, { lines, ...voucher }: PlannedVoucher, month: number): Entry {
  return {
    ...voucher, month, lines: lines.map(({ code, fen, fund }) => ({
      accountId: mustBe(accounts.get(code)).id, side: fen > 0 ? 'debit' : 'credit', amountFen: fen, fundId: fund === null ? null : mustBe(funds.get(fund)).id,
      memo: voucher.memo,
    })),
  }
}

/** What restricted funds paid for in a month is released at its closing, as the ledger does it. */
function releaseOf({ accounts, funds }: Books, month: number, entries: readonly Entry[]): Entry | undefined {
  const idOfAccount = (code: string) => mustBe(accounts.get(code)).id
  const releases = [...funds.values()].filter(({ restriction }) => restriction !== 'none').map(({ id }) => ({
    fundId: id, amountFen: entries.flatMap(({ lines }) => lines).filter(({ accountId, fundId }) => fundId === id && accountId === idOfAccount('5101'))
      .reduce((sum, { amountFen }) => sum + amountFen, 0),
  }))
  const lines = releaseLines(releases, { unrestrictedId: idOfAccount('3101'), restrictedId: idOfAccount('3102') })
  return lines.length === 0 ? undefined : { datedOn: lastDayOf(month), memo: lines[0]?.memo ?? '', papers: 0, status: 'posted', kind: 'release', month, lines }
}

/** What brought a journal about: a gift where money came in as one, else its own voucher. */
function originOf(
  frame: LoadFrame, { accounts }: Books, { entry, voucherId, journalId }: { entry: Entry; voucherId: string; journalId: string },
): { source: string; sourceId: string } {
  const isGift = entry.kind === 'ordinary' && entry.lines.some(({ accountId }) => accountId === accounts.get('4101')?.id)
  return isGift ? { source: 'charity.gift', sourceId: idOf(frame, `gift/${journalId}`, entry.datedOn) } : { source: 'ledger.voucher', sourceId: voucherId }
}

/** A month with its vouchers; posted ones are numbered in their order and have a journal. */
function addMonth(
  make: Make, { frame, books }: { frame: LoadFrame; books: Books }, { month, isClosed,
    entries }: { month: number; isClosed: boolean; entries: readonly Entry[] },
): void {
  const { bookId, hands } = books
  const posted = entries.filter(({ status }) => status === 'posted')
  const closedAt = `${lastDayOf(month)}T17:00:00+08:00`
  make('ledger.periods', [{
    bookId, month, status: isClosed ? 'closed' : 'open', lastNumber: posted.length, closedBy: isClosed ? hands.maker.id : null,
    closedName: isClosed ? hands.maker.name : null, closedAt: isClosed ? closedAt : null, reopenedCount: 0, version: isClosed ? 2 : 1,
  }])
  if (isClosed) {
    make('ledger.periodChanges', [{
      id: idOf(frame, `closing/${month}`, lastDayOf(month)), bookId, month, change: 'closed', reason: null, changedBy: hands.maker.id,
      changedName: hands.maker.name, changedAt: closedAt,
    }])
  }
  const rows = entries.map((entry, at) => ({ entry, at, id: idOf(frame, `voucher/${month}/${at}`, entry.datedOn), journalId: idOf(frame,
    `journal/${month}/${at}`, entry.datedOn) }))
  make('ledger.vouchers', rows.map(({ entry, id }) => voucherRow(books, entry, { id, number: posted.indexOf(entry) + 1 })))
  make('ledger.voucherLines', rows.flatMap(({ entry, id }) => entry.lines.map((line, at) => ({ voucherId: id, seq: at + 1, ...lineRow(books, line) }))))
  const journals = rows.filter(({ entry }) => entry.status === 'posted')
  make('ledger.journals', journals.map(({ entry, id, journalId }) => ({
    id: journalId, bookId, month, datedOn: entry.datedOn, kind: entry.kind, memo: entry.memo, idempotencyKey: `voucher:${id}`, requestHash: '\\x00',
    lineCount: entry.lines.length, ...originOf(frame, books, { entry, voucherId: id, journalId }), postedBy: hands.poster.id, postedName: hands.poster.name,
      postedAt: `${entry.datedOn}T16:00:00+08:00`,
  })))
  make('ledger.postings', journals.flatMap(({ entry, journalId }) => entry.lines.map((line, at) => ({
    journalId: journalId, seq: at + 1, bookId, month, datedOn: entry.datedOn, kind: entry.kind, restriction: restrictionOfLine(books, line),
      epoch: frame.epoch,
    ...lineRow(books, line),
  }))))
  make('ledger.voucherJournals', journals.map(({ id, journalId }) => ({ journalId: journalId, voucherId: id })))
}

function voucherRow({ bookId, hands: { maker, reviewer, poster } }: Books, entry: Entry, { id, number }: { id: string; number: number }) {
  const isByRule = entry.kind === 'release'
  const [isReviewed, isPosted] = [entry.status === 'reviewed' || entry.status === 'posted', entry.status === 'posted']
  const byRule = '按规则生成'
  return {
    id, bookId, month: entry.month, datedOn: entry.datedOn, number: isPosted ? number : null, kind: entry.kind, status: entry.status,
      summary: entry.memo,
    totalFen: columnTotal(entry.lines, 'debit'), paperCount: entry.papers, isGathered: false, madeBy: maker.id, madeName: maker.name,
    reviewedBy: isReviewed && !isByRule ? reviewer.id : null, reviewedName: isReviewed ? isByRule ? byRule : reviewer.name : null,
    postedBy: isPosted && !isByRule ? poster.id : null, postedName: isPosted ? isByRule ? byRule : poster.name : null,
    postedAt: isPosted ? `${entry.datedOn}T16:00:00+08:00` : null, version: 1, createdAt: `${entry.datedOn}T09:00:00+08:00`,
      updatedAt: `${entry.datedOn}T16:00:00+08:00`,
  }
}

const accountOf = ({ accounts }: Books, { accountId }: Line): Account => mustBe([...accounts.values()].find(({ id }) => id === accountId))

function lineRow(books: Books, line: Line) {
  return {
    memo: line.memo, accountId: line.accountId, side: line.side, amountFen: line.amountFen, fundId: line.fundId, costClass: accountOf(books,
      line).costClass,
  }
}

function restrictionOfLine(books: Books, line: Line) {
  return restrictionOf(accountOf(books, line), [...books.funds.values()].find(({ id }) => id === line.fundId))
}
