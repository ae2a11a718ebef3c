import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { CASE_CLOSED, CaseVolunteer, changed, day, named, pairingRoles, reason, version } from './fields.ts'

/** A pairing of a case. */
export const Pairing = z.object({
  id, volunteerId: id, volunteerName: z.string(), role: z.enum(pairingRoles), fromOn: day, untilOn: day.nullable(), endedReason: z.string().nullable(), version,
  /** From whom it was taken over; null when it was made anew. */
  takenOverFrom: z.string().nullable(),
  /** The volunteer opens the notes of the pairing taken over. */
  mayReadEarlier: z.boolean(),
})
/** A pairing of a case. */
export type Pairing = z.infer<typeof Pairing>

/** The smallest place two units share. */
export const distances = ['village', 'town', 'county', 'city'] as const
/** The smallest place two units share. */
export type Distance = (typeof distances)[number]

/** What a family wishes of the volunteer: advice, never a bar. */
export const PairingWishes = z.object({
  /** Null when it does not matter. */
  sex: z.enum(['male', 'female']).nullable(),
  languages: z.array(line(20)).max(5), skills: z.array(line(20)).max(10),
})
/** What a family wishes of the volunteer. */
export type PairingWishes = z.infer<typeof PairingWishes>

/** A volunteer who could be paired, with what stands against it. */
export const PairingCandidate = CaseVolunteer.extend({
  id, unitCode: z.string(), unitName: z.string(), capacity: z.number().int(),
  /** Children paired on the first day wished. */
  load: z.number().int(), clearanceUntil: day.nullable(), healthLimits: z.array(z.string()),
  /** How far the volunteer's unit lies from the child's: the smallest place they share. */
  distance: z.enum(distances),
  /** Which of the case's wishes the volunteer meets, and which not, in words. */
  fits: z.array(z.string()), lacks: z.array(z.string()),
  /** Brothers and sisters of the child paired with this volunteer. */
  siblings: z.number().int(),
  /** Why not, in words; null when nothing stands against it. */
  obstacle: z.string().nullable(),
})

/** Why a volunteer and a child are not paired. */
export const PAIRING_REFUSALS = {
  CASE_CLOSED,
  VOLUNTEER_NEEDS_CONSENT: {
    status: 409, message: '家庭对帮扶的同意已经收回或到期，暂不能安排志愿者：请先在孩子的档案里重新登记同意；为安全必须看望的，由工作人员去。',
  },
  PAIRING_BEFORE_CASE: { status: 422, message: '结对不能早于开案日期，请改起始日期。', data: z.object({ openedOn: day }) },
  VOLUNTEER_NOT_ACTIVE: { status: 409, message: '这位志愿者目前不在岗，请另选一位。' },
  VOLUNTEER_NOT_CLEARED: {
    status: 409, message: '这位志愿者的准入查询不覆盖整个结对期间（不定期的结对须至少再有效30天），请先办理准入查询。', data: z.object({ clearedUntilOn: day.nullable() }),
  },
  ALREADY_PAIRED: { status: 409, message: '这位志愿者在此期间已经与这个孩子结对，请改起止日期，或先结束原来的结对。', data: z.object({ fromOn: day, untilOn: day.nullable() }) },
  PRIMARY_EXISTS: { status: 409, message: '此期间已有主要结对人，请改为协助，或先结束原来的结对。', data: z.object({ name: z.string() }) },
  NO_CAPACITY: { status: 409, message: '这位志愿者在此期间结对的孩子已满，请另选一位或改期。', data: z.object({ capacity: z.number().int(), onDay: day }) },
}

const PERIOD_REVERSED = { status: 422, message: '结束日期不能早于开始日期。' }
const ENDING_REFUSALS = {
  PAIRING_ENDED: { status: 409, message: '这次结对已经结束，请刷新后查看。' },
  END_BEFORE_START: { status: 422, message: '最后一天不能早于结对开始的日期。', data: z.object({ fromOn: day }) },
  VISITED_LATER: { status: 409, message: '这位志愿者在这一天之后还有走访记录，请改最后一天，或先更正走访。', data: z.object({ madeOn: day }) },
}

/** 结对. */
export const pairingOperations = {
  listPairingCandidates: base.route({ method: 'GET', path: '/cases/{id}/candidates', summary: '可结对的志愿者' })
    .input(listQuery.extend({ id, fromOn: localDate.optional(), untilOn: localDate.optional(), role: z.enum(pairingRoles).default('primary') }))
    .output(pageOf(PairingCandidate)),
  pairVolunteer: base.route({ method: 'POST', path: '/cases/{id}/pairings', summary: '结对', successStatus: 201 }).meta({ idempotent: true })
    .input(named.extend({ volunteerId: id, role: z.enum(pairingRoles).default('primary'), fromOn: localDate, untilOn: localDate.optional() }))
    .output(Pairing).errors({ ...PAIRING_REFUSALS, PERIOD_REVERSED }),
  setPairingWishes: base.route({ method: 'PUT', path: '/cases/{id}/pairing-wishes', summary: '登记结对意愿' })
    .input(changed.extend(PairingWishes.shape)).output(PairingWishes).errors({ CASE_CLOSED }),
  handOverPairing: base.route({ method: 'POST', path: '/pairings/{id}/hand-over', summary: '交接结对', successStatus: 201 }).meta({ idempotent: true })
    .input(changed.extend({
      /** Last day of the one who hands over; the successor begins on the next. */
      untilOn: localDate, reason, volunteerId: id,
      /** The successor opens the notes of the pairing that ends. */
      mayReadEarlier: z.boolean().default(false),
    }))
    .output(Pairing)
    .errors({
      ...PAIRING_REFUSALS, ...ENDING_REFUSALS, PERIOD_REVERSED,
      SUCCESSOR_IS_SAME: { status: 409, message: '接手人就是现在结对的志愿者，请另选一位；要改最后一天的，请先结束结对再重新结对。' },
      NOTES_NEED_OFFICE: { status: 403, message: '接手人能不能看以前的走访记录，由办公室决定；您可以先交接而不开放记录，或请办公室办理。' },
    }),
  endPairing: base.route({ method: 'POST', path: '/pairings/{id}/end', summary: '结束结对' })
    .input(changed.extend({ untilOn: localDate, reason }))
    .output(Pairing)
    .errors(ENDING_REFUSALS),
}
