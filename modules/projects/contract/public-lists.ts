import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { batchStatuses, day, fen, named, reason } from './fields.ts'

/** How an objection came. */
export const objectionWays = ['telephone', 'letter', 'visit', 'internet'] as const
/** What became of an objection. */
export const objectionOutcomes = ['upheld', 'rejected'] as const

/** A list everybody may look at: places and numbers, nobody's name. */
export const AidList = z.object({
  id, fundName: z.string(), holderName: z.string(), openedOn: day, endsOn: day, isOver: z.boolean(),
  /** Whether somebody on it is shown nowhere, since too few are there; then there is no sum either. */
  isWithheld: z.boolean(), totalFen: fen.nullable(),
  /** How many objections came, and how many of them were answered. */
  objections: z.number().int(), answered: z.number().int(),
  groups: z.array(z.object({ place: z.string(), isChildren: z.boolean(), atLeast: z.number().int() })),
})
/** A list everybody may look at. */
export type AidList = z.infer<typeof AidList>

/** What somebody says against a list; its words open with a reason. */
export const Objection = z.object({
  id, cameOn: day, cameBy: z.enum(objectionWays), outcome: z.enum(objectionOutcomes).nullable(), answeredOn: day.nullable(),
    answeredName: z.string().nullable(),
  recordedName: z.string(),
  /** By which whoever objected asks for the outcome; null for what was recorded before there were numbers. */
  number: z.string().nullable(),
})
/** What somebody says against a list. */
export type Objection = z.infer<typeof Objection>

const WRONG_BATCH_STATUS = { status: 409, message: '这个批次的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(batchStatuses) }) }
const ANSWERED_BEFORE = { status: 409, message: '这个异议已经答复过了，请刷新页面。' }
const OWN_RECORD = { status: 403, message: '这个异议是您登记的，请由别人答复。' }

const city = z.number().int('城市编号不正确').min(1, '城市编号不正确').max(999_999, '城市编号不正确')
/** What became of an objection, for whoever has its number. */
export const ObjectionOutcome = z.object({
  cameOn: day, state: z.enum(['open', 'upheld', 'rejected', 'list-returned']), answeredOn: day.nullable(),
  /** What whoever objected is told of the reasons; null before the answer, and for what was answered before such words were asked for. */
  reply: z.string().nullable(),
})
/** What became of an objection. */
export type ObjectionOutcome = z.infer<typeof ObjectionOutcome>
/** What anybody says against a list that is shown. */
export const SentObjection = named.extend({
  city, words: prose(1000).min(1, '请写明异议'),
  /** How one may be asked back; nobody need say it. */
  contact: prose(100).optional(),
})
/** What anybody says against a list. */
export type SentObjection = z.output<typeof SentObjection>

/** Operations on public lists and objections. */
export const publicListOperations = {
  listAidLists: base.route({ method: 'GET', path: '/aid-lists', summary: '资助公示' })
    .input(z.object({ city: z.coerce.number().int().min(1).max(999_999) })).output(z.object({
      items: z.array(AidList),
      /** How the foundation of the city is reached; null where it did not say. */
      contact: z.string().nullable(),
    })),
  sendObjection: base.route({ method: 'POST', path: '/aid-lists/{id}/objections', summary: '在网上提出异议', successStatus: 201 })
    .input(SentObjection).output(z.object({ /** Number to ask for the outcome by. */ number: z.string() })).errors({
      LIST_CLOSED: { status: 409, message: '这份名单已经不在公示期内，不能再提异议；有情况请直接联系受理单位。' },
      LIST_FULL: { status: 409, message: '这份名单待答复的异议已经很多，暂时不能在网上再提，请打电话、来信或来访。' },
    }),
  askObjection: base.route({ method: 'POST', path: '/aid-lists/objections/ask', summary: '凭查询号查异议的结果' })
    .input(z.object({ city, number: line(40) })).output(ObjectionOutcome)
    .errors({ OBJECTION_UNKNOWN: { status: 404, message: '没有找到这个查询号，请逐位核对。' } }),
  recordObjection: base.route({ method: 'POST', path: '/award-batches/{id}/objections', summary: '登记异议', successStatus: 201 }).meta({ idempotent: true })
    .input(named.extend({ cameOn: localDate, cameBy: z.enum(objectionWays), words: prose(1000).min(1, '请写明异议') })).output(Objection)
    .errors({ WRONG_BATCH_STATUS }),
  answerObjection: base.route({ method: 'POST', path: '/objections/{id}/answer', summary: '答复异议' })
    .input(named.extend({
      outcome: z.enum(objectionOutcomes), answer: prose(1000).min(1, '请写明核查情况'),
      /** Words for whoever objected, shown to everybody who has the number. */
      reply: prose(500).min(1, '请写明给提出异议的人看的答复'),
    })).output(Objection)
    .errors({ ANSWERED_BEFORE, OWN_RECORD }),
  openObjection: base.route({ method: 'POST', path: '/objections/{id}/open', summary: '打开异议（写明原因并留痕）' }).input(named.extend({ reason }))
    .output(z.object({ words: z.string(), answer: z.string().nullable(), reply: z.string().nullable() })),
}
