import type { Context } from '#platform/http/context.ts'
import type { TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { addFund } from '../../commands/books/add-fund.ts'
import { openBook } from '../../commands/books/open-book.ts'
import { postJournal } from '../../commands/steps/post-journals.ts'
import type { JournalKind, Side } from '../../contract.ts'

/** A line by account number: yuan in debit or credit, and the fund where there is one. */
export type SceneLine = { code: string; debit?: number; credit?: number; fund?: 'general' | 'schooling'; flow?: string; memo?: string }
/** Books of the city's foundation with a chart of 2004, a free fund and one restricted to 助学. */
export type BooksScene = {
  bookId: string
  accounts: Map<string, string>
  funds: Record<'general' | 'schooling', string>
  /** Runs something as the accountant of the city, or as somebody else. */
  as: <T>(work: (context: Context) => Promise<T>, name?: PersonName) => Promise<T>
  post: (datedOn: string, lines: readonly SceneLine[], kind?: JournalKind) => Promise<string>
  openMonth: (month: number) => Promise<void>
}

/** Opens the books of the scene in January 2026. */
export async function openBooks(city: TestCity): Promise<BooksScene> {
  const as: BooksScene['as'] = (work, name = '许会计') => city.as(name, work)
  const { id: bookId } = await as((context) => openBook(context, {
    unit: '9901', name: '基金会账套', holderKind: 'public-charity', standard: '2004', startsMonth: 202601,
  }))
  const general = await as((context) => addFund(context, { bookId, code: 'F1', name: '一般资金', restriction: 'none' }))
  const schooling = await as((context) => addFund(context, { bookId, code: 'F2', name: '助学资金', restriction: 'purpose', purpose: '助学' }))
  const funds = { general: general.id, schooling: schooling.id }
  const { rows } = await city.owner.query<{ id: string; code: string }>('select id, code from ledger.accounts where city_id = $1 and book_id = $2',
    [city.cityId, bookId])
  const accounts = new Map(rows.map(({ id, code }) => [code, id]))
  let keys = 0
  return {
    bookId, accounts, funds, as,
    post: async (datedOn, lines, kind = 'ordinary') => (await as((context) => postJournal(context, {
      bookId, key: `scene-${keys++}`, datedOn, kind, memo: lines[0]?.memo ?? '业务', source: 'test',
      lines: lines.map((line) => lineOf(line, { accounts, funds })),
    }))).id,
    openMonth: async (month) => {
      await city.owner.query(`insert into ledger.periods (city_id, book_id, month, scope_code, status)
        select city_id, id, $3, scope_code, 'open' from ledger.books where city_id = $1 and id = $2`, [city.cityId, bookId, month])
    },
  }
}

function lineOf({ code, debit, credit, fund, flow, memo = '业务' }: SceneLine, { accounts, funds }: Pick<BooksScene, 'accounts' | 'funds'>) {
  const side: Side = debit === undefined ? 'credit' : 'debit'
  return {
    memo, accountId: accounts.get(code) ?? '', side, amountFen: Math.round((debit ?? -(credit ?? 0)) * 100), fundId: fund === undefined ? null : funds[fund],
    projectId: null, projectLabel: null, costClass: null, flowItem: flow ?? null,
  }
}

/** Two months of a small foundation: opening, gifts of both classes, help paid from the restricted fund and released, an office bought, a transfer. */
export async function livedTwoMonths({ post, openMonth }: BooksScene): Promise<void> {
  await openMonth(202602)
  await post('2026-01-01', [{ code: '1002', debit: 5000 }, { code: '1501', debit: 800 }, { code: '2204', credit: 300 }, { code: '3101', credit: 4000 },
    { code: '3102', credit: 1500, fund: 'schooling' }], 'opening')
  await post('2026-01-10', [{ code: '1002', debit: 1000 }, { code: '4101', credit: 1000, fund: 'general', memo: '一般捐赠' }])
  await post('2026-01-12', [{ code: '1001', debit: 200 }, { code: '1002', credit: 200, memo: '取备用金' }])
  await post('2026-02-03', [{ code: '1002', debit: 2000 }, { code: '4101', credit: 2000, fund: 'schooling', memo: '助学捐赠' }])
  await post('2026-02-10', [{ code: '5101', debit: 700, fund: 'schooling', memo: '助学金' }, { code: '1002', credit: 600 }, { code: '2202', credit: 100 }])
  await post('2026-02-11', [{ code: '2204', debit: 300 }, { code: '1002', credit: 300, memo: '发工资' }])
  await post('2026-02-12', [{ code: '1501', debit: 400 }, { code: '1001', credit: 150 }, { code: '2209', credit: 250 }])
  await post('2026-02-20', [{ code: '5301', debit: 20, memo: '利息' }, { code: '1002', credit: 20, flow: 'interest-paid' }])
  await post('2026-02-28', [{ code: '3102', debit: 700, fund: 'schooling' }, { code: '3101', credit: 700, fund: 'schooling' }], 'release')
}
