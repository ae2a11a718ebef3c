import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ShownItem } from './api.ts'
import { words } from './words.ts'

const clearanceTones: Record<ShownItem['clearanceState'], Tone> = {
  valid: 'good', expiring: 'attention', expired: 'danger', found: 'danger', pending: 'attention', none: 'neutral',
}
const statusTones: Record<ShownItem['status'], Tone> = { active: 'good', resting: 'attention', left: 'neutral' }

/** Where a volunteer stands with the yearly clearance. */
export function ClearanceTag({ volunteer }: { volunteer: Pick<ShownItem, 'clearanceState' | 'clearanceUntil'> }) {
  const texts = useWords(words)
  const until = volunteer.clearanceUntil === null ? '' : texts.until(volunteer.clearanceUntil)
  return <StatusTag tone={clearanceTones[volunteer.clearanceState]}>{texts.clearanceWords[volunteer.clearanceState]}{until}</StatusTag>
}

/** Active, resting or left. */
export function VolunteerStatus({ status }: { status: ShownItem['status'] }) {
  return <StatusTag tone={statusTones[status]}>{useWords(words).statusWords[status]}</StatusTag>
}
