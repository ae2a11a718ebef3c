import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ShownUnusual } from '../api.ts'
import { nameWords } from '../words/name-words.ts'

const tones = { open: 'attention', justified: 'good', unjustified: 'danger' } as const

/** How an unusual access was judged. */
export function UnusualStatus({ found }: { found: Pick<ShownUnusual, 'status'> }) {
  const { unusualStates } = useWords(nameWords)
  return <StatusTag tone={tones[found.status]}>{unusualStates[found.status]}</StatusTag>
}
