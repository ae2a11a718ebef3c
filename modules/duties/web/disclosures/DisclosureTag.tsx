import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { DisclosureStatus } from '../../contract.ts'
import { disclosureWords } from './words.ts'

const tones: Readonly<Record<DisclosureStatus, Tone>> = { due: 'attention', prepared: 'info', approved: 'info', published: 'good', void: 'neutral' }

/** Where a disclosure stands. */
export function DisclosureTag({ status }: { status: DisclosureStatus }) {
  const own = useWords(disclosureWords)
  return <StatusTag tone={tones[status]}>{own.statusWords[status]}</StatusTag>
}

/** How long there is, where somebody still has to do something. */
export function TimeLeft({ status, daysLeft }: { status: DisclosureStatus; daysLeft: number }) {
  const own = useWords(disclosureWords)
  if (status === 'published' || status === 'void') return null
  return <StatusTag tone={daysLeft < 0 ? 'danger' : daysLeft <= 7 ? 'attention' : 'neutral'}>{own.daysLeft(daysLeft)}</StatusTag>
}
