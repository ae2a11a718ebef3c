import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { Chart } from '#platform/ui/pieces/Chart.tsx'
import { useWords } from '#platform/ui/words.ts'
import { rowsPath, type FigureAddress } from './address.ts'
import { queries } from './api.ts'
import { writeValue } from './write-value.ts'
import { words } from './words.ts'

/** Thirteen months: as a line to see, as a table to read. */
export function TrendSheet({ code, asked }: { code: string; asked: FigureAddress }) {
  const texts = useWords(words)
  const { data } = useQuery(queries.listFigureTrend.queryOptions({ input: { code, ...asked } }))
  const option = useMemo(() => ({
    grid: { left: 60, right: 20, top: 20, bottom: 40 },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'category', data: data?.items.map(item => item.period) ?? [] },
    yAxis: { type: 'value' },
    series: [{ type: 'line', data: data?.items.map(item => item.value) ?? [], itemStyle: { color: '#0b57d0' } }],
  }), [data])
  if (data === undefined) return null
  return (
    <Sheet title={texts.thirteenMonths}>
      <Chart option={option} label={texts.trendOf(data.name)} height={260} />
      <div className="xh-table-room">
        <table className="xh-table" aria-label={texts.thirteenMonths}>
          <thead><tr><th scope="col">{texts.monthColumn}</th><th scope="col" className="xh-right">{texts.valueIn(data.unit)}</th></tr></thead>
          <tbody>
            {data.items.map(item => (
              <tr key={item.period}>
                <td>{texts.periodText({ code: item.period, label: item.label })}</td>
                <td className="xh-right">
                  <Link
                    className="xh-row-link" to={rowsPath(code, { ...asked, period: item.period })}
                    aria-label={texts.rowsOf(`${texts.periodText({ code: item.period, label: item.label })} ${writeValue(item.value)}`)}
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
