import { z } from 'zod'
import { accessPurposes, fileFields } from '#modules/children/contract.ts'
import { base } from '#platform/contract/base.ts'
import { id, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** What makes reading unusual. */
export const accessRules = ['many-files', 'many-cards', 'many-towns', 'night', 'other-town', 'emergency', 'after-end'] as const
/** What makes reading unusual. */
export type AccessRule = (typeof accessRules)[number]

const version = z.number().int()
// A repeated request is answered from what was kept as JSON, where an instant is a text.
const instant = z.coerce.date()
const day = z.string()
const states = ['open', 'justified', 'unjustified'] as const

/** Unusual reading of one account on one day. */
export const UnusualAccess = z.object({
  id, unitCode: z.string(), unitName: z.string(), rule: z.enum(accessRules), personName: z.string(), happenedOn: day,
  /** What the rule counted. */
  count: z.number().int(),
  dueOn: day, status: z.enum(states), explanation: z.string().nullable(), decidedName: z.string().nullable(), incidentId: id.nullable(),
  /** It is about the caller, who therefore may not judge it. */
  isOwn: z.boolean(), version,
})
/** Unusual reading of one account on one day. */
export type UnusualAccess = z.infer<typeof UnusualAccess>

/** The same with the readings it was found in. */
export const UnusualAccessDetail = UnusualAccess.extend({
  /** Fields of files that were opened, in all readings it was found in; none where only masked cards were looked at. */
  fields: z.array(z.enum(fileFields)),
  /** How many of the readings it was found in lie outside the caller's range, and so are not among `reads`. */
  readsElsewhere: z.number().int(),
  reads: z.array(z.object({
    id, at: instant, reason: z.string().nullable(),
    /** What was done, as the audit has it, and which fields of the file were opened. */
    verb: z.string(), fields: z.array(z.enum(fileFields)),
    /** The child, for those who may see children; null for an audit administrator. */
    childId: id.nullable(), maskedName: z.string().nullable(),
  })),
  /** Masked names of the children, where cards were counted and no single reading is named. */
  childrenCount: z.number().int(),
})
/** The same with the readings it was found in. */
export type UnusualAccessDetail = z.infer<typeof UnusualAccessDetail>

/** An emergency access and what became of it. */
export const EmergencyAccess = z.object({
  id, unitCode: z.string(), childId: id, maskedName: z.string(), personName: z.string(), askingUnitName: z.string(), purpose: z.enum(accessPurposes),
  explanation: z.string(), openedAt: instant, dueOn: day, status: z.enum(['pending', 'approved', 'rejected']), decidedName: z.string().nullable(),
  decidedAt: instant.nullable(), isLate: z.boolean(), isOwn: z.boolean(),
})
/** An emergency access and what became of it. */
export type EmergencyAccess = z.infer<typeof EmergencyAccess>

const listed = listQuery.omit({ q: true })

/** 异常访问、紧急查阅: what is looked at afterwards. */
export const accessOperations = {
  listUnusualAccesses: base.route({ method: 'GET', path: '/unusual-accesses', summary: '异常访问' })
    .input(listed.extend({ status: z.enum(states).optional(), rule: z.enum(accessRules).optional() })).output(pageOf(UnusualAccess)),
  getUnusualAccess: base.route({ method: 'GET', path: '/unusual-accesses/{id}', summary: '一条异常访问及其记录' })
    .input(z.object({ id })).output(UnusualAccessDetail),
  decideUnusualAccess: base.route({ method: 'POST', path: '/unusual-accesses/{id}/decide', summary: '判断异常访问' })
    .errors({
      UNUSUAL_ACCESS_DECIDED: { status: 409, message: '这条异常访问已经有人判断，请刷新后查看。' },
      OWN_ACCESS: { status: 403, message: '不能判断自己的访问，请由其他负责人办理。' },
    })
    .input(z.object({ id, version, justified: z.boolean(), explanation: prose(500).min(4, '请写明核实的情况，至少4个字') }))
    .output(z.object({ id, version, incidentId: id.nullable() })),
  listEmergencyAccesses: base.route({ method: 'GET', path: '/emergency-accesses', summary: '紧急查阅及其复核' })
    .input(listed.extend({ status: z.enum(['pending', 'approved', 'rejected']).optional(), late: z.stringbool().optional() })).output(pageOf(EmergencyAccess)),
}
