import { maskName } from '#platform/values/mask.ts'
import type { DonorKind } from '../contract.ts'
import type { FieldProblem } from './problem.ts'

type Said = {
  kind: DonorKind; name?: string | undefined; phone?: string | undefined; address?: string | undefined; contactName?: string | undefined
  creditCode?: string | undefined; isNamed: boolean
}

/** What a donor says too much or too little of. */
export function findDonorIssues({ kind, name, creditCode, phone, address, contactName, isNamed }: Said): FieldProblem[] {
  if (kind === 'anonymous') {
    const said = Object.entries({ name, creditCode, phone, address, contactName }).filter(([, value]) => value !== undefined)
    const issues = said.map(([field]) => ({ path: [field], message: '匿名捐赠人不留姓名和联系方式' }))
    return isNamed ? [...issues, { path: ['isNamed'], message: '匿名捐赠人不公开姓名' }] : issues
  }
  const issues: FieldProblem[] = []
  if (name === undefined) issues.push({ path: ['name'], message: kind === 'person' ? '请填写姓名' : '请填写单位名称' })
  if (kind === 'enterprise' && creditCode === undefined) issues.push({ path: ['creditCode'], message: '请填写统一社会信用代码' })
  if (kind === 'person' && creditCode !== undefined) issues.push({ path: ['creditCode'], message: '个人没有统一社会信用代码' })
  if (kind === 'person' && contactName !== undefined) issues.push({ path: ['contactName'], message: '只有单位填联系人' })
  return issues
}

/** How a donor reads in lists, books and the audit: a person is masked. */
export function labelOf({ kind, name }: Pick<Said, 'kind' | 'name'>): string {
  if (kind === 'anonymous' || name === undefined) return '匿名'
  return kind === 'person' ? maskName(name) : name
}
