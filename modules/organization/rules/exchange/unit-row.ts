import type { LocalDate } from '#platform/values/local-date.ts'
import { parseLooseDate } from '#platform/values/loose-date.ts'
import { countCharacters } from '#platform/values/text.ts'
import type { Unit } from '../../contract.ts'
import { kindWords, levelWords } from '../unit-words.ts'

/** What is wrong in a row; the message names no value of it. */
export type Problem = { key?: string; message: string }

/** A row of a workbook of units as read; null where the cell is blank, which leaves what is registered as it is. */
export type ReadUnit = {
  code: string | null; parentCode: string | null; parent: string | null; name: string; shortName: string | null
  level: Unit['level'] | null; kind: Unit['kind'] | null; dueOn: LocalDate | null; establishedOn: LocalDate | null
  foundingDocument: string | null; address: string | null; phone: string | null
}

const longest = { name: 60, shortName: 60, foundingDocument: 60, address: 100, phone: 30 } as const
const titles: Record<keyof typeof longest, string> = { name: '名称', shortName: '关工委简称', foundingDocument: '成立文号', address: '地址', phone: '电话' }

const otherLevelWords: Record<string, Unit['level']> = {
  省: 'province', 市: 'city', 地级市: 'city', 县: 'county', 区: 'county', 区县: 'county', 区县级: 'county', 县区级: 'county', 乡: 'town', 镇: 'town', 乡镇: 'town',
  街道: 'town', 乡镇街道: 'town', 村: 'village', 社区: 'village', 村社区: 'village', 社区级: 'village',
}
const otherKindWords: Record<string, Unit['kind']> = {
  区划: 'division', 行政区: 'division', 中小学: 'school', 小学: 'school', 中学: 'school', 高校: 'school', 院校: 'school', 公司: 'enterprise', 企事业: 'enterprise',
  机关单位: 'agency', 事业单位: 'agency',
}

/** The unit and the parent a row names, as they stand there; null where the cell is blank. */
export function unitTextsOf(values: Readonly<Record<string, string>>): Pick<ReadUnit, 'code' | 'parentCode' | 'parent' | 'name'> {
  const text = (key: string): string | null => values[key]?.trim() || null
  return { code: text('code'), parentCode: text('parentCode'), parent: text('parent'), name: text('name') ?? '' }
}

/** A code of a unit is digits. */
export const isUnitCode = (text: string): boolean => /^\d{2,18}$/.test(text)

/** Reads the texts of a row, or says in which column something is wrong. */
export function readUnitRow(values: Readonly<Record<string, string>>, today: LocalDate): { read: ReadUnit } | { problems: Problem[] } {
  const problems: Problem[] = []
  const text = (key: string): string | null => values[key]?.trim() || null
  const day = (key: string, title: string): LocalDate | null => {
    const written = text(key)
    const read = written === null ? null : parseLooseDate(written)
    if (read === undefined) problems.push({ key, message: `${title}无法识别，请写成2020-05-01这样的日期。` })
    if (read !== undefined && read !== null && read > today) problems.push({ key, message: `${title}不能晚于今天，请核对。` })
    return read ?? null
  }
  for (const [key, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if (countCharacters(text(key) ?? '') > most) problems.push({ key, message: `${titles[key]}不能超过${most}个字，请缩短。` })
  }
  const read: ReadUnit = {
    ...unitTextsOf(values), shortName: text('shortName'),
    level: levelOf(text('level'), problems), kind: kindOf(text('kind'), problems), dueOn: day('dueOn', '应建日期'),
    establishedOn: day('establishedOn', '组建日期'), foundingDocument: text('foundingDocument'), address: text('address'), phone: text('phone'),
  }
  if (read.code !== null && !isUnitCode(read.code)) problems.push({ key: 'code', message: '单位代码是一串数字；新单位请留空，由系统编定。' })
  return problems.length > 0 ? { problems } : { read }
}

function levelOf(text: string | null, problems: Problem[]): Unit['level'] | null {
  if (text === null) return null
  const level = otherLevelWords[text] ?? keyOf(levelWords, text)
  if (level === undefined) problems.push({ key: 'level', message: `层级无法识别，请填：${Object.values(levelWords).join('、')}，或留空。` })
  return level ?? null
}

/** Where one column holds both, a level says that the unit is a division. */
function kindOf(text: string | null, problems: Problem[]): Unit['kind'] | null {
  if (text === null) return null
  const kind = otherKindWords[text] ?? keyOf(kindWords, text) ?? (otherLevelWords[text] ?? keyOf(levelWords, text) ? 'division' : undefined)
  if (kind === undefined) problems.push({ key: 'kind', message: `类别无法识别，请填：${Object.values(kindWords).join('、')}。` })
  return kind ?? null
}

const keyOf = <Key extends string>(words: Record<Key, string>, text: string): Key | undefined =>
  (Object.keys(words) as Key[]).find((key) => words[key] === text)
