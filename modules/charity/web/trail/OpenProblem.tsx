import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { openProblemWords } from './open-problem-words.ts'
import { inWords } from './open-problem.ts'

/** Stands in for a public page that cannot be shown. */
export function OpenProblem({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  return <ProblemPage problem={inWords(problem, useWords(openProblemWords))} onRetry={onRetry} />
}
