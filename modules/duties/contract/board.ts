import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, phone, prose } from '#platform/contract/fields.ts'
import { boardRoles, changed, choices, Contact, day, identityNumber, meetingStatuses, named, ofBook, resolutionStatuses, version } from './fields.ts'

/** A term of a member. */
export const BoardMember = z.object({
  id, bookId: id, name: z.string(), role: z.enum(boardRoles), fromOn: day, untilOn: day, endedOn: day.nullable(), endReason: z.string().nullable(),
  isPaid: z.boolean(),
  /** In office today. */
  isInOffice: z.boolean(),
  /** Whether phone or identity number are kept, sealed. */
  hasContact: z.boolean(), version,
})
/** A term of a member. */
export type BoardMember = z.infer<typeof BoardMember>
/** What the law says about a board that does not hold. */
export const boardWarnings = [
  'expired', 'expiring', 'overlapping', 'too-long', 'too-few', 'too-many', 'chair-is-secretary', 'several-chairs', 'no-chair', 'too-many-paid',
] as const
/** What does not hold of a board, and whom it is about. */
export const BoardWarning = z.object({ code: z.enum(boardWarnings), names: z.array(z.string()) })
/** What does not hold of a board. */
export type BoardWarning = z.infer<typeof BoardWarning>
/** What the board resolves, and with how many. */
export const Matter = z.object({
  code: z.string(), validFrom: day, name: z.string(), quorumNumerator: z.number().int(), quorumDenominator: z.number().int(),
  majorityBase: z.enum(['present', 'all']), majorityNumerator: z.number().int(), majorityDenominator: z.number().int(), isMoreThan: z.boolean(),
  source: z.string(), isVerified: z.boolean(),
})
/** What the board resolves, and with how many. */
export type Matter = z.infer<typeof Matter>
/** A meeting in a list. */
export const MeetingRow = z.object({
  id, bookId: id, heldOn: day, place: z.string(), title: z.string(), status: z.enum(meetingStatuses), presentCount: z.number().int(),
  resolutionCount: z.number().int(), version,
})
/** A meeting in a list. */
export type MeetingRow = z.infer<typeof MeetingRow>
/** What a meeting resolved. */
export const Resolution = z.object({
  id, seq: z.number().int(), matter: Matter, title: z.string(), words: z.string(), partyId: id.nullable(), partyName: z.string().nullable(),
  status: z.enum(resolutionStatuses), membersCount: z.number().int().nullable(), presentCount: z.number().int().nullable(),
    forCount: z.number().int().nullable(),
  decidedName: z.string().nullable(), votes: z.array(z.object({ memberId: id, name: z.string(), choice: z.enum(choices) })),
  /** Members who must withdraw because they are related to the party. */
  relatedIds: z.array(id), version,
})
/** What a meeting resolved. */
export type Resolution = z.infer<typeof Resolution>
/** One meeting with members, attendance and resolutions. */
export const Meeting = MeetingRow.extend({
  bodyName: z.string(), words: z.string(), madeName: z.string(), closedOn: day.nullable(),
  /** Members in office on the day. */
  members: z.array(z.object({ id, name: z.string(), role: z.enum(boardRoles), hasVote: z.boolean(), isPresent: z.boolean() })),
  resolutions: z.array(Resolution), mayWrite: z.boolean(),
})
/** One meeting. */
export type Meeting = z.infer<typeof Meeting>

const member = {
  name: line(30), role: z.enum(boardRoles), fromOn: localDate, untilOn: localDate, isPaid: z.boolean().default(false), phone: phone.optional(),
  identityNumber: identityNumber.optional(),
}
/** A member as typed. */
export const NewBoardMember = z.object({ bookId: id, ...member })
/** A member as typed. */
export type NewBoardMember = z.output<typeof NewBoardMember>
const meeting = { heldOn: localDate, place: line(60), title: line(60), words: prose(5000).default(''), present: z.array(id).max(60) }
/** A meeting as typed. */
export const NewMeeting = z.object({ bookId: id, ...meeting })
/** A meeting as typed. */
export type NewMeeting = z.output<typeof NewMeeting>
/** Every vote on a resolution. */
export const Votes = changed.extend({ votes: z.array(z.object({ memberId: id, choice: z.enum(choices) })).max(60) })
/** Every vote on a resolution. */
export type Votes = z.output<typeof Votes>

const MEETING_CLOSED = { status: 409, message: '会议纪要已经定稿，不能再改。' }
const HAS_RESOLUTIONS = { status: 409, message: '会议已有表决结果，日期和出席人不能再改；如确有错误，请另开会议重新表决。' }
const OPEN_RESOLUTIONS = { status: 409, message: '还有议案没有登记表决，请先登记表决再定稿。' }
const NOT_A_MEMBER = { status: 409, message: '名单里有人在开会这一天不是理事会成员，请核对任期后重选。' }
const NOT_PRESENT = { status: 409, message: '没有出席的理事不能表决，请先核对出席名单。' }
const VOTE_MISSING = { status: 409, message: '还有出席的理事没有登记表决，请逐一登记。' }
const MUST_WITHDRAW = { status: 409, message: '与关联方有关的理事应当回避，请把他们的表决改为“回避”。', data: z.object({ names: z.array(z.string()) }) }
const NO_QUORUM = {
  status: 409, message: '出席的理事不足规定的人数，不能表决，请另行召开会议。', data: z.object({ present: z.number().int(), members: z.number().int() }),
}
const IS_DECIDED = { status: 409, message: '这项议案已经登记表决结果，不能再改。' }
const HAS_ENDED = { status: 409, message: '这一任期已经结束，不能再改。' }

/** Operations on the board. */
export const boardOperations = {
  listBoard: base.route({ method: 'GET', path: '/duties/bodies/{bookId}/board', summary: '理事会' }).input(ofBook)
    .output(z.object({ items: z.array(BoardMember), warnings: z.array(BoardWarning), mayWrite: z.boolean(), mayOpen: z.boolean() })),
  addBoardMember: base.route({ method: 'POST', path: '/board-members', summary: '登记理事', successStatus: 201 }).meta({ idempotent: true })
    .input(NewBoardMember).output(BoardMember),
  updateBoardMember: base.route({ method: 'PUT', path: '/board-members/{id}', summary: '更正理事' }).input(changed.extend(member)).output(BoardMember)
    .errors({ HAS_ENDED }),
  endBoardMember: base.route({ method: 'POST', path: '/board-members/{id}/end', summary: '理事离任' })
    .input(changed.extend({ endedOn: localDate, reason: line(200) })).output(BoardMember).errors({ HAS_ENDED }),
  openBoardMember: base.route({ method: 'POST', path: '/board-members/{id}/open', summary: '打开理事的电话和身份证号' }).input(named).output(Contact),
  listMatters: base.route({ method: 'GET', path: '/board-matters', summary: '议题和表决规则' }).input(z.object({})).output(z.object({ items: z.array(Matter) })),
  listMeetings: base.route({ method: 'GET', path: '/duties/bodies/{bookId}/meetings', summary: '理事会会议' }).input(ofBook)
    .output(z.object({ items: z.array(MeetingRow) })),
  getMeeting: base.route({ method: 'GET', path: '/board-meetings/{id}', summary: '一次理事会会议' }).input(named).output(Meeting),
  recordMeeting: base.route({ method: 'POST', path: '/board-meetings', summary: '登记会议', successStatus: 201 }).meta({ idempotent: true }).input(NewMeeting)
    .output(MeetingRow).errors({ NOT_A_MEMBER }),
  updateMeeting: base.route({ method: 'PUT', path: '/board-meetings/{id}', summary: '修改会议' }).input(changed.extend(meeting)).output(MeetingRow)
    .errors({ NOT_A_MEMBER, MEETING_CLOSED, HAS_RESOLUTIONS }),
  closeMeeting: base.route({ method: 'POST', path: '/board-meetings/{id}/close', summary: '纪要定稿' }).input(changed).output(MeetingRow)
    .errors({ MEETING_CLOSED, OPEN_RESOLUTIONS }),
  addResolution: base.route({ method: 'POST', path: '/board-meetings/{id}/resolutions', summary: '登记议案', successStatus: 201 }).meta({ idempotent: true })
    .input(named.extend({ matter: line(40), title: line(80), words: prose(3000).default(''), partyId: id.optional() })).output(z.object({ id }))
    .errors({ MEETING_CLOSED }),
  decideResolution: base.route({ method: 'POST', path: '/board-resolutions/{id}/votes', summary: '登记表决' }).meta({ idempotent: true }).input(Votes)
    .output(z.object({ id, status: z.enum(resolutionStatuses) }))
    .errors({ MEETING_CLOSED, IS_DECIDED, NOT_A_MEMBER, NOT_PRESENT, VOTE_MISSING, MUST_WITHDRAW, NO_QUORUM }),
}
