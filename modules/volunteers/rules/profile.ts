import { cleanName } from '#platform/values/chinese-name.ts'
import { parseIdCard, type Sex } from '#platform/values/id-card.ts'
import { ageOn, type LocalDate } from '#platform/values/local-date.ts'
import { parsePhone, phoneMessage } from '#platform/values/phone.ts'
import { cleanText } from '#platform/values/text.ts'
import type { VolunteerProfile } from '../contract.ts'

/** A profile whose parts agree with one another: ready to be stored. */
export type CheckedProfile = Omit<VolunteerProfile, 'sex' | 'birthOn' | 'phone' | 'idNumber'> & {
  sex: Sex
  birthOn: LocalDate | null
  phone: string | null
  idNumber: string | null
}

/** A field that cannot be accepted, with the sentence beside it. */
export type FieldProblem = { path: [keyof VolunteerProfile]; message: string }

/** Youngest age at which somebody counts as retired and grown up; younger ones are typing mistakes. */
const youngestYears = 18
const oldestYears = 120

/** What a form or a line of a workbook says, made regular, or what is wrong with it. */
export function checkProfile(input: VolunteerProfile, today: LocalDate): { profile: CheckedProfile } | { problems: FieldProblem[] } {
  const card = isBlank(input.idNumber) ? null : parseIdCard(input.idNumber, today)
  const phone = isBlank(input.phone) ? null : parsePhone(input.phone)
  const read = card?.ok === true ? card : null
  const sex = input.sex ?? read?.sex
  const birthOn = input.birthOn ?? read?.birthOn ?? null
  const problems = [
    ...when(cleanName(input.name) === '', 'name', '请填写姓名'),
    ...(card?.ok === false ? when(true, 'idNumber', card.message) : []),
    ...when(phone === undefined, 'phone', phoneMessage),
    ...when(sex === undefined && card?.ok !== false, 'sex', '请填写性别'),
    ...when(read !== null && sex !== read.sex, 'sex', '性别与身份证号码不符，请核对。'),
    ...when(read !== null && birthOn !== read.birthOn, 'birthOn', '出生日期与身份证号码不符，请核对。'),
    ...problemsOfDays(birthOn, input.joinedOn, today),
  ]
  if (problems.length > 0 || sex === undefined) return { problems }
  const name = cleanName(input.name)
  return { profile: { ...input, name, sex, birthOn, phone: phone?.value ?? null, idNumber: read?.value ?? null, ...words(input) } }
}

function problemsOfDays(birthOn: LocalDate | null, joinedOn: LocalDate, today: LocalDate): FieldProblem[] {
  const joined = when(joinedOn > today, 'joinedOn', '加入日期不能晚于今天。')
  if (birthOn === null) return joined
  if (birthOn > today) return [...joined, ...when(true, 'birthOn', '出生日期不能晚于今天。')]
  const years = ageOn(birthOn, today)
  return [
    ...joined, ...when(years < youngestYears || years > oldestYears, 'birthOn', `按出生日期今年${years}岁，请核对。`),
    ...when(joinedOn < birthOn, 'joinedOn', '加入日期不能早于出生日期。'),
  ]
}

/** Lists without blanks and repetitions. */
const words = ({ categories, skills, serviceRoles, healthLimits }: VolunteerProfile) => ({
  categories: distinct(categories), skills: distinct(skills), serviceRoles: distinct(serviceRoles), healthLimits: distinct(healthLimits),
})

const distinct = (texts: readonly string[]) => [...new Set(texts.map(cleanText))].filter((text) => text !== '')
const isBlank = (text: string | null | undefined): text is null | undefined => text === null || text === undefined || cleanText(text) === ''
const when = (holds: boolean, field: keyof VolunteerProfile, message: string): FieldProblem[] => (holds ? [{ path: [field], message }] : [])
