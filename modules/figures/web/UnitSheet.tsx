import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { rowsPath, type FigureAddress } from './address.ts'
import { queries } from './api.ts'
import { writeValue } from './write-value.ts'

/** The same figure for each unit directly below, in the order of the tree: no ranking. */
export function UnitSheet({ code, asked }: { code: string; asked: FigureAddress }) {
  const { data } = useQuery(queries.listFigureUnits.queryOptions({ input: { code, ...asked } }))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Sheet title="下级单位">
      <div className="xh-table-room">
        <table className="xh-table" aria-label="下级单位">
          <thead><tr><th scope="col">单位</th><th scope="col" className="xh-right">{data.figure.unit}</th></tr></thead>
          <tbody>
            {data.items.map(item => (
              <tr key={item.id}>
                <td>{item.unitName}</td>
                <td className="xh-right">
                  <Link
                    className="xh-row-link" to={rowsPath(code, { ...asked, unit: item.unitCode })}
                    aria-label={`${item.unitName} ${writeValue(item.value)}，看明细`}
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
