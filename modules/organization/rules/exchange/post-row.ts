import type { LocalDate } from '#platform/values/local-date.ts'
import { parseLooseDate } from '#platform/values/loose-date.ts'
import { countCharacters } from '#platform/values/text.ts'
import type { termEndings } from '../../contract.ts'
import type { Problem } from './unit-row.ts'

/** How somebody left, as a person says it; the closing of a unit is never said by a person. */
export type Ending = Exclude<(typeof termEndings)[number], 'unit-closed'>

/** A row of a workbook of posts as read; null where the cell is blank. */
export type ReadPost = {
  unitText: string; titleCode: string
  /** Number of the seat among those of the title in the unit; null lets the import find one. */
  seat: number | null
  /** Null for a vacant seat. */
  personName: string | null
  isFullTime: boolean | null
  fromOn: LocalDate | null; dueToEndOn: LocalDate | null; ending: Ending | null; seatFromOn: LocalDate | null
}

/** A title as the list of titles has it. */
export type Title = { code: string; name: string }

/** How a term ends, in words. */
export const endingWords: Record<Ending, string> = { expired: '届满', resigned: '辞任', transferred: '调离', removed: '免职', deceased: '去世' }
const saysVacant = /^[（(]?(空缺|暂缺|缺|无|待定)[)）]?$/
const titlesOfOthers: Record<string, string> = { 常务副: '常务副主任', 专职副主任: '副主任', 主任委员: '主任', 干事: '工作人员', 办事员: '工作人员', 成员: '委员' }

/** The unit a row names: by its code, else by its name. */
export const unitTextOf = (values: Readonly<Record<string, string>>): string => (values['unitCode']?.trim() ?? '') || (values['unit']?.trim() ?? '')

/** Reads the texts of a row, or says in which column something is wrong; no message repeats what stands there. */
export function readPostRow(
  values: Readonly<Record<string, string>>, aids: { titles: readonly Title[]; today: LocalDate },
): { read: ReadPost } | { problems: Problem[] } {
  const problems: Problem[] = []
  const text = (key: string): string => values[key]?.trim() ?? ''
  const refuse = (key: string, message: string) => { problems.push({ key, message }) }
  const day = (key: string, title: string): LocalDate | null => {
    const read = text(key) === '' ? null : parseLooseDate(text(key))
    if (read === undefined) refuse(key, `${title}无法识别，请写成2020-05-01这样的日期。`)
    return read ?? null
  }
  const title = aids.titles.find(({ name }) => name === (titlesOfOthers[text('title')] ?? text('title')))
  if (title === undefined) refuse('title', `职务无法识别，请填：${aids.titles.map(({ name }) => name).join('、')}。`)
  const personName = nameOf(text('personName'))
  if (countCharacters(personName ?? '') > 50) refuse('personName', '姓名不能超过50个字，请核对。')
  const read: ReadPost = {
    unitText: unitTextOf(values), titleCode: title?.code ?? '', seat: seatOf(text('seat'), refuse), personName,
    isFullTime: workingTimeOf(text('workingTime'), refuse), fromOn: day('fromOn', '任职日期'), dueToEndOn: day('dueToEndOn', '届满日期'),
    ending: endingOf(text('ending'), refuse), seatFromOn: day('seatFromOn', '设置日期'),
  }
  if (read.unitText === '') refuse('unit', '请填写单位的名称或代码。')
  refuseWrongDays(read, aids.today, refuse)
  return problems.length > 0 ? { problems } : { read }
}

/** The gap some put into a name of two characters is no part of it. */
const nameOf = (text: string): string | null =>
  (text === '' || saysVacant.test(text) ? null : text.replaceAll(/(?<=\p{sc=Han}) +(?=\p{sc=Han})/gu, ''))

type Refuse = (key: string, message: string) => void

function refuseWrongDays({ fromOn, dueToEndOn, seatFromOn }: ReadPost, today: LocalDate, refuse: Refuse): void {
  if (fromOn !== null && fromOn > today) refuse('fromOn', '任职日期不能晚于今天，请在到任当天办理。')
  if (seatFromOn !== null && seatFromOn > today) refuse('seatFromOn', '设置日期不能晚于今天，请核对。')
  if (fromOn !== null && dueToEndOn !== null && dueToEndOn <= fromOn) refuse('dueToEndOn', '届满日期应晚于任职日期，请核对是否填反。')
  if (fromOn !== null && seatFromOn !== null && fromOn < seatFromOn) refuse('fromOn', '任职日期不能早于职务的设置日期。')
}

function seatOf(text: string, refuse: Refuse): number | null {
  if (text === '') return null
  if (/^\d{1,3}$/.test(text) && Number(text) > 0) return Number(text)
  refuse('seat', '席位是1、2、3这样的序号；新设的席位请留空。')
  return null
}

function workingTimeOf(text: string, refuse: Refuse): boolean | null {
  if (text === '') return null
  if (/^(专职|专|是|全职)$/.test(text)) return true
  if (!/^(兼职|兼|否)$/.test(text)) refuse('workingTime', '请填专职或兼职。')
  return false
}

function endingOf(text: string, refuse: Refuse): Ending | null {
  if (text === '') return null
  const found = (Object.keys(endingWords) as Ending[]).find((ending) => endingWords[ending] === text)
  if (found === undefined) refuse('ending', `前任卸任方式请填：${Object.values(endingWords).join('、')}。`)
  return found ?? null
}
