import { Link } from '@tanstack/react-router'
import { useWords } from '#platform/ui/words.ts'
import { rowsPath, type FigureAddress } from './address.ts'
import type { ShownFigure } from './api.ts'
import { writeValue } from './write-value.ts'
import { words } from './words.ts'

/** Figures one below the other; 上报数 stands beside a figure that was changed after its month was closed. */
export function FigureTable({ caption, items, asked }: { caption: string; items: readonly ShownFigure[]; asked: FigureAddress }) {
  const texts = useWords(words)
  const hasReported = items.some(item => item.reported !== undefined)
  return (
    <div className="xh-table-room">
      <table className="xh-table">
        <caption className="xh-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.indicator}</th><th scope="col" className="xh-right">{texts.value}</th>
            {hasReported && <th scope="col" className="xh-right">{texts.reported}</th>}
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
  const texts = useWords(words)
  const written = `${writeValue(item.value)} ${texts.unitText(item.unit)}`
  return (
    <>
      <Link to={rowsPath(item.code, asked)} className="xh-row-link" aria-label={texts.rowsOf(`${item.name} ${written}`)}>
        {written}
      </Link>
      {item.hasNoDenominator && <div className="xh-secondary">{texts.noDenominator}</div>}
    </>
  )
}

function Reported({ item }: { item: ShownFigure }) {
  const texts = useWords(words)
  if (item.reported === undefined) return null
  const corrections = item.corrections ?? 0
  return <>{writeValue(item.reported)}{corrections > 0 && <div className="xh-secondary">{texts.correctedTimes(corrections)}</div>}</>
}
