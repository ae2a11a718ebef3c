import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ReadRatios } from '../api.ts'
import { percentText } from '../names.ts'
import { ratioWords } from './words.ts'
import '../duties.css'

const tones: Readonly<Record<ReadRatios['judged'][number]['verdict'], Tone>> = { met: 'good', short: 'danger', excused: 'info', unknown: 'attention' }

/** The ratios with their verdict. */
export function RatioCards({ judged, rule }: { judged: ReadRatios['judged']; rule: NonNullable<ReadRatios['rule']> }) {
  return <div className="duty-ratios">{judged.map(one => <RatioCard key={one.ratio} one={one} rule={rule} />)}</div>
}

function RatioCard({ one, rule }: { one: ReadRatios['judged'][number]; rule: NonNullable<ReadRatios['rule']> }) {
  const own = useWords(ratioWords)
  const { ratio, verdict, excuse, hundredths, limitPercent, gapFen, countedFen, baseFen } = one
  const base = ratio === 'spending' ? own.baseWords[rule.base] : own.baseSpending
  return (
    <div className="duty-ratio">
      <h3>{own.ratioWords[ratio]}</h3>
      <div className="duty-ratio-percent">{hundredths === null ? own.nothing : percentText(hundredths)}<small>{own.limit[ratio](limitPercent)}</small></div>
      <div><StatusTag tone={tones[verdict]}>{own.verdictWords[verdict]}</StatusTag></div>
      {baseFen === null ? <p className="xh-secondary">{own.noBase}</p>
        : <p className="xh-secondary">{own.measured(`${own.figureWords[ratio === 'spending' ? 'charity' : 'administration']} ${formatYuan(countedFen)}`,
          `${base} ${formatYuan(baseFen)}`)}</p>}
      {excuse !== null && <p>{own.excuseWords[excuse]}</p>}
      {gapFen > 0 && <p>{ratio === 'spending' ? own.missing(formatYuan(gapFen)) : own.over(formatYuan(gapFen))}</p>}
    </div>
  )
}
