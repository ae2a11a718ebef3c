import { cleanName } from '#platform/values/chinese-name.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { parseLooseDate } from '#platform/values/loose-date.ts'
import { parsePhone, phoneMessage } from '#platform/values/phone.ts'
import { countCharacters } from '#platform/values/text.ts'
import { civilAffairsTypes, type relations } from '../../contract.ts'
import { identify } from '../registration.ts'
import { relationNames, typeNames } from '../words.ts'
import { asSentence } from './as-sentence.ts'

type Recognised = (typeof civilAffairsTypes)[number]
type Relation = (typeof relations)[number]
type Problem = { key: string; message: string }

/** A child as a list of civil affairs names it; the unit is still a text. */
export type ListedChild = {
  name: string
  sex: 'male' | 'female'
  birthOn: LocalDate
  paperNumber: string | null
  types: Recognised[]
  /** Null where the list does not say. */
  decidedOn: LocalDate | null
  source: string | null
  address: string | null
  school: string | null
  guardian: { name: string; relation: Relation; phone: string | null } | null
  unitText: string
}

/** Reads the texts of a row, or says in which column something is wrong; no message repeats what stands there. */
export function readListRow(
  values: Record<string, string>, { today, usualType }: { today: LocalDate; usualType: Recognised },
): { read: ListedChild } | { problems: Problem[] } {
  const text = (key: string) => values[key] ?? ''
  const problems: Problem[] = []
  const refuse = (key: string, message: string) => { problems.push({ key, message }) }
  const day = (key: string, title: string) => {
    const read = text(key) === '' ? null : parseLooseDate(text(key))
    if (read === undefined) refuse(key, `${title}无法识别，请写成2020-05-01这样的日期。`)
    return read ?? null
  }
  const birthOn = day('birthOn', '出生日期')
  const decidedOn = day('decidedOn', '认定日期')
  if (decidedOn !== null && decidedOn > today) refuse('decidedOn', '认定日期不能晚于今天。')
  const types = typesOf(text('types'), usualType, refuse)
  const guardian = guardianOf(text, refuse)
  const sex = sexOf(text('sex'), refuse)
  refuseTooLong(text, refuse)
  const number = text('idNumber')
  const read = identify({
    name: text('name'), paperKind: number === '' ? 'none' : 'id-card', paperNumber: number === '' ? undefined : number,
    birthOn: birthOn ?? undefined, sex,
  }, today)
  if (!read.ok) for (const issue of read.issues) refuseOnce(problems, columnOf(String(issue.path[0])), asSentence(issue.message))
  if (!read.ok || problems.length > 0) return { problems }
  return { read: {
    ...read.identified, types, decidedOn, guardian, source: text('source') || null, address: text('address') || null, school: text('school') || null,
    unitText: text('unit'),
  } }
}

const columnOf = (field: string) => (field === 'paperNumber' ? 'idNumber' : field)

function refuseOnce(problems: Problem[], key: string, message: string): void {
  if (!problems.some((problem) => problem.key === key)) problems.push({ key, message })
}

type Refuse = (key: string, message: string) => void

const spellings: readonly [RegExp, Recognised][] = [
  [/事实无人|实无/, 'de-facto-unsupported'], [/孤儿|孤弃/, 'orphan'], [/特困/, 'extreme-poverty'], [/重病|重残|残疾/, 'severe-illness-disability'],
  [/低保|贫困|低收入/, 'poor-family'], [/留守/, 'left-behind'], [/流动/, 'migrant'], [/困境/, 'hardship'],
]

/** Several types in one cell are parted by 、 or the like; an empty cell is what the list as a whole is about. */
function typesOf(text: string, usualType: Recognised, refuse: Refuse): Recognised[] {
  const words = text.split(/[、，,;；/\s]+/).filter((word) => word !== '')
  if (words.length === 0) return [usualType]
  const found = words.map((word) => civilAffairsTypes.find((type) => typeNames[type] === word || type === word)
    ?? spellings.find(([pattern]) => pattern.test(word))?.[1])
  if (found.includes(undefined)) refuse('types', `儿童类别请填写：${civilAffairsTypes.map((type) => typeNames[type]).join('、')}。`)
  return civilAffairsTypes.filter((type) => found.includes(type))
}

function guardianOf(text: (key: string) => string, refuse: Refuse): ListedChild['guardian'] {
  const name = cleanName(text('guardianName'))
  const phone = text('guardianPhone') === '' ? null : parsePhone(text('guardianPhone'))
  if (phone === undefined) refuse('guardianPhone', phoneMessage)
  if (name === '') return null
  return { name, phone: phone?.value ?? null, relation: relationOf(text('guardianRelation')) }
}

const relationWords: readonly [RegExp, Relation][] = [
  [/外祖父|外公|姥爷/, 'maternal-grandfather'], [/外祖母|外婆|姥姥/, 'maternal-grandmother'], [/祖父|爷爷/, 'grandfather'], [/祖母|奶奶/, 'grandmother'],
  // 伯父 and 姑母 are no parents.
  [/祖孙|伯|叔|姑|舅|姨|婶|亲属|亲戚/, 'kin'], [/父|爸/, 'father'], [/母|妈/, 'mother'], [/兄|弟|姐|妹/, 'sibling'], [/寄养/, 'foster'], [/福利|机构/, 'institution'],
]

function relationOf(text: string): Relation {
  const named = Object.entries(relationNames).find(([, name]) => name === text)?.[0] as Relation | undefined
  return named ?? relationWords.find(([pattern]) => pattern.test(text))?.[1] ?? 'other'
}

function sexOf(text: string, refuse: Refuse): 'male' | 'female' | undefined {
  if (/^(男|男性|男孩)$/.test(text)) return 'male'
  if (/^(女|女性|女孩)$/.test(text)) return 'female'
  if (text !== '') refuse('sex', '性别请填写“男”或“女”。')
  return undefined
}

const limits: readonly [string, number, string][] = [
  ['name', 60, '姓名'], ['address', 200, '家庭住址'], ['school', 100, '就读学校'], ['source', 100, '认定文号'], ['guardianName', 60, '监护人姓名']]

/** The limits of the form hold for workbooks too. */
function refuseTooLong(text: (key: string) => string, refuse: Refuse): void {
  for (const [key, most, title] of limits) if (countCharacters(text(key)) > most) refuse(key, `${title}请不超过${most}个字。`)
}
