// The legal ratios: which row of the table holds, how a body stands, and where it will stand at the end of the year.
import type { BodyKind, Excuse, Judged, LeaveConflict, RatioNote, RatioRule } from '../contract.ts'

/** The row that holds for a body: the latest version by the day, and of it the highest step its net assets reach. */
export function ruleFor(rules: readonly RatioRule[], { kind, on, netAssetsFen }: { kind: BodyKind; on: string; netAssetsFen: number }): RatioRule | null {
  const held = rules.filter(({ bodyKind, validFrom }) => bodyKind === kind && validFrom <= on)
  const latest = held.reduce((last, { validFrom }) => (validFrom > last ? validFrom : last), '')
  return held.filter(({ validFrom, floorFen }) => validFrom === latest && floorFen <= Math.max(0, netAssetsFen))
    .reduce<RatioRule | null>((best, rule) => (best === null || rule.floorFen > best.floorFen ? rule : best), null)
}

/** Where what the law takes a body for and its recorded leave to ask the public say different things: the ratios differ by it. */
export function findLeaveConflict(kind: BodyKind | null, hasLeave: boolean): LeaveConflict | null {
  if (kind === null) return null
  const asksPublic = kind === 'public-foundation' || kind === 'public-society'
  if (asksPublic === hasLeave) return null
  return hasLeave ? 'leave' : 'no-leave'
}

/** What a body spent and what that is measured by; an income that is not known is null. */
export type Standing = {
  charityFen: number; administrationFen: number; spendingFen: number
  lastIncomeFen: number | null
  /** Average of the three years before; null where one of them is not known. */
  averageIncomeFen: number | null
  lastNetAssetsFen: number | null
  /** Average of net assets at the end of the three years before; null where one of them is not known. */
  averageNetAssetsFen: number | null
}
/** What of the notes bears on a ratio. */
export type Grounds = Pick<RatioNote, 'ratio' | 'kind' | 'amountFen'>

/** Both ratios, judged by the row that holds. */
export const judge = (rule: RatioRule, standing: Standing, notes: readonly Grounds[]): Judged[] =>
  [judgeSpending(rule, standing), judgeAdministration(rule, standing, notes)]

function judgeSpending({ base, spendingPercent, incomePercent }: RatioRule, standing: Standing): Judged {
  const { charityFen: countedFen, lastIncomeFen, averageIncomeFen, lastNetAssetsFen, averageNetAssetsFen } = standing
  const [baseFen, averageFen] = base === 'income' ? [lastIncomeFen, averageIncomeFen] : [lastNetAssetsFen, averageNetAssetsFen]
  const common = { ratio: 'spending', countedFen, limitPercent: spendingPercent } as const
  const needsIncome = incomePercent !== null
  if (baseFen === null || (needsIncome && lastIncomeFen === null)) {
    return { ...common, baseFen: null, hundredths: null, gapFen: 0, verdict: 'unknown', excuse: null }
  }
  const ofIncome = (incomeFen: number | null) => (needsIncome ? leastFen(incomeFen ?? lastIncomeFen ?? 0, incomePercent) : 0)
  const gapFen = Math.max(0, Math.max(leastFen(baseFen, spendingPercent), ofIncome(lastIncomeFen)) - countedFen)
  const shown = { ...common, baseFen, hundredths: baseFen > 0 ? Math.floor((countedFen * 10_000) / baseFen) : null }
  if (gapFen === 0) return { ...shown, gapFen, verdict: 'met', excuse: null }
  // 民发〔2016〕189号第十条：前三年平均数可以代替上年总收入，也可以代替上年末净资产。
  const byAverage = averageFen !== null && countedFen >= leastFen(averageFen, spendingPercent)
    && countedFen >= Math.min(ofIncome(lastIncomeFen), ofIncome(averageIncomeFen))
  return byAverage ? { ...shown, gapFen: 0, verdict: 'met', excuse: 'average' } : { ...shown, gapFen, verdict: 'short', excuse: null }
}

function judgeAdministration(
  { administrationPercent, freeAdministrationFen }: RatioRule, { administrationFen: countedFen, spendingFen: baseFen }: Standing, notes: readonly Grounds[],
): Judged {
  const gapFen = Math.max(0, countedFen - Math.floor((Math.max(0, baseFen) * administrationPercent) / 100))
  const shown = {
    ratio: 'administration', countedFen, baseFen, limitPercent: administrationPercent, gapFen,
    hundredths: baseFen > 0 ? Math.ceil((countedFen * 10_000) / baseFen) : null,
  } as const
  if (gapFen === 0) return { ...shown, verdict: 'met', excuse: null }
  const excuse = excuseOf({ countedFen, gapFen, freeAdministrationFen }, notes.filter(({ ratio }) => ratio === 'administration'))
  return { ...shown, verdict: excuse === null ? 'short' : 'excused', excuse }
}

function excuseOf(
  { countedFen, gapFen, freeAdministrationFen }: { countedFen: number; gapFen: number; freeAdministrationFen: number }, notes: readonly Grounds[],
): Excuse | null {
  if (countedFen < freeAdministrationFen) return 'free'
  if (notes.some(({ kind }) => kind === 'special-case')) return 'special-case'
  const agreedFen = notes.reduce((sum, { kind, amountFen }) => sum + (kind === 'agreement' ? amountFen ?? 0 : 0), 0)
  return agreedFen >= gapFen ? 'agreement' : null
}

/** So much of a base, never a fen less. */
const leastFen = (baseFen: number, percent: number): number => Math.ceil((Math.max(0, baseFen) * percent) / 100)

/** Where the year ends if it goes on as so far; what is promised from funds is spent at least. */
export function forecast(
  standing: Standing, { elapsedDays, yearDays, promisedFen }: { elapsedDays: number; yearDays: number; promisedFen: number },
): Standing {
  const onFen = (fen: number) => Math.round((fen * yearDays) / elapsedDays)
  const charityFen = Math.max(onFen(standing.charityFen), standing.charityFen + promisedFen)
  const restFen = onFen(standing.spendingFen - standing.charityFen)
  return { ...standing, charityFen, administrationFen: onFen(standing.administrationFen), spendingFen: charityFen + restFen }
}

/** Average of three years, down to the fen; null where one is missing. */
export function averageOf(incomes: readonly (number | null)[]): number | null {
  const known = incomes.filter((fen) => fen !== null)
  return known.length < 3 ? null : Math.floor(known.reduce((sum, fen) => sum + fen, 0) / known.length)
}

/** What is missing of a note: an agreement has an amount, a special case was reported and published, both speak of administration. */
export function findNoteIssues(
  note: { kind: RatioNote['kind']; ratio: RatioNote['ratio']; amount?: number | undefined; reportedOn?: string | undefined
    publishedOn?: string | undefined; publishedWhere?: string | undefined }, today: string,
): { path: string[]; message: string }[] {
  const { kind, ratio, amount, reportedOn, publishedOn, publishedWhere } = note
  const issues: ({ path: string[]; message: string } | false)[] = [
    kind !== 'explanation' && ratio !== 'administration' && { path: ['ratio'], message: '这种情形只适用于管理费用比例，请改选' },
    kind === 'agreement' && amount === undefined && { path: ['amount'], message: '请填写捐赠协议约定的管理费用金额' },
    kind !== 'agreement' && amount !== undefined && { path: ['amount'], message: '只有捐赠协议另有约定时才填金额，请清空' },
    kind === 'special-case' && reportedOn === undefined && { path: ['reportedOn'], message: '特殊情况须报告登记管理机关，请填写报告日期' },
    kind === 'special-case' && publishedOn === undefined && { path: ['publishedOn'], message: '特殊情况须向社会公开，请填写公开日期' },
    kind === 'special-case' && publishedWhere === undefined && { path: ['publishedWhere'], message: '请填写在哪里公开' },
    reportedOn !== undefined && reportedOn > today && { path: ['reportedOn'], message: '报告日期不能晚于今天' },
    publishedOn !== undefined && publishedOn > today && { path: ['publishedOn'], message: '公开日期不能晚于今天' },
  ]
  return issues.filter((issue) => issue !== false)
}
