import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { CASE_CLOSED, changed, CHILD_ERASED, day, fen, named, payerKinds, version, words, yuan } from './fields.ts'

/** Where a wish stands. */
export const wishStatuses = ['draft', 'returned', 'published', 'claimed', 'fulfilled', 'closed', 'withdrawn'] as const
/** What the public sees of that. */
export const publicStatuses = ['open', 'claimed', 'fulfilled'] as const
/** Where a wish stands. */
export type WishStatus = (typeof wishStatuses)[number]
/** What the public sees of that. */
export type PublicStatus = (typeof publicStatuses)[number]

/** A wish as lists show it: masked. */
export const WishRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), caseId: id, childId: id, label: z.string(), status: z.enum(wishStatuses), amountFen: fen.nullable(),
  authorName: z.string(), writtenOn: day, publishedOn: day.nullable(), claimUntilOn: day.nullable(), fulfilledOn: day.nullable(),
  endedOn: day.nullable(), version,
})
/** A wish as lists show it. */
export type WishRow = z.infer<typeof WishRow>
/** A wish as the public sees it. */
export const PublishedWish = z.object({
  id,
  /** County, or the city where too few children of the band live in the county. */
  area: z.string(),
  /** Null where even the city has too few. */
  ageBand: z.string().nullable(), text: z.string(), amountFen: fen.nullable(), status: z.enum(publicStatuses), thanks: z.string().nullable(), publishedOn: day,
})
/** A wish as the public sees it. */
export type PublishedWish = z.infer<typeof PublishedWish>
/** One wish. */
export const Wish = WishRow.extend({
  /** The text that is or will be published; null for who only sees counts and masked rows before it is. */
  text: z.string().nullable(), answer: z.string().nullable(), thanks: z.string().nullable(), thanksName: z.string().nullable(),
  decidedName: z.string().nullable(),
  /** What the public sees; null while nothing is shown. */
  published: PublishedWish.nullable(),
  /** A consent to publication holds today. */
  hasConsent: z.boolean(),
  /** The act of aid by which it is fulfilled; null while there is none. */
  actId: id.nullable(), donorKind: z.enum(payerKinds).nullable(), claimedOn: day.nullable(),
  /** What the caller may do now. */
  may: z.object({
    write: z.boolean(), decide: z.boolean(), claim: z.boolean(), release: z.boolean(), openClaim: z.boolean(), give: z.boolean(), thank: z.boolean(),
    close: z.boolean(), withdraw: z.boolean(),
  }),
})
/** One wish. */
export type Wish = z.infer<typeof Wish>
/** Who claimed it, opened. */
export const Donor = z.object({ name: z.string(), contact: z.string() })
/** Who claimed it, opened. */
export type Donor = z.infer<typeof Donor>

const textFields = {
  /** As it is to be published: nobody may recognise the child. */
  text: prose(300).min(1, '请写孩子的心愿'),
  /** What it costs, about, in yuan. */
  amount: yuan.optional(),
}
/** A wish written for a child of a case. */
export const NewWish = z.object({ caseId: id, ...textFields })
/** A wish written for a child of a case. */
export type NewWish = z.output<typeof NewWish>

/** Filters of the list, without paging. */
export const WishFilters = listQuery.omit({ q: true }).extend({ status: z.enum(wishStatuses).optional(), caseId: id.optional(), childId: id.optional() })
/** Filters of the list. */
export type WishFilters = z.output<typeof WishFilters>

const WRONG_STATUS = { status: 409, message: '这个心愿的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(wishStatuses) }) }
const PUBLICATION_CONSENT_MISSING = { status: 409, message: '监护人还没有同意公开：请先在孩子的档案里登记“公开报道”的同意，再发布心愿。', data: z.object({ childId: id }) }
const OWN_WISH = { status: 403, message: '自己写的心愿要由别人审核发布。' }

/** Operations on wishes. */
export const wishOperations = {
  listWishes: base.route({ method: 'GET', path: '/wishes', summary: '微心愿' }).input(WishFilters).output(pageOf(WishRow)),
  getWish: base.route({ method: 'GET', path: '/wishes/{id}', summary: '一个微心愿' }).input(named).output(Wish),
  draftWish: base.route({ method: 'POST', path: '/wishes', summary: '写微心愿', successStatus: 201 }).meta({ idempotent: true }).input(NewWish).output(WishRow)
    .errors({ CASE_CLOSED, CHILD_ERASED }),
  updateWish: base.route({ method: 'PUT', path: '/wishes/{id}', summary: '修改微心愿' }).input(changed.extend(textFields)).output(WishRow)
    .errors({ WRONG_STATUS, CHILD_ERASED }),
  decideWish: base.route({ method: 'POST', path: '/wishes/{id}/decide', summary: '审核发布微心愿' })
    .input(changed.extend({ approved: z.boolean(), answer: words(500).default('') })).output(WishRow)
    .errors({ WRONG_STATUS, OWN_WISH, PUBLICATION_CONSENT_MISSING, CHILD_ERASED }),
  claimWish: base.route({ method: 'POST', path: '/wishes/{id}/claim', summary: '登记认领' })
    .input(changed.extend({
      donorKind: z.enum(payerKinds), name: line(60), contact: line(60),
      /** Days until the claim lapses; the city's own number when left out. */
      days: z.number().int('请填整天数').min(1, '至少1天').max(180, '最多180天').optional(),
    })).output(WishRow).errors({ WRONG_STATUS, PUBLICATION_CONSENT_MISSING }),
  releaseClaim: base.route({ method: 'POST', path: '/wishes/{id}/release', summary: '登记退认' }).input(changed).output(WishRow)
    .errors({ WRONG_STATUS, AID_BEGUN: { status: 409, message: '这个心愿已经登记了帮扶；请先作废那次帮扶，再登记退认。' } }),
  openClaim: base.route({ method: 'POST', path: '/wishes/{id}/open-claim', summary: '打开认领人（留痕）' }).input(named).output(Donor),
  thankForWish: base.route({ method: 'POST', path: '/wishes/{id}/thanks', summary: '写感谢的话' })
    .input(changed.extend({ thanks: prose(300).min(1, '请写感谢的话') })).output(WishRow).errors({ WRONG_STATUS, CHILD_ERASED }),
  closeWish: base.route({ method: 'POST', path: '/wishes/{id}/close', summary: '办结微心愿' })
    .input(changed).output(WishRow).errors({ WRONG_STATUS, OWN_THANKS: { status: 403, message: '自己写的感谢要由别人审核后公开。' } }),
  withdrawWish: base.route({ method: 'POST', path: '/wishes/{id}/withdraw', summary: '收回微心愿' })
    .input(changed.extend({ answer: words(500).min(1, '请写明收回的原因') })).output(WishRow)
    .errors({ WRONG_STATUS, AID_BEGUN: { status: 409, message: '这个心愿已经登记了帮扶；请先作废那次帮扶，再收回心愿。' } }),
  listPublishedWishes: base.route({ method: 'GET', path: '/published-wishes', summary: '微心愿墙' })
    .input(listQuery.omit({ q: true, unit: true }).extend({ status: z.enum(publicStatuses).optional() })).output(pageOf(PublishedWish)),
}
