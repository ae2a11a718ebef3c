import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import type { Status } from '../contract.ts'
import { overrideWords, statusWords } from '../rules/words.ts'
import type { ShownReferral } from './api.ts'

const tones: Readonly<Record<Status, Tone>> = {
  draft: 'neutral', sent: 'attention', accepted: 'info', rejected: 'neutral', revoked: 'neutral', done: 'good',
}

/** Where a referral stands, and what a draft waits for. */
export function ReferralState({ of }: { of: ShownReferral }) {
  if (of.isOverdue) return <StatusTag tone="danger">答复逾期</StatusTag>
  if (of.status === 'draft' && of.overrideStatus) return <StatusTag tone="attention">{overrideWords[of.overrideStatus]}</StatusTag>
  return <StatusTag tone={tones[of.status]}>{statusWords[of.status]}</StatusTag>
}
