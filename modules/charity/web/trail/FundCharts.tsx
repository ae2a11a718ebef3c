import { useMemo } from 'react'
import { Chart } from '#platform/ui/pieces/Chart.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ReadFund } from '../api.ts'
import { words } from '../words.ts'
import { trailWords } from './words.ts'
import '../charity.css'

/** Income and spending by month, and what it was spent on. */
export function FundCharts({ fund }: { fund: ReadFund }) {
  const texts = useWords(words)
  const own = useWords(trailWords)
  const bars = useMemo(() => ({
    animation: false, tooltip: { trigger: 'axis' }, legend: { bottom: 0 }, grid: { left: 70, right: 16, top: 16, bottom: 56 },
    xAxis: { type: 'category', data: fund.months.map(({ month }) => texts.month(month)) }, yAxis: { type: 'value' },
    series: [
      { type: 'bar', stack: 'income', name: own.fromGifts, data: fund.months.map(({ giftsFen }) => giftsFen / 100) },
      { type: 'bar', stack: 'income', name: own.other, data: fund.months.map(({ otherFen }) => otherFen / 100) },
      { type: 'bar', name: own.spending, data: fund.months.map(({ spentFen }) => spentFen / 100) },
    ],
  }), [fund, texts, own])
  const pie = useMemo(() => ({
    animation: false, tooltip: { trigger: 'item' }, legend: { bottom: 0 },
    series: [{
      type: 'pie', radius: ['40%', '65%'], label: { show: false },
      data: fund.byClass.map(({ costClass, amountFen }) => ({ name: costClass === null ? own.otherUse : texts.costClassWords[costClass],
        value: amountFen / 100 })),
    }],
  }), [fund, texts, own])
  return (
    <div className="charity-charts">
      <Chart option={bars} label={own.chartLabel} />
      {fund.byClass.length > 0 && <Chart option={pie} label={own.classLabel} />}
    </div>
  )
}
