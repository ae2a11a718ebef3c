import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { rowsPath, type FigureAddress } from './address.ts'
import { queries } from './api.ts'
import { writeValue } from './write-value.ts'
import { words } from './words.ts'

/** The same figure for each unit directly below, in the order of the tree: no ranking. */
export function UnitSheet({ code, asked }: { code: string; asked: FigureAddress }) {
  const texts = useWords(words)
  const { data } = useQuery(queries.listFigureUnits.queryOptions({ input: { code, ...asked } }))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Sheet title={texts.unitsBelow}>
      <div className="xh-table-room">
        <table className="xh-table" aria-label={texts.unitsBelow}>
          <thead><tr><th scope="col">{texts.unit}</th><th scope="col" className="xh-right">{texts.valueIn(data.figure.unit)}</th></tr></thead>
          <tbody>
            {data.items.map(item => (
              <tr key={item.id}>
                <td>{item.unitName}</td>
                <td className="xh-right">
                  <Link
                    className="xh-row-link" to={rowsPath(code, { ...asked, unit: item.unitCode })}
                    aria-label={texts.rowsOf(`${item.unitName} ${writeValue(item.value)}`)}
                  >
                    {writeValue(item.value)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}
