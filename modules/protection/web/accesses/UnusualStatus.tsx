import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { unusualStateNames } from '../../rules/words.ts'
import type { ShownUnusual } from '../api.ts'

const tones = { open: 'attention', justified: 'good', unjustified: 'danger' } as const

/** How an unusual access was judged. */
export function UnusualStatus({ found }: { found: Pick<ShownUnusual, 'status'> }) {
  return <StatusTag tone={tones[found.status]}>{unusualStateNames[found.status]}</StatusTag>
}
