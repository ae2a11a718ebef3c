import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { Status } from '../contract.ts'
import type { ShownReferral } from './api.ts'
import { words } from './words.ts'

const tones: Readonly<Record<Status, Tone>> = {
  draft: 'neutral', sent: 'attention', accepted: 'info', rejected: 'neutral', revoked: 'neutral', done: 'good',
}

/** Where a referral stands, and what a draft waits for. */
export function ReferralState({ of }: { of: ShownReferral }) {
  const texts = useWords(words)
  if (of.isOverdue) return <StatusTag tone="danger">{texts.overdue}</StatusTag>
  if (of.status === 'draft' && of.overrideStatus) return <StatusTag tone="attention">{texts.overrideWords[of.overrideStatus]}</StatusTag>
  return <StatusTag tone={tones[of.status]}>{texts.statusWords[of.status]}</StatusTag>
}
