import type { ClosingResult, StepKind } from '../contract.ts'

/** Those whom the law names: one of them must have been told. */
const authorities: readonly StepKind[] = ['police', 'civil-affairs', 'education']

/** What stands against closing a report; undefined when nothing does. */
export function findClosingObstacle(report: { result: ClosingResult; steps: readonly { kind: string }[] }): 'NOBODY_TOLD' | undefined {
  if (report.result === 'mistaken') return undefined
  return report.steps.some(({ kind }) => authorities.includes(kind as StepKind)) ? undefined : 'NOBODY_TOLD'
}
