import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import {
  accessPurposes, ACCESS_REQUIRED, ageBands, AskedFields, changed, child, CHILD_ALREADY_REGISTERED, CHILD_CLOSED, CHILD_ERASED, childTypes, civilAffairsTypes,
  closingReasons, consentForms, consentKinds, day, duplicateReasons, evidences, factKinds, factSubjects, fileFields, guardianships, instant, paperKinds,
    relations, sexes,
  version,
} from './fields.ts'

/** A child as lists show it: masked. */
export const ChildRow = z.object({
  id,
  unitCode: z.string(),
  unitName: z.string(),
  /** Surname and 某. */
  maskedName: z.string(),
  sex: z.enum(sexes),
  ageBand: z.enum(ageBands),
  /** 平台推算. */
  derivedTypes: z.array(z.enum(childTypes)),
  /** 民政认定. */
  civilAffairsTypes: z.array(z.enum(civilAffairsTypes)),
  /** The two differ where they can be compared. */
  differs: z.boolean(),
  status: z.enum(['registered', 'closed', 'erased', 'merged']),
  updatedAt: instant,
})
/** A child as lists show it: masked. */
export type ChildRow = z.infer<typeof ChildRow>

/** A dated fact. */
export const Fact = z.object({
  id, subject: z.enum(factSubjects), kind: z.enum(factKinds),
  /** The code; null when it may only be read with an approval that names health. */
  value: z.string().nullable(),
  fromOn: day,
  /** Last day; null while it goes on. */
  untilOn: day.nullable(),
  evidence: z.enum(evidences),
})
/** A dated fact. */
export type Fact = z.infer<typeof Fact>

/** A type with its reason. */
export const DerivedType = z.object({
  type: z.enum(childTypes), since: day,
  /** The facts that make it, in words; empty for those who may not read facts. */
  reasons: z.array(z.string()),
  /** The same facts by their ids, for who words them in another language. */
  factIds: z.array(id),
  /** Name and number of the rule. */
  source: z.string(), ruleVersion: z.number().int(),
})

/** A guardian without identity. */
export const Guardian = z.object({ id, relation: z.enum(relations), guardianship: z.enum(guardianships), isPrimary: z.boolean() })

/** A consent. */
export const Consent = z.object({
  id, kind: z.enum(consentKinds), form: z.enum(consentForms),
  /** Relation of who gave it; null when the child of 16 and over did. */
  givenBy: z.enum(relations).nullable(),
  /** To what exactly. */
  covers: z.string(), fromOn: day, untilOn: day.nullable(), withdrawnOn: day.nullable(),
  /** It holds today. */
  isValid: z.boolean(),
  /** The scanned paper is attached. */
  hasScan: z.boolean(),
})

/** What the caller may open. */
export const OwnAccess = z.object({
  id, childId: id, purpose: z.enum(accessPurposes), fields: z.array(z.enum(fileFields)), ground: z.string(), untilAt: instant,
})

/** The masked card with everything the caller may see without opening the file. */
export const ChildCard = ChildRow.extend({
  version, registeredOn: day, civilAffairsOn: day.nullable(), civilAffairsSource: z.string().nullable(),
  closedOn: day.nullable(), closingReason: z.enum(closingReasons).nullable(),
  /** Types with reasons, also those that lists leave out, for those who may read facts. */
  types: z.array(DerivedType), facts: z.array(Fact), guardians: z.array(Guardian), consents: z.array(Consent),
  /** The caller's own living approvals. */
  access: z.array(OwnAccess),
  /** Other records of this child, with what was written there; each can be parted again. */
  merged: z.array(z.object({
    id, mergeId: id, unitName: z.string(), registeredOn: day, mergedOn: day, mergedName: z.string(), reason: z.string(),
  })),
  /** The caller's own request that waits for a decision. */
  hasPendingRequest: z.boolean(),
})
/** The masked card with everything the caller may see without opening the file. */
export type ChildCard = z.infer<typeof ChildCard>

/** A guardian as the opened file names them. */
export const OpenedGuardian = Guardian.extend({ name: z.string(), phone: z.string().nullable(), idNumber: z.string().nullable() })
/** The fields asked for, opened. */
export const OpenedFile = z.object({
  name: z.string().optional(), paperKind: z.enum(paperKinds).optional(), idNumber: z.string().nullable().optional(), birthOn: day.optional(),
  phone: z.string().nullable().optional(), address: z.string().nullable().optional(), school: z.string().nullable().optional(),
  health: z.string().nullable().optional(), guardians: z.array(OpenedGuardian).optional(),
})
/** The fields asked for, opened. */
export type OpenedFile = z.infer<typeof OpenedFile>

const NewFact = z.object({
  subject: z.enum(factSubjects), kind: z.enum(factKinds), value: z.string().max(40), fromOn: localDate, untilOn: localDate.optional(),
  evidence: z.enum(evidences),
})
const NewConsent = z.object({
  kind: z.enum(consentKinds), form: z.enum(consentForms), covers: line(200), fromOn: localDate, untilOn: localDate.optional(),
})
const NewGuardian = z.object({
  name: line(60), relation: z.enum(relations), guardianship: z.enum(guardianships).default('legal'), phone: line(30).optional(),
  idNumber: line(30).optional(), isPrimary: z.boolean().default(false),
})
const Identity = z.object({
  name: line(60), sex: z.enum(sexes).optional(), paperKind: z.enum(paperKinds), paperNumber: line(30).optional(), birthOn: localDate.optional(),
  phone: line(30).optional(), address: line(200).optional(), school: line(100).optional(), health: prose(1000).optional(),
})

/** What registration asks for. */
export const NewChild = Identity.extend({
  /** Unit that looks after the child; the caller's own when left out. */
  unitId: id.optional(),
  guardians: z.array(NewGuardian).max(6),
  facts: z.array(NewFact).max(30).default([]),
  consents: z.array(NewConsent).max(3).default([]),
  /** A brother or sister already registered in the caller's range: the household is shared. */
  siblingId: id.optional(),
  /** How many people live together. */
  householdSize: z.number().int().min(1).max(50).optional(),
})
/** What registration asks for. */
export type NewChild = z.infer<typeof NewChild>

const filters = {
  type: z.enum(childTypes).optional(), civilAffairsType: z.enum(civilAffairsTypes).optional(), differs: z.stringbool().optional(),
  ageBand: z.enum(ageBands).optional(), sex: z.enum(sexes).optional(), status: z.enum(['registered', 'closed', 'erased']).optional(),
}
/** What lists of children are narrowed by. */
export const ChildListQuery = listQuery.extend(filters)
/** What lists of children are narrowed by. */
export type ChildListQuery = z.output<typeof ChildListQuery>

// An empty text takes a phone, an address, a school or a health note away.
const Correction = Identity.partial().extend({
  id, version, reason: line(200).optional(), phone: prose(30).optional(), address: prose(200).optional(), school: prose(100).optional(),
})

/** Files of children: found, registered, corrected, closed, erased; facts, consents and types. */
export const cardOperations = {
  listChildren: base.route({ method: 'GET', path: '/children', summary: '关爱对象列表（隐去姓名）' }).input(ChildListQuery).output(pageOf(ChildRow)),
  searchChildren: base.route({ method: 'POST', path: '/children/search', summary: '按姓名等查找关爱对象（内容不进网址）' })
    .input(listQuery.extend({ ...filters, differs: z.boolean().optional() })).output(pageOf(ChildRow)),
  getChild: base.route({ method: 'GET', path: '/children/{id}', summary: '一个孩子（隐去身份）' }).input(child).output(ChildCard),
  openChildFile: base.route({ method: 'POST', path: '/children/{id}/open', summary: '打开档案中的若干项，记入审计' })
    .errors({ ACCESS_REQUIRED, CHILD_ERASED })
    .input(child.extend({ fields: AskedFields, purpose: z.enum(accessPurposes) })).output(OpenedFile),
  findDuplicateChildren: base.route({ method: 'POST', path: '/children/check', summary: '登记前查重' })
    .input(z.object({ name: line(60).optional(), idNumber: line(30).optional(), birthOn: localDate.optional(), guardianPhone: line(30).optional() }))
    .output(z.object({
      /** Children of the caller's range that may be the same. */
      candidates: z.array(ChildRow.extend({ isSameNumber: z.boolean(), reasons: z.array(z.enum(duplicateReasons)) })),
      /** Units elsewhere in the city where such a child is registered. */
      elsewhere: z.array(z.object({ unitName: z.string(), isSameNumber: z.boolean(), reasons: z.array(z.enum(duplicateReasons)) })),
    })),
  registerChild: base.route({ method: 'POST', path: '/children', summary: '登记关爱对象', successStatus: 201 }).meta({ idempotent: true })
    .errors({ CHILD_ALREADY_REGISTERED }).input(NewChild).output(ChildRow),
  correctChild: base.route({ method: 'PATCH', path: '/children/{id}', summary: '更正身份信息' })
    .errors({ ACCESS_REQUIRED, CHILD_CLOSED, CHILD_ALREADY_REGISTERED }).input(Correction).output(changed),
  recordFact: base.route({ method: 'POST', path: '/children/{id}/facts', summary: '记录情况', successStatus: 201 }).meta({ idempotent: true })
    .errors({ CHILD_CLOSED, FACT_ALREADY_HOLDS: { status: 409, message: '同样的情况已经记录，而且仍在延续；如有变化，请先结束原来的那一条。' } })
    .input(NewFact.extend({ id })).output(child.extend({ factId: id })),
  endFact: base.route({ method: 'POST', path: '/children/{id}/facts/{factId}/end', summary: '结束一条情况' })
    .errors({ CHILD_CLOSED, FACT_ALREADY_ENDED: { status: 409, message: '这条情况已经结束，请刷新后核对。' } })
    .input(child.extend({ factId: id, untilOn: localDate })).output(child),
  voidFact: base.route({ method: 'POST', path: '/children/{id}/facts/{factId}/void', summary: '作废记错的情况' })
    .errors({ CHILD_CLOSED }).input(child.extend({ factId: id, reason: line(200) })).output(child),
  recordConsent: base.route({ method: 'POST', path: '/children/{id}/consents', summary: '登记知情同意', successStatus: 201 }).meta({ idempotent: true })
    .errors({ CHILD_CLOSED }).input(NewConsent.extend({ id, guardianId: id.optional() })).output(child.extend({ consentId: id })),
  withdrawConsent: base.route({ method: 'POST', path: '/children/{id}/consents/{consentId}/withdraw', summary: '撤回知情同意' })
    .errors({ CONSENT_ALREADY_WITHDRAWN: { status: 409, message: '这份同意已经撤回。' } })
    .input(child.extend({ consentId: id, reason: line(200).optional() })).output(child),
  setCivilAffairsTypes: base.route({ method: 'POST', path: '/children/{id}/civil-affairs-types', summary: '录入民政认定' })
    .errors({ CHILD_CLOSED })
    .input(child.extend({ version, types: z.array(z.enum(civilAffairsTypes)).max(8), decidedOn: localDate, source: line(100) })).output(changed),
  closeChild: base.route({ method: 'POST', path: '/children/{id}/close', summary: '结束档案' })
    .errors({ CHILD_CLOSED }).input(child.extend({ version, reason: z.enum(closingReasons), closedOn: localDate })).output(changed),
  eraseChild: base.route({ method: 'POST', path: '/children/{id}/erase', summary: '依法删除身份信息（不可恢复）' })
    .errors({
      CHILD_NOT_CLOSED: { status: 409, message: '请先结束这份档案，再删除身份信息。' }, CHILD_ERASED: { status: 410, message: '这份档案的身份信息此前已经删除。' },
      // The sentence of the issue names the day.
      CHILD_KEPT: {
        status: 409, message: '这份档案还在锁定保存期内，期满后才能删除。孩子或监护人要求提前删除的，请登记“删除”的权利请求，由登记人以外的未成年人信息负责人同意后再删除。',
        data: z.object({ keepUntil: day, issues: z.array(z.object({ path: z.array(z.string()), message: z.string() })) }),
      },
      CHILD_KEEPING_UNKNOWN: { status: 409, message: '这份档案保存到哪一天还没有算出，结束档案后几分钟内会算出，请稍后再试。' },
      CHILD_REQUEST_WAITING: { status: 409, message: '这个孩子还有权利请求没有答复，删除后就无法答复。请先在“权利请求”中作出决定并登记送达，再删除身份信息。' },
    })
    .input(child.extend({ reason: line(200) })).output(changed),
  listChildTypes: base.route({ method: 'GET', path: '/children/types', summary: '对象类型及其依据' })
    .output(z.object({ items: z.array(z.object({
      type: z.enum(childTypes), name: z.string(), source: z.string(), version: z.number().int(), validFrom: day, validUntil: day.nullable(),
      /** Not shown in lists and not counted by name, because the word itself would harm. */
      isSensitive: z.boolean(),
    })) })),
}
