import type { NewAward } from '../contract.ts'

/** What is wrong with an application beside its single fields: for a child or for people outside, never both. */
export function findApplicationIssues(
  { caseId, needId, group, peopleCount, householdsCount }: Pick<NewAward, 'caseId' | 'needId' | 'group' | 'peopleCount' | 'householdsCount'>,
): { path: string[]; message: string }[] {
  if (caseId !== undefined) {
    return [
      ...(group === undefined ? [] : [{ path: ['group'], message: '给个案孩子的资助不用填群体名称' }]),
      ...(peopleCount === undefined ? [] : [{ path: ['peopleCount'], message: '给个案孩子的资助只算一人，不用填人数' }]),
      ...(householdsCount === undefined ? [] : [{ path: ['householdsCount'], message: '给个案孩子的资助只算一户，不用填户数' }]),
    ]
  }
  return [
    ...(needId === undefined ? [] : [{ path: ['needId'], message: '需求要和它的个案一起选' }]),
    ...(group === undefined ? [{ path: ['group'], message: '请填给谁的，如 东街小学三年级（不写姓名）' }] : []),
    ...(peopleCount === undefined ? [{ path: ['peopleCount'], message: '请填人数' }] : []),
    ...(householdsCount !== undefined && peopleCount !== undefined && householdsCount > peopleCount
      ? [{ path: ['householdsCount'], message: '户数不能多于人数' }] : []),
  ]
}

/** A day of the life of an award after it was paid: neither before the payment nor ahead. */
export const findDayIssue = (day: string, { paidOn, today }: { paidOn: string; today: string }): string | undefined => {
  if (day > today) return '日期不能晚于今天'
  return day < paidOn ? '日期不能早于付款日期' : undefined
}
