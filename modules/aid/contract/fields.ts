// What the parts of the contract of aid share: words of needs, acts and wishes, and the fields of an input.
import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, prose } from '#platform/contract/fields.ts'

export { yuan } from '#platform/contract/amounts.ts'

/** Whom a need or an act is for. */
export const reaches = ['child', 'household'] as const
/** Who pays or gives. */
export const payerKinds = ['committee', 'charity', 'enterprise', 'person', 'department'] as const
/** Why a donor steps back from a claim of its own; chosen, so that nothing about a person is written in it. */
export const releaseReasons = ['by-mistake', 'not-to-be-had', 'too-dear', 'no-time', 'other'] as const
/** What is given. */
export const forms = ['money', 'goods', 'service'] as const

/** Whom a need or an act is for. */
export type Reach = (typeof reaches)[number]
/** Who pays or gives. */
export type PayerKind = (typeof payerKinds)[number]
/** Why a donor steps back from a claim of its own. */
export type ReleaseReason = (typeof releaseReasons)[number]
/** What is given. */
export type Form = (typeof forms)[number]

/** A day in an answer. */
export const day = z.string()
/** Counts changes of a record. */
export const version = z.number().int()
/** Why something is done, in one line, without anybody's name. */
export const reason = line(200)
/** A longer text that is sealed. */
export const words = (max: number) => prose(max)
/** Fen in an answer. */
export const fen = z.number().int()
/** One record, by its id. */
export const named = z.object({ id })
/** One record as somebody saw it: a stale save is refused. */
export const changed = z.object({ id, version })
/** A kind of the dated list. */
export const kindCode = z.string().trim().min(1).max(40).regex(/^[a-z][a-z-]*$/, '请从列表中选择')

/** One kind of need and of aid. */
export const AidKind = z.object({ code: z.string(), name: z.string() })
/** One kind of need and of aid. */
export type AidKind = z.infer<typeof AidKind>

/** Nothing is added to a case that is over. */
export const CASE_CLOSED = { status: 409, message: '这个个案已经结案；如需继续帮扶，请先重新开案。' }
/** Helping needs a yes that holds. */
export const SERVICE_CONSENT_MISSING = { status: 409, message: '监护人接受帮扶的同意已经没有了；请先在孩子的档案里登记新的同意。' }
/** The child was erased. */
export const CHILD_ERASED = { status: 410, message: '这个孩子的信息已按申请删除，不能再办理。' }

/** Reference data of aid. */
export const kindOperations = {
  listAidKinds: base.route({ method: 'GET', path: '/aid/kinds', summary: '帮扶类别' }).input(z.object({})).output(z.object({ items: z.array(AidKind) })),
}
