import { parseIdCard } from '#platform/values/id-card.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { parsePhone, phoneMessage } from '#platform/values/phone.ts'
import type { Fact, FormAnswers, FormKind, OpenedFile } from '../../contract.ts'
import { factRules } from '../fact-kinds.ts'
import type { Issue } from '../registration.ts'
import { subjectNames } from '../words.ts'

/** Titles as printed on the paper. */
export const formTitles: Readonly<Record<FormKind, string>> = { 'left-behind': '农村留守儿童基本情况登记表', household: '家庭情况表' }
export const incomeNames = { wages: '务工工资', farming: '务农', remittance: '外出父母寄回', allowance: '政府补助', relatives: '亲友资助', other: '其他' }
export const aidNames = { subsistence: '最低生活保障', temporary: '临时救助', medical: '医疗救助', housing: '住房救助', other: '其他' }
export const housingNames = { own: '自有住房', rented: '租住', borrowed: '借住', unsafe: '危房', other: '其他' }

/** One line of a form: what is asked and what is known. */
export type FormLine = { label: string; value: string }
type KnownFact = Pick<Fact, 'subject' | 'kind'> & { value: string; untilOn: LocalDate | null }
type Known = {
  file: OpenedFile; sex: string; facts: readonly KnownFact[]; householdSize: number | null; relationNames: Readonly<Record<string, string>>
}

/** What the file says already: identity, guardians and the facts that go on. */
export function knownLines({ file, sex, facts, householdSize, relationNames }: Known): FormLine[] {
  const standing = facts.filter((fact) => fact.untilOn === null)
  const of = (...kinds: KnownFact['kind'][]) => standing.filter((fact) => kinds.includes(fact.kind)).map(inWords).join('、')
  return [
    { label: '姓名', value: file.name ?? '' }, { label: '性别', value: sex === 'male' ? '男' : '女' },
    { label: '出生日期', value: file.birthOn ?? '' }, { label: '证件号码', value: file.idNumber ?? '' },
    { label: '户籍', value: of('registration') }, { label: '现住址', value: file.address ?? '' },
    { label: '学校', value: file.school ?? '' }, { label: '就学情况', value: of('schooling') },
    { label: '健康、残疾、患病', value: [of('disability', 'illness'), file.health ?? ''].filter(Boolean).join('；') },
    { label: '父母情况', value: of('life', 'contact', 'custody', 'work', 'ability', 'rights') },
    { label: '监护状况', value: of('guardianship') }, { label: '家庭经济', value: of('economy') },
    { label: '共同生活人数', value: householdSize === null ? '' : String(householdSize) },
    ...(file.guardians ?? []).map((guardian) => ({
      label: `监护人（${relationNames[guardian.relation] ?? ''}）`, value: [guardian.name, guardian.phone, guardian.idNumber].filter(Boolean).join('，') })),
  ]
}

/** Of whom it is said only where it may be of several: the schooling on a child's form is the child's. */
function inWords({ subject, kind, value }: KnownFact): string {
  const { subjects, values } = factRules[kind]
  return `${subjects.length > 1 ? subjectNames[subject] : ''}${values[value] ?? ''}`
}

/** What was answered on the form itself. */
export function answerLines(answers: FormAnswers, relationNames: Readonly<Record<string, string>>): FormLine[] {
  return [
    { label: '民族', value: answers.ethnicity ?? '' }, { label: '户籍地', value: answers.registeredAddress ?? '' },
    { label: '是否寄宿', value: answers.boards === undefined ? '' : answers.boards === 'yes' ? '是' : '否' },
    { label: '住房', value: answers.housing === undefined ? '' : housingNames[answers.housing] },
    { label: '家庭年收入（元）', value: answers.yearlyIncomeYuan === undefined ? '' : String(answers.yearlyIncomeYuan) },
    { label: '经济来源', value: answers.incomes.map((income) => incomeNames[income]).join('、') },
    { label: '救助情况', value: answers.aids.map((aid) => aidNames[aid]).join('、') },
    ...answers.relatives.map((relative) => ({
      label: relationNames[relative.relation] ?? '',
      value: [relative.name, relative.birthOn, relative.workPlace, relative.phone, relative.idNumber].filter(Boolean).join('，') })),
    { label: '备注', value: answers.note ?? '' },
  ]
}

/** What is wrong with the answers. */
export function findFormIssues(answers: FormAnswers, today: LocalDate): Issue[] {
  return answers.relatives.flatMap(({ birthOn, phone, idNumber }, index) => {
    const at = (field: string) => ['answers', 'relatives', index, field]
    const card = idNumber === undefined ? undefined : parseIdCard(idNumber, today)
    return [
      ...(birthOn !== undefined && birthOn > today ? [{ path: at('birthOn'), message: '出生日期不能晚于今天' }] : []),
      ...(phone !== undefined && parsePhone(phone) === undefined ? [{ path: at('phone'), message: phoneMessage }] : []),
      ...(card !== undefined && !card.ok ? [{ path: at('idNumber'), message: card.message }] : []),
    ]
  })
}
