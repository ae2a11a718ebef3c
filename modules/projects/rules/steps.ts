// From where steps of awards and batches follow, and who may not approve.
import type { AwardStatus, BatchStatus } from '../contract.ts'

const awardSteps = {
  correct: ['applied', 'failed'], withdraw: ['applied', 'failed'], decline: ['applied', 'failed'], attach: ['paid'], takeBack: ['paid'], visit: ['paid',
    'received'],
} as const satisfies Record<string, readonly AwardStatus[]>
const batchSteps = {
  fill: ['draft'], submit: ['draft'], discard: ['draft'], approve: ['submitted'], return: ['submitted'], pay: ['approved'], settle: ['approved'],
} as const satisfies Record<string, readonly BatchStatus[]>

/** A step of an award. */
export type AwardStep = keyof typeof awardSteps
/** A step of a batch. */
export type BatchStep = keyof typeof batchSteps

/** Whether a step follows from where the award stands. */
export const mayFollowAward = (step: AwardStep, status: AwardStatus): boolean => (awardSteps[step] as readonly AwardStatus[]).includes(status)
/** Whether a step follows from where the batch stands. */
export const mayFollowBatch = (step: BatchStep, status: BatchStatus): boolean => (batchSteps[step] as readonly BatchStatus[]).includes(status)

/** Awards that wait to be listed. */
export const waitingStatuses = ['applied', 'failed'] as const satisfies readonly AwardStatus[]

/** How many people approve a batch. */
export const approversNeeded = 2

/** Why somebody may not approve; undefined when he may. */
export function findApprovalProblem(
  approver: string, { madeBy, applicants, approvers }: { madeBy: string | null; applicants: readonly (string | null)[]; approvers: readonly string[] },
): 'OWN_BATCH' | 'OWN_APPLICATION' | 'APPROVED_BEFORE' | undefined {
  if (madeBy === approver) return 'OWN_BATCH'
  if (applicants.includes(approver)) return 'OWN_APPLICATION'
  return approvers.includes(approver) ? 'APPROVED_BEFORE' : undefined
}

/** Rows that occur again, by their place from 1. */
export function findTwice(awardIds: readonly string[]): number[] {
  return awardIds.flatMap((id, index) => (awardIds.indexOf(id) < index ? [index + 1] : []))
}
