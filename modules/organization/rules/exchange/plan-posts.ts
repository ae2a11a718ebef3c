import type { LocalDate } from '#platform/values/local-date.ts'
import { mayBegin } from '../vacancy.ts'
import { exclusiveTitles, type KnownSeat, type KnownTerm, type PostUnit } from './known-posts.ts'
import type { Ending, ReadPost } from './post-row.ts'
import type { Problem } from './unit-row.ts'

/** A row with its unit found. */
export type PostRowToPlan = { rowNumber: number; unit: PostUnit; read: ReadPost }

/** Who takes a seat. */
export type PlannedHolder = { personName: string; fromOn: LocalDate; dueToEndOn: LocalDate | null; isFullTime: boolean }
/** What a row changes of a running term: only what differs. */
export type TermAmendment = { personName?: string; dueToEndOn?: LocalDate; isFullTime?: boolean }

type Effect =
  | { does: 'create'; seatFromOn: LocalDate; holder: PlannedHolder | null }
  | { does: 'appoint'; seat: KnownSeat; holder: PlannedHolder }
  | { does: 'replace'; seat: KnownSeat; term: KnownTerm; ending: Ending; holder: PlannedHolder }
  | { does: 'amend'; seat: KnownSeat; term: KnownTerm; amendment: TermAmendment }
  | { does: 'nothing'; seat: KnownSeat }

/** What a row does. */
export type PostPlan = PostRowToPlan & Effect
type Planned = { problem: Problem } | Effect
type RowProblem = Problem & { rowNumber: number }

const refuse = (key: string, message: string): { problem: Problem } => ({ problem: { key, message } })

/** Whatever else a row says, a unit without its committee has no posts. */
export const unfounded: Problem = { key: 'unit', message: '该单位的关工委尚未组建，请先登记组建。' }

/** Decides for each row whether it makes a seat, fills, refills or corrects one, says nothing new, or cannot be imported, and why. */
export function planPosts(rows: readonly PostRowToPlan[], seats: readonly KnownSeat[], today: LocalDate): { plans: PostPlan[]; problems: RowProblem[] } {
  const rowsOfUnit = Map.groupBy(rows, ({ unit }) => unit.id)
  const seatsOfUnit = Map.groupBy(seats, ({ unitId }) => unitId)
  const planned = [...rowsOfUnit].map(([unitId, own]) => planUnitPosts(own, seatsOfUnit.get(unitId) ?? [], today))
  const inOrder = (one: { rowNumber: number }, other: { rowNumber: number }) => one.rowNumber - other.rowNumber
  return { plans: planned.flatMap(({ plans }) => plans).toSorted(inOrder), problems: planned.flatMap(({ problems }) => problems).toSorted(inOrder) }
}

function planUnitPosts(rows: readonly PostRowToPlan[], seats: readonly KnownSeat[], today: LocalDate): { plans: PostPlan[]; problems: RowProblem[] } {
  const plans: PostPlan[] = []
  const problems: RowProblem[] = []
  const taken = new Map<string, number>()
  const claims = claimSeats(rows, seats)
  for (const row of rows) {
    const claimed = claims.get(row.rowNumber)
    const before = claimed === undefined ? undefined : taken.get(claimed.id)
    const planned = before === undefined ? planRow(row, claimed, today) : refuse('title', `与第${before}行是同一个席位，请只留一行。`)
    if (claimed !== undefined && before === undefined) taken.set(claimed.id, row.rowNumber)
    if ('problem' in planned) problems.push({ rowNumber: row.rowNumber, ...planned.problem })
    else plans.push({ ...row, ...planned })
  }
  const doubled = findDoubled(plans, seats)
  const isBad = new Set(doubled.map(({ rowNumber }) => rowNumber))
  return { plans: plans.filter(({ rowNumber }) => !isBad.has(rowNumber)), problems: [...problems, ...doubled] }
}

/**
 * Which seat each row means: the one it numbers, else the one its person holds, else a vacant one of the title that nobody else means
 * and that could be filled on the day.
 */
function claimSeats(rows: readonly PostRowToPlan[], seats: readonly KnownSeat[]): Map<number, KnownSeat> {
  const claims = new Map<number, KnownSeat>()
  const free = new Set(seats.filter(({ closedOn }) => closedOn === null))
  const of = ({ read }: PostRowToPlan) => (seat: KnownSeat) => seat.titleCode === read.titleCode
  const passes: ((row: PostRowToPlan) => KnownSeat | undefined)[] = [
    (row) => (row.read.seat === null ? undefined : seats.find((seat) => of(row)(seat) && seat.seat === row.read.seat)),
    (row) => (row.read.seat !== null || row.read.personName === null ? undefined
      : seats.find((seat) => of(row)(seat) && seat.closedOn === null && seat.term?.personName === row.read.personName)),
    (row) => (row.read.seat === null ? [...free].find((seat) => of(row)(seat) && seat.term === null && mayTake(row, seat)) : undefined),
  ]
  for (const pass of passes) {
    for (const row of rows) {
      const seat = claims.has(row.rowNumber) ? undefined : pass(row)
      if (seat === undefined) continue
      claims.set(row.rowNumber, seat)
      free.delete(seat)
    }
  }
  return claims
}

const mayTake = ({ read }: PostRowToPlan, seat: KnownSeat): boolean => read.fromOn === null || mayBegin(read.fromOn, seat, seat.past)

function planRow(row: PostRowToPlan, seat: KnownSeat | undefined, today: LocalDate): Planned {
  const { read, unit } = row
  if (seat === undefined && read.seat !== null) return refuse('seat', '该单位没有这一职务的这个席位；新设的席位请把序号留空。')
  if (unit.establishedOn === null) return { problem: unfounded }
  if (seat === undefined) return planNewSeat(row, unit.establishedOn, today)
  if (seat.closedOn !== null) return refuse('seat', '这个席位已撤销；需要重新设置的，请把序号留空。')
  if (seat.term === null) return read.personName === null ? { does: 'nothing', seat } : planAppointment(row, seat)
  return planHeldSeat(row, seat, seat.term)
}

function planNewSeat({ read }: PostRowToPlan, establishedOn: LocalDate, today: LocalDate): Planned {
  if (read.personName !== null && read.fromOn === null) return refuse('fromOn', '请填写任职日期。')
  const seatFromOn = read.seatFromOn ?? read.fromOn ?? today
  if (seatFromOn < establishedOn) return refuse(read.seatFromOn === null ? 'fromOn' : 'seatFromOn', '日期不能早于该单位关工委的组建日期，请核对。')
  return { does: 'create', seatFromOn, holder: holderOf(read) }
}

function planAppointment({ read }: PostRowToPlan, seat: KnownSeat): Planned {
  const holder = holderOf(read)
  if (holder === null) return refuse('fromOn', '请填写任职日期。')
  if (!mayBegin(holder.fromOn, seat, seat.past)) return refuse('fromOn', '任职日期不能早于职务设置日期，也不能与前任的任期重叠。')
  return { does: 'appoint', seat, holder }
}

/** The same first day with another name corrects the name; another first day means that somebody else has come. */
function planHeldSeat(row: PostRowToPlan, seat: KnownSeat, term: KnownTerm): Planned {
  const { personName, fromOn } = row.read
  if (personName === null) return refuse('personName', '该职务有人在任；卸任请打开单位页登记，并写明日期和方式。')
  if (personName === term.personName) {
    if (fromOn !== null && fromOn !== term.fromOn) return refuse('fromOn', '此人任这一职务的日期与登记的不同，导入不能更改，请核对。')
    return planAmendment(row, seat, term)
  }
  if (fromOn === null) return refuse('fromOn', '姓名与登记的任职人不同：更正姓名请照填原任职日期；换人请填新的任职日期和前任卸任方式。')
  if (fromOn !== term.fromOn) return planReplacement(row, seat, term)
  if (term.isLinked) return refuse('personName', '任职人与五老名册或账号相连，姓名请在那里更正。')
  return planAmendment(row, seat, term)
}

function planReplacement({ read }: PostRowToPlan, seat: KnownSeat, term: KnownTerm): Planned {
  const holder = holderOf(read)
  if (holder === null || holder.fromOn <= term.fromOn) return refuse('fromOn', '新的任职日期应晚于现任的任职日期；若只是更正姓名，请照填原任职日期。')
  if (read.ending === null) return refuse('ending', '换人请填写前任卸任方式：届满、辞任、调离、免职或去世。')
  return { does: 'replace', seat, term, ending: read.ending, holder }
}

function planAmendment({ read }: PostRowToPlan, seat: KnownSeat, term: KnownTerm): Planned {
  const { personName, dueToEndOn, isFullTime } = read
  if (dueToEndOn !== null && dueToEndOn <= term.fromOn) return refuse('dueToEndOn', '届满日期应晚于任职日期，请核对是否填反。')
  const amendment: TermAmendment = {
    ...(personName === null || personName === term.personName ? {} : { personName }),
    ...(dueToEndOn === null || dueToEndOn === term.dueToEndOn ? {} : { dueToEndOn }),
    ...(isFullTime === null || isFullTime === term.isFullTime ? {} : { isFullTime }),
  }
  return Object.keys(amendment).length === 0 ? { does: 'nothing', seat } : { does: 'amend', seat, term, amendment }
}

function holderOf({ personName, fromOn, dueToEndOn, isFullTime }: ReadPost): PlannedHolder | null {
  return personName === null || fromOn === null ? null : { personName, fromOn, dueToEndOn, isFullTime: isFullTime ?? false }
}

/** Who would sit twice in one committee once all rows hold: twice under one title, or under two that exclude each other. */
function findDoubled(plans: readonly PostPlan[], seats: readonly KnownSeat[]): RowProblem[] {
  const touched = new Set(plans.flatMap((plan) => ('seat' in plan ? [plan.seat.id] : [])))
  const sitting = seats.filter(({ id, term, closedOn }) => term !== null && closedOn === null && !touched.has(id))
    .map(({ titleCode, term }) => ({ titleCode, personName: term?.personName ?? '' }))
  return plans.flatMap((plan, at): RowProblem[] => {
    const { personName, titleCode } = plan.read
    if (personName === null || plan.does === 'nothing') return []
    const excludes = (other: string) => other === titleCode || (exclusiveTitles.has(other) && exclusiveTitles.has(titleCode))
    const isRegistered = sitting.some((other) => other.personName === personName && excludes(other.titleCode))
    if (isRegistered) return [{ rowNumber: plan.rowNumber, key: 'title', message: `同名的人在本单位已任这一职务或另一领导职务；${onlyOne}` }]
    const other = plans.find((each, index) => index !== at && each.read.personName === personName && excludes(each.read.titleCode)
      && (each.does === 'nothing' || index < at))
    return other === undefined ? [] : [{ rowNumber: plan.rowNumber, key: 'title', message: `与第${other.rowNumber}行是同一人；${onlyOne}` }]
  })
}

const onlyOne = '主任、执行主任、常务副主任、副主任一人只任其一。如确是同名的两人，请打开单位页登记。'
