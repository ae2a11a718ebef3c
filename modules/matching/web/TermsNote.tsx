import { useWords } from '#platform/ui/words.ts'
import type { Terms } from '../contract.ts'
import type { ShownProposal } from './api.ts'
import { proposalWords } from './proposal-words.ts'
import { words } from './words.ts'

type Alternative = NonNullable<ShownProposal['alternative']>

/** 102,000: figures of six digits are read in threes. */
const grouped = new Intl.NumberFormat('en-US')
const signed = (points: number) => `${points > 0 ? '+' : ''}${grouped.format(points)}`

/** Why this pair, in points, and the best volunteer passed over. */
export function TermsNote({ row: { terms, total, alternative } }: { row: ShownProposal }) {
  const texts = useWords(proposalWords)
  const line = useTermLine()
  return (
    <details>
      <summary>{texts.points(grouped.format(total))}</summary>
      <p>{line(terms)}</p>
      {alternative === null
        ? <p>{texts.noAlternative}</p>
        : (
          <p>
            {texts.alternative(alternative.volunteerName, alternative.unitName, grouped.format(alternative.total), line(alternative.terms))}
            <Compared alternative={alternative} />
          </p>
        )}
    </details>
  )
}

function Compared({ alternative: { why, difference } }: { alternative: Alternative }) {
  const texts = useWords(proposalWords)
  if (why === 'taken') return texts.taken
  if (difference === 0) return texts.equal
  return difference > 0 ? texts.fewer(grouped.format(difference)) : texts.more(grouped.format(-difference))
}

/** The terms that are not nought, as one line: 距离 −20，特长 +20. */
function useTermLine() {
  const { terms: names } = useWords(words)
  const { joined } = useWords()
  return (terms: Terms): string => joined(Object.entries(names).filter(([key]) => terms[key as keyof Terms] !== 0)
    .map(([key, name]) => `${name} ${signed(terms[key as keyof Terms])}`))
}
