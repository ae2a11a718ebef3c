import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, unitCode } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** Colours of risk as care assesses them, the most urgent first. */
export const colours = ['red', 'yellow', 'blue', 'green'] as const
/** Colour of risk. */
export type Colour = (typeof colours)[number]
/** How far a round has come. */
export const roundStatuses = ['requested', 'done', 'cancelled', 'failed'] as const
/** How far a proposed pair has come. */
export const proposalStatuses = ['proposed', 'accepted', 'changed', 'rejected'] as const

const instant = z.coerce.date<Date | string>()
const points = z.number().int()

/** What a pair is worth, in points: served at all (with the urgency of the colour), distance, skill, preferences, fair load, brothers and sisters together. */
export const Terms = z.object({ coverage: points, distance: points, skill: points, preference: points, load: points, siblings: points })
/** What a pair is worth. */
export type Terms = z.infer<typeof Terms>
/** The weights behind the terms; a city may set its own by the dated setting `matching.weights`. */
export const Weights = z.object({
  /** For each child who gets anybody: far above all others, so that as many as possible are served. */
  coverage: points,
  urgency: z.object({ red: points, yellow: points, blue: points, green: points }),
  distance: z.object({ village: points, town: points, county: points, city: points }),
  /** For each wished skill, two at most. */
  skill: points, sex: points, language: points,
  /** For each child the volunteer has already: negative, so that the load is shared. */
  load: points, siblings: points,
})
/** The weights behind the terms. */
export type Weights = z.infer<typeof Weights>

/** The best volunteer that was passed over. */
export const Alternative = z.object({
  volunteerId: id, volunteerName: z.string(), unitName: z.string(), terms: Terms, total: points,
  /** Points by which the proposed pair is better; negative where another child needed the volunteer more. */
  difference: points,
  /** lower: worth less; taken: the places went to other children. */
  why: z.enum(['lower', 'taken']),
})
/** The best volunteer that was passed over. */
export type Alternative = z.infer<typeof Alternative>

/** Where one more volunteer would help, and how many more children would have somebody. */
export const OneMoreRow = z.object({ unitName: z.string(), places: z.number().int(), moreChildren: z.number().int() })

/** One round of matching for a unit and all below it. */
export const Round = z.object({
  id, unitCode: z.string(), unitName: z.string(), status: z.enum(roundStatuses), requestedName: z.string(), requestedAt: instant,
  /** Null while it runs. */
  finishedAt: instant.nullable(),
  /** Why it failed, as a sentence; null otherwise. */
  failure: z.string().nullable(),
  /** Null until done. */
  childCount: z.number().int().nullable(), volunteerCount: z.number().int().nullable(), proposedCount: z.number().int().nullable(),
  unservedCount: z.number().int().nullable(),
  /** What is being done now, while this program runs it: a step of 4. */
  step: z.number().int().nullable(),
})
/** One round of matching. */
export type Round = z.infer<typeof Round>

/** A pair that a round proposes. */
export const Proposal = z.object({
  id, unitCode: z.string(), unitName: z.string(), roundId: id, caseId: id, childId: id, childLabel: z.string(), colour: z.enum(colours),
  volunteerId: id, volunteerName: z.string(), volunteerUnitName: z.string(), terms: Terms, total: points, alternative: Alternative.nullable(),
  status: z.enum(proposalStatuses),
  /** Why it was rejected or changed; null while proposed or accepted as it was. */
  reason: z.string().nullable(), decidedName: z.string().nullable(), version: z.number().int(),
})
/** A pair that a round proposes. */
export type Proposal = z.infer<typeof Proposal>

/** A child for whom nobody is proposed. */
export const UnservedRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), caseId: id, childLabel: z.string(), colour: z.enum(colours),
  reason: z.enum(['nobody-allowed', 'all-taken']),
})

/** A volunteer and a child who must not be paired. */
export const NoGoPair = z.object({
  id, unitCode: z.string(), childId: id, childLabel: z.string(), volunteerId: id, volunteerName: z.string(), reason: z.string(),
  setName: z.string(), setAt: instant,
})
/** A volunteer and a child who must not be paired. */
export type NoGoPair = z.infer<typeof NoGoPair>

const named = z.object({ id })
const NOT_PROPOSED = { status: 409, message: '这条推荐已经处理过，请刷新后查看。' }

/** What crosses the wire for 结对推荐. */
export const matchingContract = {
  requestRound: base.route({ method: 'POST', path: '/matching-rounds', summary: '开始一轮结对推荐', successStatus: 201 }).meta({ idempotent: true })
    .input(z.object({
      /** The unit whose children and volunteers (and all below) are matched; the caller's own when left out. */
      unit: unitCode.optional(),
    }))
    .output(Round)
    .errors({ ROUND_RUNNING: { status: 409, message: '本单位有一轮推荐正在计算，请等它完成，或先取消。', data: z.object({ id }) } }),
  listRounds: base.route({ method: 'GET', path: '/matching-rounds', summary: '结对推荐记录' }).input(listQuery).output(pageOf(Round)),
  getRound: base.route({ method: 'GET', path: '/matching-rounds/{id}', summary: '一轮结对推荐' }).input(named)
    .output(Round.extend({ weights: Weights, oneMore: z.array(OneMoreRow) })),
  cancelRound: base.route({ method: 'POST', path: '/matching-rounds/{id}/cancel', summary: '取消计算' }).input(named).output(Round)
    .errors({ ROUND_ENDED: { status: 409, message: '这一轮推荐已经结束，不用取消。' } }),
  listProposals: base.route({ method: 'GET', path: '/matching-rounds/{id}/proposals', summary: '推荐的结对' })
    .input(listQuery.extend({ id, status: z.enum(proposalStatuses).optional() })).output(pageOf(Proposal)),
  listUnserved: base.route({ method: 'GET', path: '/matching-rounds/{id}/unserved', summary: '暂时配不上的孩子' })
    .input(listQuery.extend({ id })).output(pageOf(UnservedRow)),
  acceptProposal: base.route({ method: 'POST', path: '/matching-proposals/{id}/accept', summary: '采纳推荐并结对' })
    .input(named.extend({
      version: z.number().int(), fromOn: localDate,
      /** Another volunteer than the proposed one; then a reason is asked. */
      volunteerId: id.optional(), reason: line(200).optional(),
    }))
    .output(Proposal)
    .errors({ NOT_PROPOSED, REASON_NEEDED: { status: 422, message: '改选了志愿者，请写明原因。' } }),
  acceptProposals: base.route({ method: 'POST', path: '/matching-rounds/{id}/accept', summary: '一次采纳多条推荐' })
    .input(named.extend({ proposalIds: z.array(id).min(1, '请选择要采纳的推荐').max(100, '一次最多采纳100条'), fromOn: localDate }))
    .output(z.object({
      accepted: z.number().int(),
      /** Pairs that could not be made, each with the reason. */
      refused: z.array(z.object({ id, childLabel: z.string(), sentence: z.string() })),
    })),
  rejectProposal: base.route({ method: 'POST', path: '/matching-proposals/{id}/reject', summary: '不采纳推荐' })
    .input(named.extend({ version: z.number().int(), reason: line(200) })).output(Proposal).errors({ NOT_PROPOSED }),
  listNoGoPairs: base.route({ method: 'GET', path: '/no-go-pairs', summary: '不宜结对名单' }).input(listQuery).output(pageOf(NoGoPair)),
  addNoGoPair: base.route({ method: 'POST', path: '/no-go-pairs', summary: '登记不宜结对', successStatus: 201 }).meta({ idempotent: true })
    .input(z.object({ childId: id, volunteerId: id, reason: line(200) })).output(NoGoPair)
    .errors({ NO_GO_KNOWN: { status: 409, message: '这一对已经在不宜结对名单里。' } }),
  removeNoGoPair: base.route({ method: 'DELETE', path: '/no-go-pairs/{id}', summary: '从不宜结对名单移出' }).input(named).output(named),
}
