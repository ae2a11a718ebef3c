import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { clearanceWords, statusWords } from '../rules/words.ts'
import type { ShownItem } from './api.ts'

const clearanceTones: Record<ShownItem['clearanceState'], Tone> = {
  valid: 'good', expiring: 'attention', expired: 'danger', found: 'danger', pending: 'attention', none: 'neutral',
}
const statusTones: Record<ShownItem['status'], Tone> = { active: 'good', resting: 'attention', left: 'neutral' }

/** Where a volunteer stands with the yearly clearance. */
export function ClearanceTag({ volunteer }: { volunteer: Pick<ShownItem, 'clearanceState' | 'clearanceUntil'> }) {
  const until = volunteer.clearanceUntil === null ? '' : `，至${volunteer.clearanceUntil}`
  return <StatusTag tone={clearanceTones[volunteer.clearanceState]}>{clearanceWords[volunteer.clearanceState]}{until}</StatusTag>
}

/** Active, resting or left. */
export function VolunteerStatus({ status }: { status: ShownItem['status'] }) {
  return <StatusTag tone={statusTones[status]}>{statusWords[status]}</StatusTag>
}
