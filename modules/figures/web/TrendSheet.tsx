import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { Chart } from '#platform/ui/pieces/Chart.tsx'
import type { FigureAddress } from './address.ts'
import { queries } from './api.ts'
import { writeValue } from './write-value.ts'

/** Thirteen months: as a line to see, as a table to read. */
export function TrendSheet({ code, asked }: { code: string; asked: FigureAddress }) {
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
    <Sheet title="近十三个月">
      <Chart option={option} label={`${data.name}近十三个月的走势，数字见下表`} height={260} />
      <div className="xh-table-room">
        <table className="xh-table" aria-label="近十三个月">
          <thead><tr><th scope="col">月份</th><th scope="col" className="xh-right">{data.unit}</th></tr></thead>
          <tbody>
            {data.items.map(item => (
              <tr key={item.period}><td>{item.label}</td><td className="xh-right">{writeValue(item.value)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}
