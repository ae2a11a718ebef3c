import { useWords } from '#platform/ui/words.ts'
import type { Cell } from '../../contract.ts'
import { words } from '../words.ts'
import { trailWords } from './words.ts'
import '../charity.css'

/** Whom a fund helped, month by month; never fewer than five. */
export function CellTable({ cells }: { cells: readonly Cell[] }) {
  const texts = useWords(words)
  const own = useWords(trailWords)
  return (
    <div className="charity-table-room" role="region" tabIndex={0} aria-label={own.table}>
      <table className="charity-table">
        <thead>
          <tr>
            <th scope="col">{own.month}</th><th scope="col">{own.place}</th><th scope="col" className="charity-number">{own.children}</th>
            <th scope="col" className="charity-number">{own.households}</th>
          </tr>
        </thead>
        <tbody>
          {cells.flatMap((cell, at) => (cell.isWithheld
            ? [<tr key={at}><td>{texts.month(cell.month)}</td><td colSpan={3}>{own.withheld}</td></tr>]
            : cell.groups.map((group, place) => (
              <tr key={`${at} ${place}`}>
                <td>{texts.month(cell.month)}</td><td>{group.isMerged ? own.others(group.place) : group.place}</td>
                <td className="charity-number">{group.children}</td><td className="charity-number">{group.households}</td>
              </tr>
            ))))}
        </tbody>
      </table>
    </div>
  )
}
