import { Link } from '@tanstack/react-router'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ReadRatios } from '../api.ts'
import { queryOf } from '../names.ts'
import { ratioWords } from './words.ts'

/** Every figure of the ratios; each opens its postings. */
export function FigureTable({ sheet }: { sheet: ReadRatios }) {
  const own = useWords(ratioWords)
  return (
    <div className="xh-table-room" role="region" aria-label={own.figures} tabIndex={0}>
      <table className="xh-table">
        <caption className="xh-visually-hidden">{own.figures}</caption>
        <thead><tr><th scope="col">{own.figure}</th><th scope="col">{own.year}</th><th scope="col" className="xh-right">{own.amount}</th></tr></thead>
        <tbody>
          {sheet.figures.map(({ figure, year, fen, isEntered, isPartial }) => (
            <tr key={`${figure}-${year}`}>
              <td>{own.figureWords[figure]}{isPartial && <div className="xh-secondary">{own.partial}</div>}</td>
              <td>{own.yearOf(year)}</td>
              <td className="xh-right">
                {isEntered ? <>{formatYuan(fen)}<div className="xh-secondary">{own.entered}</div></> : (
                  <Link className="xh-row-link" to={`/legal-ratios/postings${queryOf({ book: sheet.body.id, year, figure })}`}
                    aria-label={own.postingsOf(own.figureWords[figure], year) + ' ' + formatYuan(fen)}>{formatYuan(fen)}</Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
