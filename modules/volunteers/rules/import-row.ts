import type { LocalDate } from '#platform/values/local-date.ts'
import { parseLooseDate } from '#platform/values/loose-date.ts'
import { countCharacters } from '#platform/values/text.ts'
import type { clearanceResults, VolunteerProfile } from '../contract.ts'
import { lastDayOfClearance } from './clearance.ts'
import { checkProfile, type CheckedProfile } from './profile.ts'
import { educationWords, joinedByWords } from './words.ts'

/** Words of the lists kept as data. */
type Word = { code: string; name: string }
/** What a row is read with. */
export type ReadingAids = { categories: readonly Word[]; serviceRoles: readonly Word[]; today: LocalDate }

type Problem = { key: string; message: string }

/** A row of a workbook as the register will store it; the unit is still a text. */
export type ReadVolunteer = {
  unitText: string
  profile: CheckedProfile
  clearance: { checkedOn: LocalDate; result: (typeof clearanceResults)[number]; validUntil: LocalDate | null } | null
  insurance: { insurer: string; fromOn: LocalDate; untilOn: LocalDate } | null
}

/** Reads the texts of a row, or says in which column something is wrong; no message repeats what stands there. */
export function readVolunteerRow(values: Record<string, string>, aids: ReadingAids): { read: ReadVolunteer } | { problems: Problem[] } {
  const text = (key: string) => values[key] ?? ''
  const problems: Problem[] = []
  const refuse = (key: string, message: string) => { problems.push({ key, message }) }
  const day = (key: string, title: string) => {
    const read = text(key) === '' ? null : parseLooseDate(text(key))
    if (read === undefined) refuse(key, `${title}无法识别，请写成2020-05-01这样的日期。`)
    return read ?? null
  }
  const given: VolunteerProfile = {
    name: text('name'), sex: sexOf(text('sex'), refuse), birthOn: day('birthOn', '出生日期'), phone: text('phone') || null, idNumber: text('idNumber') || null,
    categories: codesOf(text('categories'), aids.categories, () => refuse('categories', '五老类别无法识别，请填写老干部、老战士、老专家、老教师或老模范。')),
    skills: listOf(text('skills')),
    serviceRoles: codesOf(text('serviceRoles'), aids.serviceRoles, () => refuse('serviceRoles', '服务岗位无法识别，请与系统中的岗位名称一致。')),
    healthLimits: listOf(text('healthLimits')).filter((limit) => !saysHealthy.test(limit)), availability: text('availability') || null,
    capacity: capacityOf(text('capacity'), refuse), isPartyMember: membershipOf(text('isPartyMember')), education: educationOf(text('education'), refuse),
    formerWork: text('formerWork') || null, hasSmartphone: yesOrNo(text('hasSmartphone')), joinedOn: day('joinedOn', '加入日期') ?? aids.today,
    joinedBy: joinedByOf(text('joinedBy'), refuse), introducerId: null,
  }
  refuseTooLong(given, refuse)
  const checked = checkProfile(given, aids.today)
  if ('problems' in checked) for (const { path, message } of checked.problems) if (!problems.some(({ key }) => key === path[0])) refuse(path[0], message)
  const clearance = clearanceOf({ on: day('clearanceOn', '准入查询日期'), result: text('clearanceResult') }, aids.today, refuse)
  const insurance = insuranceOf({ insurer: text('insurer'), from: day('insuredFrom', '保险起始日期'), until: day('insuredUntil', '保险截止日期') }, refuse)
  if (problems.length > 0 || 'problems' in checked) return { problems }
  return { read: { unitText: text('unit'), profile: checked.profile, clearance, insurance } }
}

type Refuse = (key: string, message: string) => void

const separators = /[、，,;；/\s]+/
const saysHealthy = /^(健康|良好|好|较好|一般|无)$/
const listOf = (text: string) => [...new Set(text.split(separators))].filter((word) => word !== '')

function codesOf(text: string, words: readonly Word[], refuse: () => void): string[] {
  return listOf(text).flatMap((written) => {
    const found = words.find(({ code, name }) => name === written || code === written || name === `老${written}`)
    if (found === undefined) refuse()
    return found === undefined ? [] : [found.code]
  })
}

function sexOf(text: string, refuse: Refuse): 'male' | 'female' | null {
  if (/^(男|男性|m|male)$/i.test(text)) return 'male'
  if (/^(女|女性|f|female)$/i.test(text)) return 'female'
  if (text !== '') refuse('sex', '性别请填写“男”或“女”。')
  return null
}

function capacityOf(text: string, refuse: Refuse): number {
  if (text === '') return 0
  const count = /^(\d{1,2})(人|名|个)?$/.exec(text)?.[1]
  if (count !== undefined && Number(count) <= 20) return Number(count)
  refuse('capacity', '可结对人数请填0到20的整数。')
  return 0
}

const membershipOf = (text: string) => (text === '' ? null : /^(中共党员|中共预备党员|党员|预备党员|是)$/.test(text))
const yesOrNo = (text: string) => (/^(是|会|有|能|√|y|yes)$/i.test(text) ? true : /^(否|不会|无|没有|不能|×|n|no)$/i.test(text) ? false : null)

const educationSpellings: readonly [RegExp, VolunteerProfile['education']][] = [
  [/研究生|硕士|博士/, 'master'], [/本科|大学|学士/, 'bachelor'], [/大专|专科/, 'college'], [/高中|中专|中师|技校|职高/, 'senior'],
  [/初中/, 'junior'], [/小学|文盲|识字/, 'primary'],
]

function educationOf(text: string, refuse: Refuse): VolunteerProfile['education'] {
  if (text === '') return null
  const found = educationSpellings.find(([pattern]) => pattern.test(text))?.[1]
  if (found === undefined) refuse('education', `学历请填写：${Object.values(educationWords).join('、')}。`)
  return found ?? null
}

function joinedByOf(text: string, refuse: Refuse): VolunteerProfile['joinedBy'] {
  const found = Object.entries(joinedByWords).find(([, word]) => word === text)?.[0] as VolunteerProfile['joinedBy'] | undefined
  if (text !== '' && found === undefined) refuse('joinedBy', `加入方式请填写：${Object.values(joinedByWords).join('、')}。`)
  return found ?? 'organised'
}

/** The limits of the form hold for workbooks too. */
function refuseTooLong(given: VolunteerProfile, refuse: Refuse): void {
  const tooLong = (text: string | null | undefined, most: number) => text != null && countCharacters(text) > most
  if (tooLong(given.name, 50)) refuse('name', '姓名请不超过50个字。')
  if (tooLong(given.availability, 200)) refuse('availability', '可服务时间请不超过200个字。')
  if (tooLong(given.formerWork, 100)) refuse('formerWork', '原工作请不超过100个字。')
  if (given.skills.length > 20 || given.skills.some((skill) => tooLong(skill, 30))) refuse('skills', '特长最多20项，每项不超过30个字，用顿号隔开。')
  if (given.healthLimits.length > 10 || given.healthLimits.some((limit) => tooLong(limit, 30))) refuse('healthLimits', '健康提示最多10项，每项不超过30个字，用顿号隔开。')
}

function clearanceOf({ on, result }: { on: LocalDate | null; result: string }, today: LocalDate, refuse: Refuse): ReadVolunteer['clearance'] {
  if (on === null) {
    if (result !== '') refuse('clearanceOn', '填写了准入查询结果，请同时填写查询日期。')
    return null
  }
  if (on > today) refuse('clearanceOn', '准入查询日期不能晚于今天。')
  if (/^(无|无记录|正常|通过)$/.test(result)) return { checkedOn: on, result: 'clear', validUntil: lastDayOfClearance(on) }
  if (/^(有|有记录)$/.test(result)) return { checkedOn: on, result: 'found', validUntil: null }
  if (/^(待查|查询中|未出)$/.test(result)) return { checkedOn: on, result: 'pending', validUntil: null }
  refuse('clearanceResult', '准入查询结果请填写“无记录”“有记录”或“待查”。')
  return null
}

function insuranceOf({ insurer, from, until }: { insurer: string; from: LocalDate | null; until: LocalDate | null },
  refuse: Refuse): ReadVolunteer['insurance'] {
  if (from === null && until === null) return null
  if (from === null || until === null) {
    refuse(from === null ? 'insuredFrom' : 'insuredUntil', '保险请同时填写起始和截止日期。')
    return null
  }
  if (until < from) refuse('insuredUntil', '保险截止日期不能早于起始日期。')
  return { insurer: insurer.slice(0, 50) || '未注明', fromOn: from, untilOn: until }
}
