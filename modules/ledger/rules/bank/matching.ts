import { addDays, daysBetween, type LocalDate } from '#platform/values/local-date.ts'

/** A line of a bank that waits. */
export type WaitingLine = { id: string; on: LocalDate; amountFen: number; counterparty: string; reference: string }
/** A posting of our own that waits; money that came is debit, counted up. */
export type WaitingPosting = { key: string; on: LocalDate; amountFen: number; memo: string }
/** What belongs together. */
export type FoundMatch = { lineIds: string[]; postingKeys: string[] }

/** How far the day of a bank may lie from ours, unless the city says otherwise. */
export const usualDays = 5

/**
 * What belongs together by amount, day and words: first one to one, then all lines of a day that make up one posting, and all postings of a day that
 * make up one line: those of one direction, or what came less what went, as a channel pays out a day less its fee. Where two would fit equally well
 * nothing is said: a person decides.
 */
export function findMatches(lines: readonly WaitingLine[], postings: readonly WaitingPosting[], days = usualDays): FoundMatch[] {
  const [freeLines, freePostings] = [new Map(lines.map((line) => [line.id, line])), new Map(postings.map((posting) => [posting.key, posting]))]
  const found: FoundMatch[] = []
  const take = (match: FoundMatch) => {
    found.push(match)
    for (const id of match.lineIds) freeLines.delete(id)
    for (const key of match.postingKeys) freePostings.delete(key)
  }
  const byPlace = Map.groupBy(postings, ({ amountFen, on }) => `${amountFen} ${on}`)
  for (const line of lines) {
    const near = daysAround(line.on, days).flatMap((on) => byPlace.get(`${line.amountFen} ${on}`) ?? [])
    const posting = bestOf(line, near.filter(({ key }) => freePostings.has(key)))
    if (posting !== undefined) take({ lineIds: [line.id], postingKeys: [posting.key] })
  }
  for (const group of groupsOfDay([...freeLines.values()])) {
    const fits = [...freePostings.values()].filter((posting) => posting.amountFen === group.amountFen && isNear(posting.on, group.on, days))
    if (fits.length === 1 && fits[0] !== undefined) take({ lineIds: group.members.map(({ id }) => id), postingKeys: [fits[0].key] })
  }
  for (const group of [...groupsOfDay([...freePostings.values()]), ...netsOfDay([...freePostings.values()])]) {
    if (!group.members.every(({ key }) => freePostings.has(key))) continue
    const fits = [...freeLines.values()].filter((line) => line.amountFen === group.amountFen && isNear(line.on, group.on, days))
    if (fits.length === 1 && fits[0] !== undefined) take({ lineIds: [fits[0].id], postingKeys: group.members.map(({ key }) => key) })
  }
  return found
}

const isNear = (one: LocalDate, other: LocalDate, days: number) => Math.abs(daysBetween(one, other)) <= days

/** The days a posting of a line may lie on. */
const daysAround = (on: LocalDate, days: number): LocalDate[] => Array.from({ length: 2 * days + 1 }, (_, at) => addDays(on, at - days))

/** The only posting that fits best: by words that both know, then by the nearest day. */
function bestOf(line: WaitingLine, near: readonly WaitingPosting[]): WaitingPosting | undefined {
  const scored = near.map((posting) => ({ posting, score: wordsShared(line, posting) * 100 - Math.abs(daysBetween(posting.on, line.on)) }))
    .sort((one, other) => other.score - one.score)
  return scored[0] === undefined || scored[0].score === scored[1]?.score ? undefined : scored[0].posting
}

const wordsShared = ({ counterparty, reference }: WaitingLine, { memo }: WaitingPosting): number =>
  (reference.length >= 4 && memo.includes(reference) ? 2 : 0) + (counterparty.length >= 2 && memo.includes(counterparty) ? 1 : 0)

/** Several of one day that went the same way, with their sum. */
function groupsOfDay<Member extends { on: LocalDate; amountFen: number }>(
  members: readonly Member[],
): { on: LocalDate; amountFen: number; members: Member[] }[] {
  const groups = Map.groupBy(members, ({ on, amountFen }) => `${on} ${Math.sign(amountFen)}`)
  return [...groups.values()].filter((group) => group.length > 1)
    .map((group) => ({ on: group[0]?.on ?? '', amountFen: group.reduce((sum, { amountFen }) => sum + amountFen, 0), members: group }))
}

/** All of one day that came and went, with what is left of it; only where something came and something went. */
function netsOfDay(postings: readonly WaitingPosting[]): { on: LocalDate; amountFen: number; members: WaitingPosting[] }[] {
  return [...Map.groupBy(postings, ({ on }) => on)].filter(([, group]) => new Set(group.map(({ amountFen }) => Math.sign(amountFen))).size > 1)
    .map(([on, group]) => ({ on, amountFen: group.reduce((sum, { amountFen }) => sum + amountFen, 0), members: group }))
}
