import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { audiences, changed, day, disclosureStatuses, dueRules, named, occasionKinds, ofBook, version } from './fields.ts'

/** A disclosure in the calendar. */
export const DisclosureRow = z.object({
  id, bookId: id, bodyName: z.string(), kind: z.string(), audience: z.enum(audiences), title: z.string(), dueOn: day,
  /** Days up to the due day; negative when it has passed. */
  daysLeft: z.number().int(), status: z.enum(disclosureStatuses), responsibleName: z.string().nullable(), publishedOn: day.nullable(),
  publishedWhere: z.string().nullable(), version,
})
/** A disclosure in the calendar. */
export type DisclosureRow = z.infer<typeof DisclosureRow>
/** One disclosure with its document. */
export const Disclosure = DisclosureRow.extend({
  year: z.number().int(), source: z.string(), isVerified: z.boolean(), dueRule: z.enum(dueRules), dueNumber: z.number().int(),
  /** Fields of the document: as prepared, else as the records fill them today. */
  fields: z.array(z.object({ name: z.string(), text: z.string(), isFilled: z.boolean() })),
  preparedName: z.string().nullable(), preparedOn: day.nullable(), approvedName: z.string().nullable(), approvedOn: day.nullable(),
  publishedName: z.string().nullable(), reason: z.string().nullable(),
  notes: z.array(z.object({ id, words: z.string(), publishedOn: day, publishedWhere: z.string(), notedName: z.string() })),
  /** Who could answer for it; empty where the caller may not say. */
  people: z.array(z.object({ id, name: z.string() })),
  may: z.object({
    assign: z.boolean(), prepare: z.boolean(), return: z.boolean(), approve: z.boolean(), publish: z.boolean(), correct: z.boolean(), void: z.boolean(),
  }),
})
/** One disclosure with its document. */
export type Disclosure = z.infer<typeof Disclosure>
/** What the law makes a body disclose. */
export const DisclosureKind = z.object({
  code: z.string(), validFrom: day, name: z.string(), audience: z.enum(audiences), bodies: z.enum(['all', 'public', 'other']), causes: z.array(z.string()),
  dueRule: z.enum(dueRules), dueNumber: z.number().int(), longerThanMonths: z.number().int().nullable(), source: z.string(), isVerified: z.boolean(),
})
/** What the law makes a body disclose. */
export type DisclosureKind = z.infer<typeof DisclosureKind>
/** What brings disclosures about. */
export const Occasion = z.object({
  id, bookId: id, kind: z.enum(occasionKinds), title: z.string(), startsOn: day, endsOn: day.nullable(), isTyped: z.boolean(), recordedName: z.string(),
  /** Disclosures it brought about, and how many of them are open. */
  dueCount: z.number().int(), openCount: z.number().int(), version,
})
/** What brings disclosures about. */
export type Occasion = z.infer<typeof Occasion>

/** Filters of the calendar. */
export const DisclosureFilters = listQuery.omit({ q: true }).extend({
  state: z.enum(['open', 'published', 'void']).default('open'), bookId: id.optional(),
})
/** Filters of the calendar. */
export type DisclosureFilters = z.output<typeof DisclosureFilters>
const span = { title: line(60), startsOn: localDate, endsOn: localDate.optional() }
/** An occasion as it is typed. */
export const NewOccasion = z.object({ bookId: id, kind: z.enum(occasionKinds), ...span })
/** An occasion as it is typed. */
export type NewOccasion = z.output<typeof NewOccasion>
const published = { publishedOn: localDate, publishedWhere: line(100) }

const WRONG_STATUS = { status: 409, message: '这项信息公开的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(disclosureStatuses) }) }
const OWN_DISCLOSURE = { status: 403, message: '自己拟订的文稿要由另一位负责人审批。' }
const NOT_IN_CHARGE = { status: 409, message: '这位同事没有拟订信息公开的权限，请另选责任人。' }
const NOT_BOUND = { status: 409, message: '这个账套属于关工委，不适用慈善组织的信息公开要求，请选择基金会的账套。' }
const MADE_BY_RECORD = { status: 409, message: '这个事由由系统记录生成，请在原来的记录里修改。' }

/** Operations on disclosures. */
export const disclosureOperations = {
  listDisclosureKinds: base.route({ method: 'GET', path: '/disclosures/kinds', summary: '信息公开的种类' }).input(z.object({}))
    .output(z.object({ items: z.array(DisclosureKind) })),
  listDisclosures: base.route({ method: 'GET', path: '/disclosures', summary: '信息公开日历' }).input(DisclosureFilters).output(pageOf(DisclosureRow)),
  getDisclosure: base.route({ method: 'GET', path: '/disclosures/{id}', summary: '一项信息公开' }).input(named).output(Disclosure),
  listOccasions: base.route({ method: 'GET', path: '/duties/bodies/{bookId}/occasions', summary: '信息公开的事由' }).input(ofBook)
    .output(z.object({ items: z.array(Occasion) })),
  recordOccasion: base.route({ method: 'POST', path: '/disclosures/occasions', summary: '登记事由', successStatus: 201 }).meta({ idempotent: true })
    .input(NewOccasion).output(Occasion).errors({ NOT_BOUND }),
  updateOccasion: base.route({ method: 'PUT', path: '/disclosures/occasions/{id}', summary: '修改事由' }).input(changed.extend(span)).output(Occasion)
    .errors({ MADE_BY_RECORD }),
  assignDisclosure: base.route({ method: 'POST', path: '/disclosures/{id}/responsible', summary: '指定责任人' }).input(changed.extend({ accountId: id }))
    .output(DisclosureRow).errors({ WRONG_STATUS, NOT_IN_CHARGE }),
  prepareDisclosure: base.route({ method: 'POST', path: '/disclosures/{id}/prepare', summary: '提交文稿' })
    .input(changed.extend({ fields: z.array(z.object({ name: line(60), text: prose(5000) })).max(60) })).output(DisclosureRow).errors({ WRONG_STATUS }),
  returnDisclosure: base.route({ method: 'POST', path: '/disclosures/{id}/return', summary: '退回文稿' }).input(changed.extend({ reason: line(200) }))
    .output(DisclosureRow).errors({ WRONG_STATUS }),
  approveDisclosure: base.route({ method: 'POST', path: '/disclosures/{id}/approve', summary: '批准文稿' }).input(changed).output(DisclosureRow)
    .errors({ WRONG_STATUS, OWN_DISCLOSURE }),
  publishDisclosure: base.route({ method: 'POST', path: '/disclosures/{id}/publish', summary: '登记公开' }).input(changed.extend(published))
    .output(DisclosureRow).errors({ WRONG_STATUS }),
  correctDisclosure: base.route({ method: 'POST', path: '/disclosures/{id}/notes', summary: '登记更正说明' }).meta({ idempotent: true })
    .input(changed.extend({ words: prose(1000).refine((text) => text !== '', '请写明更正的内容'), ...published })).output(DisclosureRow).errors({ WRONG_STATUS }),
  voidDisclosure: base.route({ method: 'POST', path: '/disclosures/{id}/void', summary: '作废' }).input(changed.extend({ reason: line(200) }))
    .output(DisclosureRow).errors({ WRONG_STATUS }),
}
