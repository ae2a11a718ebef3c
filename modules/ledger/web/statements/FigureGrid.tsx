import { useState, type ReactNode } from 'react'
import { useNarrow } from '#platform/ui/frame/preferences.tsx'
import { useWords } from '#platform/ui/words.ts'
import { Choice } from './BookChoice.tsx'
import { words } from './words.ts'
import './statements.css'

/** A row of figures under their columns. */
export type GridRow = { key: string; name: ReactNode; depth?: number; isTotal?: boolean; cells: readonly ReactNode[] }

/** Names on the left, figures on the right; where the room is narrow one column at a time, chosen above. */
export function FigureGrid({ caption, nameTitle, columns, rows, first = 0 }: {
  caption: string; nameTitle: string; columns: readonly string[]; rows: readonly GridRow[]; first?: number
}) {
  const texts = useWords(words)
  const narrow = useNarrow()
  const [at, setAt] = useState(first)
  const isOne = narrow && columns.length > 1
  const shown = isOne ? [at] : columns.map((_, index) => index)
  return (
    <>
      {isOne && (
        <div className="xh-filters">
          <Choice label={texts.shownColumn} value={String(at)} options={columns.map((label, index) => ({ value: String(index), label }))}
            onChange={chosen => setAt(Number(chosen))} />
        </div>
      )}
      <div className="xh-table-room" role="region" aria-label={caption} tabIndex={0}>
        <table className="xh-table ledger-grid">
          <caption className="xh-visually-hidden">{caption}</caption>
          <thead>
            <tr><th scope="col">{nameTitle}</th>{shown.map(index => <th key={index} scope="col" className="xh-right">{columns[index]}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.key} className={row.isTotal ? 'ledger-total' : ''}>
                <th scope="row" className={`ledger-depth-${Math.min(row.depth ?? 0, 3)}`}>{row.name}</th>
                {shown.map(index => <td key={index} className="xh-right">{row.cells[index]}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
