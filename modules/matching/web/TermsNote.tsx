import type { Terms } from '../contract.ts'
import { termWords } from '../rules/words.ts'
import type { ShownProposal } from './api.ts'

const signed = (points: number) => (points > 0 ? `+${points}` : String(points))

/** The terms that are not nought, as one line: 距离 −20，特长 +20. */
export const termLine = (terms: Terms): string =>
  Object.entries(termWords).filter(([key]) => terms[key as keyof Terms] !== 0).map(([key, word]) => `${word} ${signed(terms[key as keyof Terms])}`).join('，')

/** Why this pair, in points, and the best volunteer passed over. */
export function TermsNote({ row: { terms, total, alternative } }: { row: ShownProposal }) {
  return (
    <details>
      <summary>共 {total} 分</summary>
      <p>{termLine(terms)}</p>
      {alternative === null
        ? <p>没有别的志愿者可选。</p>
        : (
          <p>
            备选：{alternative.volunteerName}（{alternative.unitName}），共 {alternative.total} 分：{termLine(alternative.terms)}。
            {alternative.why === 'taken' ? `名额用在了别的孩子身上，那样总体更好。` : `少 ${alternative.difference} 分。`}
          </p>
        )}
    </details>
  )
}
