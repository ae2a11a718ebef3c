import type { LocalDate } from '#platform/values/local-date.ts'
import type { AgreementStatus, Instalment } from '../contract.ts'
import type { FieldProblem } from './problem.ts'

/** What can be done with an agreement. */
export type AgreementStep = 'update' | 'end'

/** Whether a step follows from where an agreement stands: only while something may still come. */
export const mayFollowAgreement = (_step: AgreementStep, status: AgreementStatus): boolean => status === 'open'

type Promised = { dueOn: LocalDate; amount: number }

/** Largest sum of an agreement, in fen. */
const mostFen = 100_000_000_000

/** What an agreement says wrongly. */
export function findAgreementIssues({ signedOn, instalments }: { signedOn: LocalDate; instalments: readonly Promised[] }, today: LocalDate): FieldProblem[] {
  const issues: FieldProblem[] = []
  if (signedOn > today) issues.push({ path: ['signedOn'], message: '签订日期不能晚于今天' })
  instalments.forEach(({ dueOn }, at) => {
    if (dueOn < signedOn) issues.push({ path: ['instalments', String(at), 'dueOn'], message: `第${at + 1}期：约定日期不能早于签订日期` })
    if (instalments.findIndex((other) => other.dueOn === dueOn) < at) {
      issues.push({ path: ['instalments', String(at), 'dueOn'], message: `第${at + 1}期：同一天只填一期，请合并金额` })
    }
  })
  if (totalOf(instalments) >= mostFen) issues.push({ path: ['instalments'], message: '协议总额应小于10亿元，请核对各期金额' })
  return issues
}

/** Sum of instalments. */
export const totalOf = (instalments: readonly { amount: number }[]): number => instalments.reduce((sum, { amount }) => sum + amount, 0)

/** Instalments in the order of their days, counted from 1. */
export const inOrderOfDays = <I extends Promised>(instalments: readonly I[]): (I & { seq: number })[] =>
  instalments.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1)).map((instalment, at) => ({ ...instalment, seq: at + 1 }))

type Arrived = Pick<Instalment, 'seq' | 'dueOn' | 'amountFen' | 'arrivedFen'>

/** Where an instalment stands: met when as much came as was promised, late from the day after it was due while the agreement is open. */
export function standingOf(instalment: Arrived, { status, today }: { status: AgreementStatus; today: LocalDate }): Instalment {
  const isMet = instalment.arrivedFen >= instalment.amountFen
  return { ...instalment, isMet, isOverdue: status === 'open' && !isMet && instalment.dueOn < today }
}

/** Whether all came: then the agreement is fulfilled. */
export const isFulfilled = (instalments: readonly Pick<Instalment, 'amountFen' | 'arrivedFen'>[]): boolean =>
  instalments.every(({ amountFen, arrivedFen }) => arrivedFen >= amountFen)

type Fitting = {
  agreement: { donorId: string; fundId: string; count: number }
  gift: { donorId: string; fundId: string; form: string; instalment?: number | undefined }
}

/** Why a gift does not meet an agreement. */
export function findFitIssues({ agreement, gift }: Fitting): FieldProblem[] {
  const issues: FieldProblem[] = []
  if (agreement.donorId !== gift.donorId) issues.push({ path: ['agreementId'], message: '这份协议是另一位捐赠人的，请重新选择' })
  if (agreement.fundId !== gift.fundId) issues.push({ path: ['fundId'], message: '请选择协议约定的资金' })
  if (gift.form !== 'money') issues.push({ path: ['agreementId'], message: '协议分期只登记资金' })
  if (gift.instalment === undefined || gift.instalment > agreement.count) issues.push({ path: ['instalment'], message: '请选择协议的一期' })
  return issues
}
