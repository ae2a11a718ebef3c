import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queryOf } from './address.ts'
import { queries } from './api.ts'
import { FigureGrid } from './FigureGrid.tsx'
import { words } from './words.ts'

type Of = { bookId: string; month: number }
const written = (fen: number) => (fen === 0 ? '' : formatYuan(fen))
const debitOf = (fen: number) => written(Math.max(fen, 0))
const creditOf = (fen: number) => written(Math.max(-fen, 0))

/** The 科目余额表; each account opens its 明细账. */
export function TrialView({ bookId, month }: Of) {
  const texts = useWords(words)
  const found = useQuery(queries.getTrialBalance.queryOptions({ input: { bookId, month } }))
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const { rows, totals } = found.data
  if (rows.length === 0) return <Sheet><Advice title={texts.nothing} lead={texts.nothingLead} /></Sheet>
  const columns = [
    texts.openingDebit, texts.openingCredit, texts.debit, texts.credit, texts.yearDebit, texts.yearCredit, texts.closingDebit, texts.closingCredit,
  ]
  return (
    <Sheet title={texts.tables['trial-balance']}>
      <FigureGrid caption={texts.tables['trial-balance']} nameTitle={texts.accountName} columns={columns} first={6} rows={[
        ...rows.map(row => ({
          key: row.accountId, depth: row.depth, name: <AccountLink {...row} bookId={bookId} from={Math.floor(month / 100) * 100 + 1} until={month} />,
          cells: [debitOf(row.openingFen), creditOf(row.openingFen), written(row.debitFen), written(row.creditFen), written(row.yearDebitFen),
            written(row.yearCreditFen), debitOf(row.closingFen), creditOf(row.closingFen)],
        })),
        { key: 'total', name: texts.total, isTotal: true, cells: [totals.openingDebitFen, totals.openingCreditFen, totals.debitFen, totals.creditFen,
          totals.yearDebitFen, totals.yearCreditFen, totals.closingDebitFen, totals.closingCreditFen].map(formatYuan) },
      ]} />
    </Sheet>
  )
}

/** The 总账 of the month's year. */
export function GeneralView({ bookId, month }: Of) {
  const texts = useWords(words)
  const found = useQuery(queries.getGeneralLedger.queryOptions({ input: { bookId, year: Math.floor(month / 100) } }))
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  if (found.data.accounts.length === 0) return <Sheet><Advice title={texts.nothing} lead={texts.nothingLead} /></Sheet>
  return found.data.accounts.map(account => (
    <Sheet key={account.accountId} title={`${account.code} ${account.name}`}>
      <FigureGrid caption={`${account.code} ${account.name}`} nameTitle={texts.period} first={2}
        columns={[texts.debitColumn, texts.creditColumn, texts.balance]} rows={[
        { key: 'opening', name: texts.openingBalance, cells: ['', '', formatYuan(account.openingFen)] },
        ...account.months.map(each => ({
          key: String(each.month), cells: [written(each.debitFen), written(each.creditFen), formatYuan(each.balanceFen)],
          name: <AccountLink accountId={account.accountId} code="" name={texts.monthText(each.month)} bookId={bookId} from={each.month} until={each.month} />,
        })),
      ]} />
      <p className="ledger-source">{texts.balanceHint}</p>
    </Sheet>
  ))
}

/** The 凭证汇总 of the month. */
export function SummaryView({ bookId, month }: Of) {
  const texts = useWords(words)
  const found = useQuery(queries.getVoucherSummary.queryOptions({ input: { bookId, month } }))
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const { rows, debitFen, creditFen, vouchers, papers } = found.data
  if (rows.length === 0) return <Sheet><Advice title={texts.nothing} lead={texts.nothingLead} /></Sheet>
  return (
    <Sheet title={texts.tables['voucher-summary']}>
      <p>{texts.summaryLead(vouchers, papers)}</p>
      <FigureGrid caption={texts.tables['voucher-summary']} nameTitle={texts.accountName} columns={[texts.debitColumn, texts.creditColumn]} rows={[
        ...rows.map(row => ({
          key: row.accountId, name: <AccountLink {...row} bookId={bookId} from={month} until={month} />, cells: [written(row.debitFen), written(row.creditFen)],
        })),
        { key: 'total', name: texts.total, isTotal: true, cells: [formatYuan(debitFen), formatYuan(creditFen)] },
      ]} />
    </Sheet>
  )
}

function AccountLink({ accountId, code, name, bookId, from, until }: {
  accountId: string; code: string; name: string; bookId: string; from: number; until: number
}) {
  const texts = useWords(words)
  const shown = `${code} ${name}`.trim()
  const to = `/statements/details${queryOf({ book: bookId, account: accountId, from, until })}`
  return <Link to={to} className="xh-row-link" aria-label={texts.accountLink(shown)}>{shown}</Link>
}
