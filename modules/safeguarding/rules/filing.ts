import type { NewReport } from '../contract.ts'
import { instantOf } from './moments.ts'

type Issue = { path: (string | number)[]; message: string }

/** Clocks of phones may be a little ahead. */
const leewayMillis = 10 * 60_000
/** Nothing older than a childhood is reported here. */
const longestMillis = 20 * 366 * 86_400_000

/** What is wrong with a report as typed. */
export function findFilingIssues(report: Pick<NewReport, 'childId' | 'description' | 'seenAt' | 'told'>, now: Date): Issue[] {
  const issues: Issue[] = momentIssues(report.seenAt, ['seenAt'], now)
  if (report.childId === undefined && report.description === '')
    issues.push({ path: ['description'], message: '孩子没有登记在册，请写清怎样能认出或找到孩子' })
  return [...issues, ...report.told.flatMap((told, index) => momentIssues(told.happenedAt, ['told', index, 'happenedAt'], now))]
}

/** What is wrong with a moment that must lie behind us. */
export function momentIssues(moment: string, path: (string | number)[], now: Date): Issue[] {
  const at = instantOf(moment).getTime()
  if (at > now.getTime() + leewayMillis) return [{ path, message: '这个时间还没有到，请核对' }]
  return at < now.getTime() - longestMillis ? [{ path, message: '时间过早，请核对年份' }] : []
}

/** Who receives a report: everybody named, without those whom the matter touches. */
export function recipientsOf<Person extends { accountId: string }>(
  people: readonly Person[], withheld: readonly string[],
): { told: Person[]; withheld: Person[]; isNobodyLeft: boolean } {
  const told = people.filter(({ accountId }) => !withheld.includes(accountId))
  return { told, withheld: people.filter(({ accountId }) => withheld.includes(accountId)), isNobodyLeft: people.length > 0 && told.length === 0 }
}
