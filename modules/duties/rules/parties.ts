import type { NewRelatedParty } from '../contract.ts'

/** What is wrong with a related party as it was typed. */
export function findPartyIssues(
  { kind, creditCode, phone, identityNumber, fromOn, untilOn }: Pick<NewRelatedParty,
    'kind' | 'creditCode' | 'phone' | 'identityNumber' | 'fromOn' | 'untilOn'>,
): { path: string[]; message: string }[] {
  const issues: ({ path: string[]; message: string } | false)[] = [
    kind === 'person' && creditCode !== undefined && { path: ['creditCode'], message: '个人没有统一社会信用代码，请清空' },
    kind === 'enterprise' && phone !== undefined && { path: ['phone'], message: '单位不填电话，请清空' },
    kind === 'enterprise' && identityNumber !== undefined && { path: ['identityNumber'], message: '单位不填身份证号，请清空' },
    untilOn !== undefined && untilOn < fromOn && { path: ['untilOn'], message: '关联关系结束不能早于开始' },
  ]
  return issues.filter((issue) => issue !== false)
}
