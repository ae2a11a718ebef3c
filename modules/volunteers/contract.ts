import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** How somebody came to the team: 组织发动, 典型带动, 五老推动. */
export const joinedByKinds = ['organised', 'inspired', 'introduced'] as const
/** Highest schooling. */
export const educationLevels = ['primary', 'junior', 'senior', 'college', 'bachelor', 'master'] as const
/** Result of a clearance: 无记录, 有记录, 待查. */
export const clearanceResults = ['clear', 'found', 'pending'] as const
/** Where a volunteer stands with the yearly clearance; `expiring` is still valid, for 30 days at most. */
export const clearanceStates = ['valid', 'expiring', 'expired', 'found', 'pending', 'none'] as const
/** States a person can be in; records that ended in a merge are not listed. */
export const volunteerStatuses = ['active', 'resting', 'left'] as const
/** What two records may have in common. */
export const twinReasons = ['id-number', 'name-birth', 'phone'] as const
/** Fields a merge can take over from the record that ends. */
export const mergeableFields = [
  'name', 'sex', 'birthOn', 'phone', 'idNumber', 'availability', 'capacity', 'isPartyMember', 'education', 'formerWork', 'hasSmartphone', 'joinedOn',
] as const

const version = z.number().int().min(1)
/** A word of a list that has a table of its own. */
const word = z.string().regex(/^[a-z-]{2,40}$/, '请从列表中选择')

/** What is written down about a volunteer. */
export const VolunteerProfile = z.object({
  name: line(50),
  /** May be left out when an identity number is given. */
  sex: z.enum(['male', 'female']).nullish(),
  /** May be left out when an identity number is given; null when not known. */
  birthOn: localDate.nullish(),
  phone: line(40).nullish(),
  /** Identity number; kept encrypted. */
  idNumber: line(40).nullish(),
  /** Codes of the categories, several at once. */
  categories: z.array(word).min(1, '请至少选择一个五老类别').max(5),
  skills: z.array(line(30)).max(20, '特长最多填20项').default([]),
  serviceRoles: z.array(word).max(10).default([]),
  /** What should not be asked of the volunteer; advice, never an exclusion. */
  healthLimits: z.array(line(30)).max(10, '健康提示最多填10项').default([]),
  availability: prose(200).nullish(),
  /** How many children at most; 0 for none. */
  capacity: z.number().int('请填整数').min(0).max(20, '一位五老最多结对20名孩子').default(0),
  isPartyMember: z.boolean().nullish(),
  education: z.enum(educationLevels).nullish(),
  formerWork: line(100).nullish(),
  /** Whether the volunteer can record visits on a phone. */
  hasSmartphone: z.boolean().nullish(),
  joinedOn: localDate,
  joinedBy: z.enum(joinedByKinds).default('organised'),
  /** The volunteer who brought this one in. */
  introducerId: id.nullish(),
})
/** What is written down about a volunteer. */
export type VolunteerProfile = z.output<typeof VolunteerProfile>

/** A volunteer as lists show one. */
export const VolunteerItem = z.object({
  id,
  unitCode: z.string(),
  unitName: z.string(),
  name: z.string(),
  sex: z.enum(['male', 'female']),
  /** Full years; null when the birth date is not known. */
  ageYears: z.number().int().nullable(),
  categories: z.array(z.string()),
  serviceRoles: z.array(z.string()),
  skills: z.array(z.string()),
  /** Masked for those who need not call. */
  phone: z.string().nullable(),
  capacity: z.number().int(),
  status: z.enum(volunteerStatuses),
  clearanceState: z.enum(clearanceStates),
  /** Last day of the clearance; null when there is none that counts. */
  clearanceUntil: z.string().nullable(),
  /** Last day of the accident insurance; null when there is none. */
  insuredUntil: z.string().nullable(),
  joinedOn: z.string(),
  version: z.number().int(),
})
/** A volunteer as lists show one. */
export type VolunteerItem = z.infer<typeof VolunteerItem>

/** One clearance as recorded. */
export const Clearance = z.object({
  id, checkedOn: z.string(),
  /** Who was asked; null when not said. */
  channel: z.string().nullable(),
  result: z.enum(clearanceResults),
  /** Last day on which it counts; null unless clear. */
  validUntil: z.string().nullable(),
  fileNumber: z.string().nullable(),
})

/** One accident insurance. */
export const Insurance = z.object({ id, insurer: z.string(), fromOn: z.string(), untilOn: z.string() })

/** A volunteer's own page. */
export const Volunteer = VolunteerItem.extend({
  unitId: id,
  birthOn: z.string().nullable(),
  /** First and last sign only; null when none was given. */
  maskedIdNumber: z.string().nullable(),
  healthLimits: z.array(z.string()),
  availability: z.string().nullable(),
  isPartyMember: z.boolean().nullable(),
  education: z.enum(educationLevels).nullable(),
  formerWork: z.string().nullable(),
  hasSmartphone: z.boolean().nullable(),
  joinedBy: z.enum(joinedByKinds),
  /** Who brought the volunteer in; null when nobody did, or outside what the caller may see. */
  introducer: z.object({ id, name: z.string() }).nullable(),
  /** How many volunteers this one brought in. */
  introducedCount: z.number().int(),
  /** First day of resting or having left; null while active. */
  statusOn: z.string().nullable(),
  statusReason: z.string().nullable(),
  /** Latest first. */
  clearances: z.array(Clearance),
  /** Latest first. */
  insurances: z.array(Insurance),
})
/** A volunteer's own page. */
export type Volunteer = z.infer<typeof Volunteer>

/** Somebody who may be the same person; of records outside the caller's range only the unit is told. */
export const Twin = z.object({
  reasons: z.array(z.enum(twinReasons)),
  unitName: z.string(),
  /** Null outside the caller's range. */
  volunteer: z.object({ id, name: z.string(), ageYears: z.number().int().nullable(), phone: z.string().nullable() }).nullable(),
})
/** Somebody who may be the same person. */
export type Twin = z.infer<typeof Twin>

/** A pair of records that may be one person. */
export const Duplicate = z.object({
  id,
  /** Unit that stands above both and decides. */
  unitCode: z.string(),
  reasons: z.array(z.enum(twinReasons)),
  foundAt: z.string(),
  first: VolunteerItem,
  second: VolunteerItem,
})
/** A pair of records that may be one person. */
export type Duplicate = z.infer<typeof Duplicate>

/** A word of a list kept as data. */
export const VolunteerWord = z.object({ code: z.string(), name: z.string() })

/** Filters of the list and of the export. */
export const VolunteerFilters = z.object({
  category: word.optional(),
  status: z.enum(volunteerStatuses).optional(),
  clearance: z.enum(clearanceStates).optional(),
  /** A skill as written. */
  skill: line(30).optional(),
  role: word.optional(),
})

const saved = z.object({ id, version: z.number().int() })
const sameIdNumber = { status: 409, message: '这个身份证号码已经登记过，请先查看原有记录；如在其他单位，请联系该单位办理转入。', data: z.object({ twins: z.array(Twin) }) }
const possibleDuplicate = { status: 409, message: '可能已经登记过这位五老，请先核对下列记录；确认不是同一人后再保存。', data: z.object({ twins: z.array(Twin) }) }
const hasLeft = { status: 409, message: '这位五老已退出队伍，请先办理归队。' }

/** What crosses the wire for 五老队伍. */
export const volunteersContract = {
  listVolunteers: base.route({ method: 'GET', path: '/volunteers', summary: '五老列表' })
    .input(listQuery.extend(VolunteerFilters.shape)).output(pageOf(VolunteerItem)),
  getVolunteer: base.route({ method: 'GET', path: '/volunteers/{id}', summary: '一位五老' }).input(z.object({ id })).output(Volunteer),
  listVolunteerWords: base.route({ method: 'GET', path: '/volunteer-words', summary: '五老类别与服务岗位' })
    .output(z.object({ categories: z.array(VolunteerWord), serviceRoles: z.array(VolunteerWord) })),
  checkBeforeCreate: base.route({ method: 'POST', path: '/volunteers/check', summary: '登记前查重' })
    .input(z.object({ name: line(50).optional(), birthOn: localDate.nullish(), phone: line(40).nullish(), idNumber: line(40).nullish() }))
    .output(z.object({ twins: z.array(Twin) })),
  registerVolunteer: base.route({ method: 'POST', path: '/volunteers', summary: '登记五老', successStatus: 201 }).meta({ idempotent: true })
    .input(VolunteerProfile.extend({
      /** Unit of the team; the caller's own when left out. */
      unitId: id.optional(),
      /** The records shown as possible duplicates are other people. */
      isConfirmedDistinct: z.boolean().default(false),
    }))
    .output(saved).errors({ SAME_ID_NUMBER: sameIdNumber, POSSIBLE_DUPLICATE: possibleDuplicate }),
  correctVolunteer: base.route({ method: 'PATCH', path: '/volunteers/{id}', summary: '更正五老信息' })
    .input(z.object({ id, version }).extend(VolunteerProfile.partial().shape)).output(saved).errors({ SAME_ID_NUMBER: sameIdNumber }),
  recordClearance: base.route({ method: 'POST', path: '/volunteers/{id}/clearances', summary: '登记准入查询结果', successStatus: 201 }).meta({ idempotent: true })
    .input(z.object({
      id, checkedOn: localDate, result: z.enum(clearanceResults),
      /** Last day; a year after the check when left out. */
      validUntil: localDate.nullish(), channel: line(50).nullish(), fileNumber: line(50).nullish(),
    }))
    .output(saved).errors({ VOLUNTEER_HAS_LEFT: hasLeft }),
  recordInsurance: base.route({ method: 'POST', path: '/volunteers/{id}/insurances', summary: '登记意外保险', successStatus: 201 }).meta({ idempotent: true })
    .input(z.object({ id, insurer: line(50), fromOn: localDate, untilOn: localDate })).output(saved).errors({ VOLUNTEER_HAS_LEFT: hasLeft }),
  changeStatus: base.route({ method: 'POST', path: '/volunteers/{id}/status', summary: '休整、退出或归队' })
    .input(z.object({
      id, version, status: z.enum(volunteerStatuses), on: localDate, reason: line(200).nullish(),
      /** Who comes back: to which unit; without it to the one that was left, which must still stand. */
      unitId: id.nullish(),
    }))
    .output(saved).errors({ SAME_STATUS: { status: 409, message: '这位五老已经是这个状态，请刷新页面。' } }),
  moveVolunteer: base.route({ method: 'POST', path: '/volunteers/{id}/move', summary: '转到另一单位' })
    .input(z.object({ id, version, unitId: id, on: localDate })).output(saved).errors({ VOLUNTEER_HAS_LEFT: hasLeft }),
  readIdNumber: base.route({ method: 'POST', path: '/volunteers/{id}/id-number', summary: '查看身份证号（记入审计）' })
    .input(z.object({ id, reason: line(200) })).output(z.object({ idNumber: z.string().nullable() })),
  listDuplicates: base.route({ method: 'GET', path: '/volunteer-duplicates', summary: '疑似重复队列' })
    .input(listQuery.omit({ q: true })).output(pageOf(Duplicate)),
  decideDuplicate: base.route({ method: 'POST', path: '/volunteer-duplicates/{id}/decision', summary: '认定不是同一人' })
    .input(z.object({ id, note: line(200).nullish() })).output(z.object({ id }))
    .errors({ ALREADY_DECIDED: { status: 409, message: '这一对记录已经处理过，请刷新页面。' } }),
  mergeVolunteers: base.route({ method: 'POST', path: '/volunteers/{id}/merge', summary: '合并重复记录' })
    .input(z.object({
      /** The record that goes on. */
      id, version,
      /** The record that ends. */
      mergedId: id, mergedVersion: version,
      /** Fields to take over from the record that ends; categories, skills and roles are joined. */
      take: z.array(z.enum(mergeableFields)).default([]), reason: line(200),
    }))
    .output(saved).errors({
      SAME_RECORD: { status: 409, message: '两边是同一条记录，无需合并。' },
      DIFFERENT_ID_NUMBERS: { status: 409, message: '两条记录的身份证号码不同，不能合并；请先核对号码。' },
    }),
}
