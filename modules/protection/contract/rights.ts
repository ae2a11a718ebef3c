import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** What a child or guardian may ask for. */
export const rightsKinds = ['see', 'copy', 'correct', 'delete'] as const
/** Who asks. */
export const askers = ['child', 'guardian', 'agent'] as const
/** How identity and relation were proved. */
export const proofs = ['household-register', 'identity-card', 'court', 'entrustment', 'known'] as const
/** How far a request has come. */
export const rightsStates = ['open', 'decided', 'sent'] as const
/** Why a request is refused; the law asks for a reason. */
export const refusalReasons = ['not-proved', 'harms-others', 'must-be-kept', 'not-kept', 'repeated'] as const
/** How a written answer is handed over. */
export const sendingWays = ['in-person', 'post', 'school'] as const

const version = z.number().int()
const day = z.string()

/** A request as lists show it: nobody's name but the child's masked one. */
export const RightsRequestRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), childId: id,
  /** Surname and 某. */
  maskedName: z.string(),
  kind: z.enum(rightsKinds), askedBy: z.enum(askers), receivedOn: day,
  /** Last day for the written answer. */
  dueOn: day,
  /** The last day was counted in calendar days, because the holidays of a year were not known; it is never later for that. */
  countsCalendarDays: z.boolean(),
  status: z.enum(rightsStates), result: z.enum(['granted', 'refused']).nullable(), sentOn: day.nullable(),
  /** Past its last day and not answered, or answered after it. */
  isLate: z.boolean(),
})
/** A request as lists show it. */
export type RightsRequestRow = z.infer<typeof RightsRequestRow>

/** A request with what was asked and answered; opened under the child's key. */
export const RightsRequest = RightsRequestRow.extend({
  version, proof: z.enum(proofs),
  /** Relation of the guardian who asks; null for the child or an agent. */
  relation: z.string().nullable(),
  /** Name of who asks; null when the child was erased since, and for who neither took it in nor answers. */
  requesterName: z.string().nullable(),
  phone: z.string().nullable(),
  /** What is asked, in the words of who asks; null like the name. */
  wish: z.string().nullable(),
  /** Text of the answer; null before the decision, and like the name. */
  reply: z.string().nullable(),
  refusalReason: z.enum(refusalReasons).nullable(), decidedName: z.string().nullable(), decidedOn: day.nullable(),
  sentHow: z.enum(sendingWays).nullable(), sentName: z.string().nullable(), recordedName: z.string(),
  /** The caller may fetch the copy now: who said yes, within a week. */
  mayCopy: z.boolean(),
})
/** A request with what was asked and answered. */
export type RightsRequest = z.infer<typeof RightsRequest>

/** What is written down when somebody asks. */
export const NewRightsRequest = z.object({
  childId: id, kind: z.enum(rightsKinds), askedBy: z.enum(askers), guardianId: id.optional(), proof: z.enum(proofs),
  requesterName: line(60), phone: line(30).optional(), wish: prose(500).min(2, '请写明要求什么'), receivedOn: localDate,
})
/** What is written down when somebody asks. */
export type NewRightsRequest = z.infer<typeof NewRightsRequest>

/** What the rights list is narrowed by. */
export const RightsListQuery = listQuery.omit({ q: true }).extend({
  status: z.enum(rightsStates).optional(), kind: z.enum(rightsKinds).optional(), late: z.stringbool().optional(), childId: id.optional(),
})
/** What the rights list is narrowed by. */
export type RightsListQuery = z.output<typeof RightsListQuery>

const changed = z.object({ id, version })
const DecidedAlready = { status: 409, message: '这份请求已经作出决定，请刷新后查看。' }

/** 权利请求: what a child or guardian asks, decided and answered in time. */
export const rightsOperations = {
  listRightsRequests: base.route({ method: 'GET', path: '/rights-requests', summary: '权利请求' }).input(RightsListQuery).output(pageOf(RightsRequestRow)),
  getRightsRequest: base.route({ method: 'GET', path: '/rights-requests/{id}', summary: '一份权利请求（记入审计）' }).input(z.object({ id })).output(RightsRequest),
  recordRightsRequest: base.route({ method: 'POST', path: '/rights-requests', summary: '登记权利请求', successStatus: 201 }).meta({ idempotent: true })
    .errors({
      CHILD_ERASED: { status: 410, message: '这份档案的身份信息已依法删除，没有可查阅、更正或删除的内容；请直接告知申请人。' },
      RIGHTS_REQUEST_KNOWN: {
        status: 409, message: '这个孩子的同类请求已经登记，还没有决定，请打开已登记的那一份办理，不要重复登记。', data: z.object({ id }),
      },
    })
    .input(NewRightsRequest).output(z.object({ id, dueOn: day, countsCalendarDays: z.boolean(), version })),
  decideRightsRequest: base.route({ method: 'POST', path: '/rights-requests/{id}/decide', summary: '决定权利请求' })
    .errors({
      RIGHTS_REQUEST_DECIDED: DecidedAlready, OWN_REQUEST: { status: 403, message: '这份请求由您登记，请由另一位负责人决定。' },
      CHILD_ERASED: { status: 410, message: '这份档案的身份信息已依法删除，不能再作决定。' },
    })
    .input(z.object({
      id, version, granted: z.boolean(), reply: prose(1000).min(4, '请写明答复内容，至少4个字'), refusalReason: z.enum(refusalReasons).optional(),
    })).output(changed),
  sendRightsReply: base.route({ method: 'POST', path: '/rights-requests/{id}/send', summary: '登记答复送达' })
    .errors({
      RIGHTS_REQUEST_OPEN: { status: 409, message: '这份请求还没有决定，请先作出决定，再登记送达。' },
      RIGHTS_REPLY_SENT: { status: 409, message: '答复送达此前已经登记。' },
    })
    .input(z.object({ id, version, sentOn: localDate, sentHow: z.enum(sendingWays) })).output(changed),
}
