import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { AwardStatus, BatchStatus, FindingCode } from '../contract.ts'
import { isStop } from '../rules/findings.ts'
import { words } from './words.ts'
import './awards.css'

const awardTones: Readonly<Record<AwardStatus, Tone>> = {
  applied: 'attention', listed: 'info', approved: 'info', paid: 'good', received: 'good', failed: 'danger', declined: 'neutral', withdrawn: 'neutral',
}
const batchTones: Readonly<Record<BatchStatus, Tone>> = { draft: 'attention', submitted: 'attention', approved: 'info', settled: 'good', discarded: 'neutral' }

/** Where an award stands. */
export function AwardTag({ status }: { status: AwardStatus }) {
  const texts = useWords(words)
  return <StatusTag tone={awardTones[status]}>{texts.awardStatusWords[status]}</StatusTag>
}

/** Where a batch stands. */
export function BatchTag({ status }: { status: BatchStatus }) {
  const texts = useWords(words)
  return <StatusTag tone={batchTones[status]}>{texts.batchStatusWords[status]}</StatusTag>
}

/** What the checks found, what stops in the tone of danger. */
export function Findings({ codes }: { codes: readonly FindingCode[] }) {
  const texts = useWords(words)
  return (
    <ul className="awards-findings">
      {codes.map(code => <li key={code}><StatusTag tone={isStop(code) ? 'danger' : 'attention'}>{texts.findingWords[code]}</StatusTag></li>)}
    </ul>
  )
}
