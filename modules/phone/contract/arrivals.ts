import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { day, instant, media, outcomes, version } from '#modules/care/contract.ts'
import { answerCodes } from './sentences.ts'

/** Where an arrival stands: it waits, was accepted, was set aside, or was refused and only kept. */
export const arrivalStatuses = ['waiting', 'accepted', 'set-aside', 'refused'] as const

/** A letter that could not be recorded by itself, as the office's list shows it. */
export const Arrival = z.object({
  id, unitCode: z.string(), personName: z.string(), deviceName: z.string(), code: z.enum(answerCodes), status: z.enum(arrivalStatuses),
  /** Masked name and age; null where the case is not in the caller's range. */
  childLabel: z.string().nullable(), caseId: id.nullable(),
  writtenAt: instant, receivedAt: instant,
  /** What the office decided; null while it waits. */
  decidedName: z.string().nullable(), decidedAt: instant.nullable(), reason: z.string().nullable(), visitId: id.nullable(),
  version,
})
/** A letter that could not be recorded by itself. */
export type Arrival = z.infer<typeof Arrival>

/** What the volunteer wrote, for the office. */
export const ArrivedVisit = z.object({
  madeOn: day, medium: z.enum(media), minutes: z.number().int(), outcome: z.enum(outcomes), note: z.string(), withWorker: z.boolean(),
})
/** An arrival opened; that it was read is recorded. */
export const OpenedArrival = Arrival.extend({
  /** Null when the content is no longer kept. */
  visit: ArrivedVisit.nullable(),
  /** Visits of this child and person about the same day that stand already. */
  rivals: z.array(z.object({ id, madeOn: day, recordedAt: instant, isVoided: z.boolean() })),
})
/** An arrival opened. */
export type OpenedArrival = z.infer<typeof OpenedArrival>

const ARRIVAL_DECIDED = { status: 409, message: '这份来件已经有人办理，请刷新后查看结果。' }

/** 手机来件, for the office. */
export const arrivalOperations = {
  listArrivals: base.route({ method: 'GET', path: '/phone/arrivals', summary: '手机来件' })
    .input(listQuery.extend({ status: z.enum(arrivalStatuses).optional() })).output(pageOf(Arrival)),
  openArrival: base.route({ method: 'GET', path: '/phone/arrivals/{id}', summary: '查看手机来件（留痕）' }).input(z.object({ id })).output(OpenedArrival),
  acceptArrival: base.route({ method: 'POST', path: '/phone/arrivals/{id}/accept', summary: '记录手机来件' })
    .errors({
      ARRIVAL_DECIDED,
      CONTENT_GONE: { status: 409, message: '来件的内容已不再保存，不能记录。' },
      NOT_RECORDABLE: { status: 422, message: '帮扶记录不接受这次走访，请核对日期、时长和结对，改正后再记录；不应记录的请选“不记录”。' },
    })
    .input(z.object({
      id, version,
      /** What the office puts right before it is recorded. */
      madeOn: localDate.optional(), medium: z.enum(media).optional(), minutes: z.number().int('请填整分钟数').min(0).max(720).optional(),
      outcome: z.enum(outcomes).optional(), note: prose(4000).optional(),
    }))
    .output(z.object({ id, visitId: id })),
  setAsideArrival: base.route({ method: 'POST', path: '/phone/arrivals/{id}/set-aside', summary: '不记录手机来件' })
    .errors({ ARRIVAL_DECIDED }).input(z.object({ id, version, reason: line(200) })).output(z.object({ id })),
}
