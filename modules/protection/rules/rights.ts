import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { parsePhone, phoneMessage } from '#platform/values/phone.ts'
import { addWorkingDays, type HolidayTable } from '#platform/values/working-days.ts'
import type { NewRightsRequest } from '../contract.ts'

/** What is wrong with a field of a request. */
export type RightsProblem = { field: 'guardianId' | 'phone' | 'proof' | 'receivedOn'; message: string }

/** Last day for the written answer, in working days: the day of receipt does not count. Where a year is not known, calendar days count in it. */
export function replyDueOn(receivedOn: LocalDate, days: number, table: HolidayTable): { dueOn: LocalDate; countsCalendarDays: boolean } {
  const { day, unknownYears } = addWorkingDays(receivedOn, days, table)
  return { dueOn: day, countsCalendarDays: unknownYears.length > 0 }
}

/** Past the last day without an answer, or answered after it. */
export const isReplyLate = (request: { dueOn: LocalDate; sentOn: LocalDate | null }, today: LocalDate): boolean =>
  (request.sentOn ?? today) > request.dueOn

/** For how many days after a yes the copy may be made. */
export const copyDays = 7

/** The copy may be made in the days after a yes to seeing or copying. */
export const mayStillCopy = (request: { kind: string; result: string | null; decidedOn: LocalDate | null }, today: LocalDate): boolean =>
  (request.kind === 'see' || request.kind === 'copy') && request.result === 'granted' && request.decidedOn !== null &&
  today < addDays(request.decidedOn, copyDays)

/** What must be put right before a request can be recorded. */
export function findRightsProblem(
  request: Pick<NewRightsRequest, 'askedBy' | 'guardianId' | 'phone' | 'proof' | 'receivedOn'>, today: LocalDate,
): RightsProblem | undefined {
  if (request.askedBy === 'guardian' && request.guardianId === undefined) return { field: 'guardianId', message: '请选择是哪一位监护人' }
  if (request.askedBy !== 'guardian' && request.guardianId !== undefined) return { field: 'guardianId', message: '只有监护人提出时才选监护人' }
  if (request.askedBy === 'agent' && !['entrustment', 'court'].includes(request.proof)) {
    return { field: 'proof', message: '代办人须出示委托书或司法文书' }
  }
  if (request.phone !== undefined && parsePhone(request.phone) === undefined) return { field: 'phone', message: phoneMessage }
  if (request.receivedOn > today) return { field: 'receivedOn', message: '收到日期不能晚于今天' }
  if (request.receivedOn < addDays(today, -365)) return { field: 'receivedOn', message: '收到日期已超过一年，请核对' }
  return undefined
}

/** What must be put right before a decision can be written: a refusal has its reason, a yes has none. */
export function findDecisionProblem(decision: { granted: boolean; refusalReason?: string | undefined }): string | undefined {
  if (!decision.granted && decision.refusalReason === undefined) return '不予办理须写明理由'
  if (decision.granted && decision.refusalReason !== undefined) return '同意办理时不写不予办理的理由'
  return undefined
}
