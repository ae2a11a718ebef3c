import { z } from 'zod'
import { yuan } from '#modules/ledger/contract.ts'
import { base } from '#platform/contract/base.ts'
import { creditCode, id, line, localDate, phone } from '#platform/contract/fields.ts'
import { changed, Contact, day, dealingKinds, fen, identityNumber, named, ofBook, partyGrounds, partyKinds, version } from './fields.ts'

/** A related party. */
export const RelatedParty = z.object({
  id, bookId: id, kind: z.enum(partyKinds), name: z.string(), creditCode: z.string().nullable(), ground: z.enum(partyGrounds), words: z.string(),
  memberId: id.nullable(), memberName: z.string().nullable(), fromOn: day, untilOn: day.nullable(), hasContact: z.boolean(), version,
})
/** A related party. */
export type RelatedParty = z.infer<typeof RelatedParty>
/** A relation that was found. */
export const Relation = z.object({
  /** Null for a member of the board who is no entry of the list. */
  partyId: id.nullable(), memberId: id.nullable(), bookId: id, name: z.string(), ground: z.enum(partyGrounds), words: z.string(),
  matchedBy: z.enum(['code', 'identity', 'name']),
})
/** A relation that was found. */
export type Relation = z.infer<typeof Relation>
/** What passed between a body and a related party. */
export const Dealing = z.object({
  id, partyId: id, partyName: z.string(), kind: z.enum(dealingKinds), amountFen: fen, happenedOn: day, words: z.string(), recordedName: z.string(),
  matchedBy: z.enum(['code', 'name', 'desk']),
})
/** What passed between a body and a related party. */
export type Dealing = z.infer<typeof Dealing>
/** A gift that may come from a related party and stands in no dealing yet. */
export const RelationHit = z.object({
  giftId: id, partyId: id, partyName: z.string(), donorLabel: z.string(), amountFen: fen, receivedOn: day, matchedBy: z.enum(['code', 'name']),
})
/** A gift that may come from a related party. */
export type RelationHit = z.infer<typeof RelationHit>

/** A partner of an approved project that may be a related party and stands in no dealing yet. */
export const PartnerHit = z.object({
  projectId: id, partyId: id, partyName: z.string(), projectName: z.string(), task: z.string(), approvedOn: day, matchedBy: z.enum(['code', 'name']),
})
/** A partner that may be a related party. */
export type PartnerHit = z.infer<typeof PartnerHit>

const party = {
  name: line(60), creditCode: creditCode.optional(), ground: z.enum(partyGrounds), words: line(200), memberId: id.optional(), fromOn: localDate,
  untilOn: localDate.optional(), phone: phone.optional(), identityNumber: identityNumber.optional(),
}
/** A related party as typed. */
export const NewRelatedParty = z.object({ bookId: id, kind: z.enum(partyKinds), ...party })
/** A related party as typed. */
export type NewRelatedParty = z.output<typeof NewRelatedParty>
/** A dealing as typed, or a gift or a partner of a project that was found. */
export const NewDealing = z.object({
  partyId: id, kind: z.enum(dealingKinds), amount: yuan, happenedOn: localDate, words: line(200),
  /** The gift it is, where one was found. */
  giftId: id.optional(),
  /** The project whose partner it is, where one was found; never beside a gift. */
  projectId: id.optional(),
})
/** A dealing as typed. */
export type NewDealing = z.output<typeof NewDealing>

const DEALING_KNOWN = { status: 409, message: '这笔捐赠或合作已经登记为关联往来，请刷新页面。' }
const NOT_BOUND = { status: 409, message: '这个账套属于关工委，不适用慈善组织的规定，请选择基金会的账套。' }

/** Operations on related parties. */
export const relationOperations = {
  listRelatedParties: base.route({ method: 'GET', path: '/duties/bodies/{bookId}/related-parties', summary: '关联方' }).input(ofBook)
    .output(z.object({ items: z.array(RelatedParty), mayWrite: z.boolean(), mayOpen: z.boolean() })),
  addRelatedParty: base.route({ method: 'POST', path: '/related-parties', summary: '登记关联方', successStatus: 201 }).meta({ idempotent: true })
    .input(NewRelatedParty).output(RelatedParty).errors({ NOT_BOUND }),
  updateRelatedParty: base.route({ method: 'PUT', path: '/related-parties/{id}', summary: '更正关联方' }).input(changed.extend(party)).output(RelatedParty),
  openRelatedParty: base.route({ method: 'POST', path: '/related-parties/{id}/open', summary: '打开关联自然人的电话和身份证号' }).input(named).output(Contact),
  searchRelations: base.route({ method: 'POST', path: '/related-parties/search', summary: '查关联关系' })
    .input(ofBook.extend({ name: line(60).optional(), creditCode: creditCode.optional(), identityNumber: identityNumber.optional(), on: localDate.optional() }))
    .output(z.object({ items: z.array(Relation) })),
  listDealings: base.route({ method: 'GET', path: '/duties/bodies/{bookId}/dealings', summary: '关联往来' }).input(ofBook)
    .output(z.object({ items: z.array(Dealing) })),
  listRelatedGifts: base.route({ method: 'GET', path: '/duties/bodies/{bookId}/related-gifts', summary: '疑似关联捐赠和项目合作' }).input(ofBook)
    .output(z.object({ items: z.array(RelationHit), partners: z.array(PartnerHit) })),
  recordDealing: base.route({ method: 'POST', path: '/related-parties/dealings', summary: '登记关联往来', successStatus: 201 }).meta({ idempotent: true })
    .input(NewDealing).output(Dealing).errors({ DEALING_KNOWN, NOT_BOUND }),
}
