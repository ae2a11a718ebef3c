import type { Restriction } from '../contract.ts'

/** One field that is wrong, and what to do about it. */
type FieldIssue = { path: string[]; message: string }
type FundText = { restriction: Restriction; purpose?: string | undefined; usableFrom?: string | undefined }

/** What a new fund says too much or too little of. */
export function findFundIssues({ restriction, purpose, usableFrom }: FundText): FieldIssue[] {
  const issues: FieldIssue[] = []
  if (restriction === 'purpose' && purpose === undefined) issues.push({ path: ['purpose'], message: '请写明限定用途' })
  if (restriction !== 'purpose' && purpose !== undefined) issues.push({ path: ['purpose'], message: '只有限定用途的资金写用途' })
  if (restriction === 'time' && usableFrom === undefined) issues.push({ path: ['usableFrom'], message: '请填从哪一天起可以使用' })
  if (restriction !== 'time' && usableFrom !== undefined) issues.push({ path: ['usableFrom'], message: '只有限定时间的资金填起用日期' })
  return issues
}
