import { Alert } from 'antd'
import { Link } from '@tanstack/react-router'
import { useWords } from '#platform/ui/words.ts'
import { wholeYearClaims } from '../rules/report-text.ts'
import { rowsPath } from './address.ts'
import type { ShownReport } from './api.ts'
import { reportWords as words } from './report-words.ts'

/** The filled text; each figure opens its records. */
export function ReportPreview({ report }: { report: ShownReport }) {
  const texts = useWords(words)
  const { listed } = useWords()
  // An approved text keeps its words; one of a year that is over claims nothing too much.
  const mayChange = report.countedUntil !== null && report.status !== 'approved'
  const claims = mayChange ? wholeYearClaims(`${report.titleSource}\n${report.body}`) : []
  return (
    <div>
      {report.unknownCodes.length > 0 && <Alert type="warning" showIcon title={texts.unknownCodes(listed(report.unknownCodes))} />}
      {claims.length > 0 && <Alert type="warning" showIcon title={texts.claims(listed(claims), report.year)} />}
      <h3>{report.title}</h3>
      {report.countedUntil !== null && <p>{texts.countedUntil(report.year, report.countedUntil)}</p>}
      {report.blocks.map((block, at) => {
        if (block.kind === 'heading') return block.level === 1 ? <h4 key={at}>{block.text}</h4> : <h5 key={at}>{block.text}</h5>
        return (
          <p key={at}>
            {block.runs.map((run, place) => (run.figure === undefined
              ? <span key={place}>{run.text}</span>
              : <Link key={place} to={rowsPath(run.figure.code, { unit: run.figure.unit, period: run.figure.period })}>{run.text}</Link>))}
          </p>
        )
      })}
    </div>
  )
}
