// What the checks of an award find: pure, from what is known of the award, its kind and the child's year.
import { stops, type AccountProblem, type FindingCode, type Relation } from '../contract.ts'

/** What the checks ask. */
export type Checked = {
  amountFen: number; peopleCount: number; hasChild: boolean; accountProblem: AccountProblem | null; relation: Relation
  kind: { mostFen: number; mostPerYear: number; needsChild: boolean }
  /** Other awards for the same child applied for in the same calendar year and not ended, of this kind and of any. */
  sameKindCount: number; sameChildCount: number
  /** Whether another payer gave the child money in the same year. */
  hasOtherPayer: boolean
  /** Other awards of the year, not ended, that are paid into the same account. */
  sameAccountCount: number
  /** Whether somebody with an account here has the payee's name. */
  isStaffName: boolean
  /** Whether a related party of the foundation or a member of its board has the payee's name. */
  isRelated: boolean
}

/** Everything found, what stops first. */
export function findFindings(award: Checked): FindingCode[] {
  const { kind, accountProblem } = award
  const found: (FindingCode | false)[] = [
    award.amountFen > kind.mostFen * award.peopleCount && 'over-most',
    award.hasChild && award.sameKindCount >= kind.mostPerYear && 'over-year',
    kind.needsChild && !award.hasChild && 'needs-child',
    accountProblem !== null && `account-${accountProblem}` as const,
    award.sameChildCount > 0 && 'same-child',
    award.hasOtherPayer && 'other-payer',
    award.sameAccountCount > 0 && 'same-account',
    award.relation !== 'none' && 'near-applicant',
    award.isStaffName && 'staff-name',
    award.isRelated && 'related-party',
  ]
  return found.filter((code) => code !== false)
}

/** Whether a finding keeps an award out of a batch. */
export const isStop = (code: FindingCode): boolean => (stops as readonly FindingCode[]).includes(code)

/** What keeps an award out of a batch; a wrong account number is judged when the batch is handed in, so that all are named together. */
export const keepsOut = (code: FindingCode): boolean => isStop(code) && !code.startsWith('account-')

/** Whether an answer is missing. */
export const needsAnswer = (findings: readonly FindingCode[], answer: string | null | undefined): boolean =>
  findings.some((code) => !isStop(code)) && (answer ?? '').trim() === ''
