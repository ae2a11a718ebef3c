import { z } from 'zod'
import { accessPurposes, fileFields, OpenedFile } from '#modules/children/contract.ts'
import { base } from '#platform/contract/base.ts'
import { id, line, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** Where a referral stands. */
export const statuses = ['draft', 'sent', 'accepted', 'rejected', 'revoked', 'done'] as const
/** Whose row it is. */
export const parties = ['sender', 'receiver'] as const
/** Sorts of outside bodies. */
export const bodyKinds = ['department', 'hospital', 'school', 'other'] as const
/** Decision on going on without consent. */
export const overrideStatuses = ['pending', 'approved', 'rejected'] as const

/** Where a referral stands. */
export type Status = (typeof statuses)[number]
/** Whose row it is. */
export type Party = (typeof parties)[number]
/** Sort of an outside body. */
export type BodyKind = (typeof bodyKinds)[number]
/** Decision on going on without consent. */
export type OverrideStatus = (typeof overrideStatuses)[number]
/** What a draft waits for before it can be sent. */
export const sendingObstacles = ['CONSENT_MISSING', 'OVERRIDE_PENDING', 'OVERRIDE_REJECTED'] as const
/** What a draft waits for before it can be sent. */
export type SendingObstacle = (typeof sendingObstacles)[number]

const day = z.string()
const version = z.number().int()
const reason = line(200)

/** An outside body of the directory. */
export const OutsideBody = z.object({
  id, kind: z.enum(bodyKinds), name: z.string(), address: z.string(), phone: z.string(), contact: z.string(), closedOn: day.nullable(), version,
})
/** An outside body of the directory. */
export type OutsideBody = z.infer<typeof OutsideBody>
const bodyFields = { kind: z.enum(bodyKinds), name: line(60), address: prose(120).default(''), phone: prose(30).default(''), contact: prose(60).default('') }

/** A referral as lists show it to one party: masked. */
export const ReferralRow = z.object({
  id, party: z.enum(parties), unitCode: z.string(), fromUnitName: z.string(), toName: z.string(),
  /** Sort of outside body; null where a unit of the platform is asked. */
  bodyKind: z.enum(bodyKinds).nullable(),
  childLabel: z.string(), status: z.enum(statuses), overrideStatus: z.enum(overrideStatuses).nullable(),
  sentOn: day.nullable(), answerDueOn: day.nullable(), answeredOn: day.nullable(), endedOn: day.nullable(),
  /** Sent and not answered in time. */
  isOverdue: z.boolean(), authorName: z.string(), version,
})
/** A referral as lists show it. */
export type ReferralRow = z.infer<typeof ReferralRow>
/** One referral, still masked. */
export const Referral = ReferralRow.extend({
  /** Null in the receiver's row. */
  childId: id.nullable(), fields: z.array(z.enum(fileFields)), accessDays: z.number().int(), openUntil: day.nullable(), overrideName: z.string().nullable(),
  /** What the decision on going on without consent says; null where it says nothing, and in the receiver's row. */
  overrideAnswer: z.string().nullable(),
  /** What the draft waits for before anybody can send it; null where nothing stands against it, and once it was sent. */
  waitsFor: z.enum(sendingObstacles).nullable(),
  /** What the caller may do now. */
  may: z.object({
    decide: z.boolean(), send: z.boolean(), revoke: z.boolean(), answer: z.boolean(), finish: z.boolean(), open: z.boolean(), print: z.boolean(),
  }),
})
/** One referral. */
export type Referral = z.infer<typeof Referral>
/** What travels and what was answered, opened. */
export const Enclosure = z.object({
  need: z.string(), summary: z.string(), overrideReason: z.string().nullable(), answer: z.string().nullable(), result: z.string().nullable(),
  /** The chosen fields; null for the sender, who opens the file itself, and after the time. */
  file: OpenedFile.nullable(),
})
/** What travels, opened. */
export type Enclosure = z.infer<typeof Enclosure>
/** Who a guardian of the opened file is to the child. */
export type GuardianRelation = NonNullable<OpenedFile['guardians']>[number]['relation']

/** What a draft asks for. */
export const NewReferral = z.object({
  childId: id,
  /** Unit of the platform, or an outside body: one of the two. */
  toUnitId: id.optional(), toBodyId: id.optional(),
  need: prose(1000).min(1, '请写希望对方做什么'), summary: prose(2000).default(''),
  /** Fields of the file that travel; none is allowed too. */
  fields: z.array(z.enum(fileFields)).max(fileFields.length).default([]),
  accessDays: z.number().int('请填整天数').min(1).max(90, '最多90天').default(30),
  /** Why it must go on without consent; left out where a consent to sharing holds. */
  overrideReason: prose(500).optional(),
})
/** What a draft asks for. */
export type NewReferral = z.output<typeof NewReferral>

const named = z.object({ id })
const changed = z.object({ id, version })
const WRONG_STATUS = { status: 409, message: '这份转介的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(statuses) }) }
const WRONG_PARTY = { status: 409, message: '这一步要由另一方办理。' }
const UNIT_CLOSED = { status: 409, message: '这个单位已经撤销，不能接收转介，请另选一个单位。' }
const BODY_CLOSED = { status: 409, message: '这个外部机构已经停用，请在名录中另选一个。' }
const CONSENT_MISSING = {
  status: 409, message: '监护人还没有同意与他人共享信息：请先在孩子的档案里登记“信息共享”的同意，或写明必须转介的理由报批。', data: z.object({ childId: id }),
}

/** What crosses the wire for 转介. */
export const referralsContract = {
  listReferrals: base.route({ method: 'GET', path: '/referrals', summary: '转介' })
    .input(listQuery.omit({ q: true }).extend({
      /** Which side: what was sent (sender) or what came (receiver). */
      party: z.enum(parties).default('sender'), status: z.enum(statuses).optional(), overdue: z.stringbool().optional(), childId: id.optional(),
    })).output(pageOf(ReferralRow)),
  getReferral: base.route({ method: 'GET', path: '/referrals/{id}', summary: '一份转介' }).input(named).output(Referral),
  draftReferral: base.route({ method: 'POST', path: '/referrals', summary: '拟转介', successStatus: 201 }).meta({ idempotent: true })
    .input(NewReferral).output(ReferralRow)
    .errors({
      CONSENT_MISSING, UNIT_CLOSED, BODY_CLOSED,
      SAME_UNIT: { status: 409, message: '不能转介给孩子所在的单位，请另选接收单位。' },
      CHILD_NOT_REGISTERED: { status: 409, message: '这个孩子的档案已经结束，不能转介。' },
    }),
  decideOverride: base.route({ method: 'POST', path: '/referrals/{id}/override', summary: '审批无同意转介' })
    .input(changed.extend({
      approved: z.boolean(),
      /** Words for the author; a no needs them. */
      answer: line(200).optional(),
    })).output(ReferralRow)
    .errors({
      WRONG_STATUS, WRONG_PARTY, NO_OVERRIDE: { status: 409, message: '这份转介没有待审批的例外。' },
      OWN_OVERRIDE: { status: 403, message: '自己拟的转介要由别人审批。' },
      ANSWER_NEEDED: { status: 422, message: '不批准的，请写明理由，让拟稿人知道怎么办。' },
    }),
  sendReferral: base.route({ method: 'POST', path: '/referrals/{id}/send', summary: '发出转介' })
    .input(changed.extend({
      /** Purpose of the sender's own approval, under which the fields are opened. */
      purpose: z.enum(accessPurposes).default('case'),
    })).output(ReferralRow)
    .errors({
      WRONG_STATUS, WRONG_PARTY, UNIT_CLOSED, BODY_CLOSED, CONSENT_MISSING,
      OVERRIDE_PENDING: { status: 409, message: '没有监护人同意的转介，要等未成年人信息负责人批准后才能发出。' },
      OVERRIDE_REJECTED: { status: 409, message: '例外没有获批，不能发出。请先登记监护人的“信息共享”同意，或撤回这份草稿。' },
      ACCESS_REQUIRED: { status: 403, message: '所选信息您还没有查阅许可，请先申请查阅，或少选几项另拟一份。', data: z.object({ missing: z.array(z.enum(fileFields)) }) },
      CHILD_ERASED: { status: 410, message: '这个孩子的信息已按申请删除。' },
    }),
  revokeReferral: base.route({ method: 'POST', path: '/referrals/{id}/revoke', summary: '撤回转介' })
    .input(changed.extend({ reason })).output(ReferralRow).errors({ WRONG_STATUS, WRONG_PARTY }),
  answerReferral: base.route({ method: 'POST', path: '/referrals/{id}/answer', summary: '答复转介' })
    .input(changed.extend({ accepted: z.boolean(), reason: prose(500).default('') })).output(ReferralRow)
    .errors({ WRONG_STATUS, WRONG_PARTY, REASON_NEEDED: { status: 422, message: '不接收请写明原因，让对方知道下一步找谁。' } }),
  finishReferral: base.route({ method: 'POST', path: '/referrals/{id}/finish', summary: '办结转介' })
    .input(changed.extend({ result: prose(1000).min(1, '请写办理结果') })).output(ReferralRow).errors({ WRONG_STATUS, WRONG_PARTY }),
  openEnclosure: base.route({ method: 'POST', path: '/referrals/{id}/open', summary: '打开随转内容（留痕）' }).input(named).output(Enclosure)
    .errors({ ENCLOSURE_CLOSED: { status: 410, message: '随转内容的查看期限已过或转介已结束；如仍需要，请对方重新转介。' } }),
  listBodies: base.route({ method: 'GET', path: '/outside-bodies', summary: '外部机构名录' })
    .input(listQuery.omit({ unit: true }).extend({ kind: z.enum(bodyKinds).optional(), closed: z.stringbool().optional() })).output(pageOf(OutsideBody)),
  addBody: base.route({ method: 'POST', path: '/outside-bodies', summary: '添加外部机构', successStatus: 201 }).meta({ idempotent: true })
    .input(z.object(bodyFields)).output(OutsideBody)
    .errors({ BODY_KNOWN: { status: 409, message: '名录里已有同名机构。', data: z.object({ id }) } }),
  updateBody: base.route({ method: 'PUT', path: '/outside-bodies/{id}', summary: '更正外部机构' })
    .input(z.object({ id, version, ...bodyFields, isClosed: z.boolean().default(false) })).output(OutsideBody),
}
