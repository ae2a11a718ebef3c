import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { day, instant, media, version } from '#modules/care/contract.ts'
import { LetterAnswer } from './letters.ts'

/** The server's public key to which letters are sealed: P-256, uncompressed, base64. */
const CurrentKey = z.object({ keyId: z.string(), publicKey: z.string() })
/** Whom to call: the unit, and its telephone; null when the unit has given none. */
const Office = z.object({ unitName: z.string(), phone: z.string().nullable() })
/** Days without contact after which the page wipes its pack, and wrong PINs after which it does so at once. */
const KeepingRules = z.object({ keptDays: z.number().int(), wrongPins: z.number().int() })

/** A phone somebody enrolled. */
export const PhoneDevice = z.object({
  id, unitCode: z.string(), name: z.string(),
  /** What the phone says it is, in words such as "Android 手机". */
  platform: z.string(),
  personName: z.string(), enrolledAt: instant, lastSeenAt: instant,
  /** From when on it wipes what it keeps by itself, though it has no signal any more and learns of nothing. */
  wipesAt: instant,
  /** When it was cut off; null while it may be used. */
  cutOffAt: instant.nullable(), cutOffReason: z.string().nullable(), cutOffName: z.string().nullable(),
  /** Letters of this phone that wait for the office. */
  waitingCount: z.number().int(),
  isOwn: z.boolean(), version,
})
/** A phone somebody enrolled. */
export type PhoneDevice = z.infer<typeof PhoneDevice>

/** Why a child stands in the pack: planned or due today, overdue, planned or due tomorrow; or only because it is the volunteer's own. */
export const dayGroups = ['today', 'overdue', 'tomorrow', 'other'] as const

/** One child of the pack: the least that a visit needs. */
export const DayCase = z.object({
  caseId: id, caseVersion: version,
  /** Unit that leads the case; goes back with a letter as `known.unitCode`. */
  unitCode: z.string(),
  /** The name where the caller's access opens it, else the masked one. */
  childName: z.string(), isMasked: z.boolean(),
  /** Age in words, such as 6至13岁; null when not known. */
  ageWords: z.string().nullable(),
  group: z.enum(dayGroups),
  /** Day by which the next visit is due. */
  dueOn: day.nullable(),
  /** What is planned; null when nothing is. */
  planned: z.object({ id, on: day, medium: z.enum(media), secondName: z.string().nullable(), withWorker: z.boolean() }).nullable(),
  /** Day of the latest visit that was made; null before the first. */
  lastMadeOn: day.nullable(),
  /** Where the caller's access opens it, else null. */
  address: z.string().nullable(),
  /** Whom one may call, where the caller's access opens it: the child's own number and the guardians'. */
  phones: z.array(z.object({ who: z.string(), phone: z.string() })),
})
/** One child of the pack. */
export type DayCase = z.infer<typeof DayCase>

/** What the office said about a visit the person made to a child of the pack: it names the child by its case alone. */
export const DayComment = z.object({
  id, caseId: id, madeOn: day,
  /** Long numbers are left out: the pack bears those one may call, and no other. */
  text: z.string(),
  commentedName: z.string(), commentedAt: instant,
})
/** What the office said about a visit. */
export type DayComment = z.infer<typeof DayComment>

/** What a phone may keep. */
export const DayPack = z.object({
  madeAt: instant, today: day, personName: z.string(), unitCode: z.string(), office: Office, sealingKey: CurrentKey, keeping: KeepingRules,
  /** Today's first, then the overdue, then tomorrow's, then a volunteer's other children, of whom no more is kept than who they are. */
  cases: z.array(DayCase),
  /** What was said of the person's own visits in the last weeks, the newest first. */
  comments: z.array(DayComment),
})
/** What a phone may keep. */
export type DayPack = z.infer<typeof DayPack>

/** What a phone learns when it is enrolled; the secret is shown this once. */
export const Enrolment = z.object({ deviceId: id, deviceSecret: z.string(), sealingKey: CurrentKey, keeping: KeepingRules, office: Office })
/** What a phone learns when it is enrolled. */
export type Enrolment = z.infer<typeof Enrolment>

/** Refused to a phone that was cut off. */
export const DEVICE_CUT_OFF = { status: 403, message: '这部手机已被停用，请打办公室电话；手机在您手里时可重新登记。' }

/** Refused where the secret of the phone no longer stands for its owner. */
export const SIGN_IN_AGAIN = { status: 401, message: '请重新登录一次。' }
/** A phone proves itself: its secret, and the key last told to it, which says which city. */
export const PhoneProof = z.object({ deviceId: id, deviceSecret: z.string().max(100), keyId: z.string().max(60) })

/** 我的手机: enrolling, the day's pack, cutting off. */
export const deviceOperations = {
  enrolDevice: base.route({ method: 'POST', path: '/phone/devices', summary: '登记手机', successStatus: 201 })
    .errors({ TOO_MANY_DEVICES: { status: 409, message: '您登记的手机太多了，请先停用不再使用的。', data: z.object({ most: z.number().int() }) } })
    .input(z.object({ name: line(30), platform: line(100) })).output(Enrolment),
  getDay: base.route({ method: 'GET', path: '/phone/day', summary: '手机上留存的走访（留痕）' })
    .errors({ DEVICE_CUT_OFF }).input(z.object({ deviceId: id })).output(DayPack),
  renewDay: base.route({ method: 'POST', path: '/phone/day', summary: '手机上留存的走访（凭手机登记，留痕）' }).meta({ anonymous: true })
    .errors({ DEVICE_CUT_OFF, SIGN_IN_AGAIN })
    .input(PhoneProof).output(z.object({ pack: DayPack, outcomes: z.array(LetterAnswer) })),
  getDeviceState: base.route({ method: 'POST', path: '/phone/devices/{id}/state', summary: '手机是否已停用（锁屏时自查）' }).meta({ anonymous: true })
    .input(z.object({ id, keyId: z.string().max(60) })).output(z.object({ isCutOff: z.boolean() })),
  getOutcomes: base.route({ method: 'GET', path: '/phone/devices/{id}/outcomes', summary: '手机来件的结果' })
    .input(z.object({ id })).output(z.object({ items: z.array(LetterAnswer) })),
  listMyDevices: base.route({ method: 'GET', path: '/phone/my-devices', summary: '我的手机' })
    .input(z.object({})).output(z.object({ items: z.array(PhoneDevice) })),
  listDevices: base.route({ method: 'GET', path: '/phone/devices', summary: '本单位的手机' })
    .input(listQuery.extend({ status: z.enum(['in-use', 'cut-off']).optional() })).output(pageOf(PhoneDevice)),
  cutOffDevice: base.route({ method: 'POST', path: '/phone/devices/{id}/cut-off', summary: '停用手机' })
    .errors({ ALREADY_CUT_OFF: { status: 409, message: '这部手机已经停用。' } })
    .input(z.object({ id, version, reason: line(200) })).output(PhoneDevice),
}
