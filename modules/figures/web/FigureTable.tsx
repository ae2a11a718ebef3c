import { Link } from '@tanstack/react-router'
import { rowsPath, type FigureAddress } from './address.ts'
import type { ShownFigure } from './api.ts'
import { writeValue } from './write-value.ts'

/** Figures one below the other; 上报数 stands beside a figure that was changed after its month was closed. */
export function FigureTable({ caption, items, asked }: { caption: string; items: readonly ShownFigure[]; asked: FigureAddress }) {
  const hasReported = items.some(item => item.reported !== undefined)
  return (
    <div className="xh-table-room">
      <table className="xh-table">
        <caption className="xh-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">指标</th><th scope="col" className="xh-right">数值</th>
            {hasReported && <th scope="col" className="xh-right">上报数</th>}
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={item.code}>
              <td><strong>{item.name}</strong><div className="xh-secondary">{item.definition}</div></td>
              <td className="xh-right"><FigureLink item={item} asked={asked} /></td>
              {hasReported && <td className="xh-right"><Reported item={item} /></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FigureLink({ item, asked }: { item: ShownFigure; asked: FigureAddress }) {
  return (
    <>
      <Link to={rowsPath(item.code, asked)} className="xh-row-link" aria-label={`${item.name} ${writeValue(item.value)} ${item.unit}，看明细`}>
        {writeValue(item.value)} {item.unit}
      </Link>
      {item.hasNoDenominator && <div className="xh-secondary">分母为 0</div>}
    </>
  )
}

function Reported({ item }: { item: ShownFigure }) {
  if (item.reported === undefined) return null
  return <>{writeValue(item.reported)}{(item.corrections ?? 0) > 0 && <div className="xh-secondary">关账后更正 {item.corrections} 笔</div>}</>
}
