import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { columnFen, columnTotal } from '../../rules/dimensions.ts'
import { TableRoom } from '../TableRoom.tsx'
import type { ReadVoucher } from '../api.ts'
import { voucherWords } from './words.ts'

/** A voucher as accountants know it: half a page when it is printed. */
export function VoucherPaper({ voucher }: { voucher: ReadVoucher }) {
  const own = useWords(voucherWords)
  const kit = useWords()
  const hasFunds = voucher.lines.some(({ fundName, projectLabel }) => fundName !== null || projectLabel !== null)
  const foot = [[own.made, voucher.madeName], [own.reviewed, voucher.reviewedName], [own.posted, voucher.postedName]] as const
  return (
    <div className="ledger-paper">
      <h2>{own.title}</h2>
      <div className="ledger-signs">
        <span>{voucher.bookName}</span><span>{voucher.datedOn}</span>
        <span>{voucher.number === null ? own.noNumber : own.numberOf(voucher.number)}</span><span>{own.papers(voucher.paperCount)}</span>
      </div>
      <TableRoom label={own.title}>
        <table className="ledger-grid">
          <thead><tr>
            <th scope="col">{own.memo}</th><th scope="col">{own.account}</th>{hasFunds && <th scope="col">{own.fund}</th>}
            <th scope="col" className="ledger-amount">{own.debit}</th><th scope="col" className="ledger-amount">{own.credit}</th>
          </tr></thead>
          <tbody>{voucher.lines.map(line => (
            <tr key={line.seq}>
              <td>{line.memo}</td><td>{line.accountCode} {line.accountName}</td>
              {hasFunds && <td>{[line.fundName, line.projectLabel].filter(Boolean).join(' ')}</td>}
              <Amount fen={line.side === 'debit' ? columnFen(line) : null} /><Amount fen={line.side === 'credit' ? columnFen(line) : null} />
            </tr>
          ))}</tbody>
          <tfoot><tr>
            <th scope="row" colSpan={hasFunds ? 3 : 2}>{own.sum}</th>
            <Amount fen={columnTotal(voucher.lines, 'debit')} /><Amount fen={columnTotal(voucher.lines, 'credit')} />
          </tr></tfoot>
        </table>
      </TableRoom>
      <div className="ledger-signs">{foot.map(([label, name]) => <span key={label}>{kit.labelled(label, name ?? '')}</span>)}</div>
    </div>
  )
}

/** An amount in its column; red letters are red and have a minus. */
function Amount({ fen }: { fen: number | null }) {
  return <td className={fen !== null && fen < 0 ? 'ledger-amount ledger-red' : 'ledger-amount'}>{fen === null ? '' : formatYuan(fen)}</td>
}
