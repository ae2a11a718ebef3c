import type { JournalKind, VoucherStatus } from '../contract.ts'

/** What can be done with a voucher. */
export type VoucherStep = 'edit' | 'submit' | 'review' | 'return' | 'post' | 'discard' | 'reverse' | 'countersign' | 'attach' | 'detach'

const from: Record<VoucherStep, readonly VoucherStatus[]> = {
  edit: ['draft'], submit: ['draft'], review: ['submitted'], return: ['submitted', 'reviewed'], post: ['reviewed'], discard: ['draft'], reverse: ['posted'],
  countersign: ['posted'],
  attach: ['draft', 'submitted', 'reviewed', 'posted'], detach: ['draft', 'submitted'],
}

/** Whether a step follows from where a voucher stands. */
export const mayFollow = (step: VoucherStep, status: VoucherStatus): boolean => from[step].includes(status)

/** Who had the voucher in hand; null where the owner loaded it or a rule made it. */
export type Hands = { madeBy: string | null; reviewedBy: string | null }

/** Whether somebody was at work on it already: maker, reviewer and poster are three people. */
export const isSamePerson = (step: 'review' | 'post', { madeBy, reviewedBy }: Hands, accountId: string): boolean =>
  madeBy === accountId || (step === 'post' && reviewedBy === accountId)

/** Stands in place of reviewer and poster where amounts follow from a rule and nobody chose them. */
export const byRule = '按规则生成'

/** Whether a voucher that a closing posted by rule still waits for the name of a second person. */
export const waitsForSecond = ({ kind, status, reviewedName }: { kind: JournalKind; status: VoucherStatus; reviewedName: string | null }): boolean =>
  status === 'posted' && (kind === 'release' || kind === 'carry-over') && reviewedName === byRule

/** Whether lines of a voucher are typed: those of a reversal, of gathered journals and of a conversion follow from what was posted before. */
export const areLinesTyped = ({ isGathered, reversesId, kind }: { isGathered: boolean; reversesId: string | null; kind: JournalKind }): boolean =>
  !isGathered && reversesId === null && kind !== 'conversion'
