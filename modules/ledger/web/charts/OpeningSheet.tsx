import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ChartChange } from '../../contract.ts'
import { TableRoom } from '../TableRoom.tsx'
import { words } from '../words.ts'
import { chartWords } from './words.ts'

/** What the new accounts open with, beside what the old ones hold: equal to the fen when everything has its place. */
export function OpeningSheet({ change }: { change: ChartChange }) {
  const own = useWords(chartWords)
  const texts = useWords(words)
  const { totals } = change
  const isEqual = totals.newDebitFen === totals.oldDebitFen && totals.newCreditFen === totals.oldCreditFen
  const shown = change.next.filter(({ openingFen }) => openingFen !== 0)
  if (shown.length === 0) return null
  const money = (fen: number) => <td className="ledger-amount">{fen === 0 ? '' : formatYuan(fen)}</td>
  return (
    <Sheet title={own.preview}>
      <p className={isEqual ? 'ledger-balanced' : 'ledger-red'}>{isEqual ? own.equal : own.unequal}</p>
      <TableRoom label={own.preview}>
        <table className="ledger-grid">
          <thead><tr>
            <th scope="col">{texts.code}</th><th scope="col">{own.next}</th><th scope="col" className="ledger-amount">{own.debit}</th>
            <th scope="col" className="ledger-amount">{own.credit}</th>
          </tr></thead>
          <tbody>{shown.map(({ id, code, name, openingFen }) => (
            <tr key={id}><td className="ledger-code">{code}</td><td>{name}</td>{money(Math.max(openingFen, 0))}{money(Math.max(-openingFen, 0))}</tr>
          ))}</tbody>
          <tfoot>
            <tr><th scope="row" colSpan={2}>{own.total}</th>{money(totals.newDebitFen)}{money(totals.newCreditFen)}</tr>
            <tr><th scope="row" colSpan={2}>{own.oldTotal}</th>{money(totals.oldDebitFen)}{money(totals.oldCreditFen)}</tr>
          </tfoot>
        </table>
      </TableRoom>
    </Sheet>
  )
}
