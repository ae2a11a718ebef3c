import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { OpenedRound } from './api.ts'
import { words } from './words.ts'

/** Where one more volunteer would help most, and what the points mean. */
export function OneMoreSheet({ round: { oneMore, weights } }: { round: OpenedRound }) {
  const texts = useWords(words)
  return (
    <Sheet title={texts.oneMore}>
      {oneMore.length === 0
        ? <p>{texts.oneMoreNothing}</p>
        : <ul>{oneMore.map(row => <li key={row.unitName}>{texts.oneMoreOf(row.unitName, row.places, row.moreChildren)}</li>)}</ul>}
      <details>
        <summary>{texts.howPoints}</summary>
        <p>{texts.pointsLead(weights)}</p>
      </details>
    </Sheet>
  )
}
