import { cleanName } from '#platform/values/chinese-name.ts'
import { parseIdCard } from '#platform/values/id-card.ts'
import { ageOn, type LocalDate } from '#platform/values/local-date.ts'
import { parsePhone, phoneMessage } from '#platform/values/phone.ts'
import { cleanText } from '#platform/values/text.ts'
import type { NewChild } from '../contract.ts'
import { findFactProblem } from './fact-kinds.ts'

/** A field that cannot be accepted, as forms show it. */
export type Issue = { path: (string | number)[]; message: string }

/** What a paper and the person beside it say. */
type Who = {
  name: string
  paperKind: NewChild['paperKind']
  sex?: NewChild['sex'] | undefined
  paperNumber?: string | undefined
  birthOn?: string | undefined
  phone?: string | undefined
}

/** What the papers say, put in order. */
export type Identified = { name: string; sex: 'male' | 'female'; birthOn: LocalDate; paperNumber: string | null; phone: string | null }

/**
 * Reads the identity as typed: what the number says must agree with what was typed beside it. Whoever is registered already may have
 * grown up meanwhile.
 */
export function identify(
  who: Who,
  today: LocalDate,
  { isRegistered = false } = {},
): { ok: true; identified: Identified } | { ok: false; issues: Issue[] } {
  const issues: Issue[] = []
  const name = cleanName(who.name)
  if (name === '') issues.push({ path: ['name'], message: '请填写姓名' })
  const card = who.paperKind === 'id-card' && who.paperNumber !== undefined ? parseIdCard(who.paperNumber, today) : undefined
  if (who.paperKind === 'id-card' && who.paperNumber === undefined)
    issues.push({ path: ['paperNumber'], message: '请填写身份证号码；没有户籍请在证件一栏选“暂无证件”' })
  if (card !== undefined && !card.ok) issues.push({ path: ['paperNumber'], message: card.message })
  const known = card?.ok === true ? card : undefined
  const [birthOn, sex] = [who.birthOn ?? known?.birthOn, who.sex ?? known?.sex]
  if (birthOn === undefined) issues.push({ path: ['birthOn'], message: '请填写出生日期' })
  else issues.push(...birthIssues(birthOn, { onCard: known?.birthOn, today, isRegistered }))
  if (sex === undefined) issues.push({ path: ['sex'], message: '请选择性别' })
  else if (known !== undefined && known.sex !== sex) issues.push({ path: ['sex'], message: '性别与身份证号码不一致，请核对' })
  const phone = who.phone === undefined ? null : parsePhone(who.phone)
  if (phone === undefined) issues.push({ path: ['phone'], message: phoneMessage })
  if (issues.length > 0 || birthOn === undefined || sex === undefined) return { ok: false, issues }
  const paperNumber = known?.value ?? numberOf(who)
  return { ok: true, identified: { name, sex, birthOn, paperNumber, phone: phone?.value ?? null } }
}

/** What is wrong with everything but the identity. */
export function findRegistrationIssues(child: NewChild, today: LocalDate): Issue[] {
  return [
    ...child.guardians.flatMap((guardian, index) => guardianIssues(guardian, index, today)),
    ...(child.guardians.filter((guardian) => guardian.isPrimary).length > 1
      ? [{ path: ['guardians'], message: '主要监护人只能有一位' }]
      : []),
    ...child.facts.flatMap((fact, index) => factIssues(fact, today).map((issue) => ({ ...issue, path: ['facts', index, ...issue.path] }))),
    ...child.consents.flatMap((consent, index) =>
      periodIssues(consent, today).map((issue) => ({ ...issue, path: ['consents', index, ...issue.path] })),
    ),
    ...(child.consents.length > 0 && child.guardians.length === 0
      ? [{ path: ['guardians'], message: '知情同意由监护人作出，请先填写监护人' }]
      : []),
  ]
}

/** What is wrong with a fact. */
export function factIssues(fact: NewChild['facts'][number], today: LocalDate): Issue[] {
  const problem = findFactProblem(fact)
  return [...(problem === undefined ? [] : [{ path: [problem.field], message: problem.message }]), ...periodIssues(fact, today)]
}

/** What is wrong with a dated statement. */
export function periodIssues(period: { fromOn: LocalDate; untilOn?: LocalDate | undefined }, today: LocalDate): Issue[] {
  const issues: Issue[] = []
  if (period.fromOn > today) issues.push({ path: ['fromOn'], message: '开始日期不能晚于今天' })
  if (period.fromOn < '1900-01-01') issues.push({ path: ['fromOn'], message: '开始日期过早，请核对年份' })
  if (period.untilOn !== undefined && period.untilOn < period.fromOn)
    issues.push({ path: ['untilOn'], message: '结束日期不能早于开始日期' })
  return issues
}

type BirthQuestion = { onCard: LocalDate | undefined; today: LocalDate; isRegistered: boolean }

function birthIssues(birthOn: LocalDate, { onCard, today, isRegistered }: BirthQuestion): Issue[] {
  if (birthOn > today) return [{ path: ['birthOn'], message: '出生日期不能晚于今天' }]
  if (onCard !== undefined && onCard !== birthOn) return [{ path: ['birthOn'], message: '出生日期与身份证号码不一致，请核对' }]
  return !isRegistered && ageOn(birthOn, today) >= 18
    ? [{ path: ['birthOn'], message: '已满18周岁，不能登记为关爱对象，请核对出生日期' }]
    : []
}

function guardianIssues(guardian: NewChild['guardians'][number], index: number, today: LocalDate): Issue[] {
  const issues: Issue[] = []
  if (cleanName(guardian.name) === '') issues.push({ path: ['guardians', index, 'name'], message: '请填写监护人姓名' })
  if (guardian.phone !== undefined && parsePhone(guardian.phone) === undefined)
    issues.push({ path: ['guardians', index, 'phone'], message: phoneMessage })
  const card = guardian.idNumber === undefined ? undefined : parseIdCard(guardian.idNumber, today)
  if (card !== undefined && !card.ok) issues.push({ path: ['guardians', index, 'idNumber'], message: card.message })
  return issues
}

/** The number of another paper as it is stored: without spaces, in capitals. */
function numberOf(who: Who): string | null {
  if (who.paperKind === 'none' || who.paperNumber === undefined) return null
  const number = cleanText(who.paperNumber).replace(/[\s-]/g, '').toUpperCase()
  return number === '' ? null : number
}
