// The forms as they lie on paper: boxes to tick, columns for people, and nothing on one form that belongs to the other.
import type { FormAnswers, FormKind } from '../../contract.ts'
import { factRules } from '../fact-kinds.ts'
import { aidNames, answerLines, housingNames, incomeNames, knownLines, type FormLine } from './form-lines.ts'

/** A form on paper: what is asked line by line, and the people of the family, one row each, below `peopleHead`. */
export type FormPaper = { lines: FormLine[]; people: string[][] }

/** Above the people of the family. */
export const peopleHead = ['关系', '姓名', '出生日期', '务工地点', '联系电话', '身份证号码']

const kin = ['父亲', '母亲', '祖父', '祖母', '外祖父', '外祖母', '委托监护人']
const nothing: FormAnswers = { incomes: [], aids: [], relatives: [] }
const parent = '□外出务工　□死亡　□失联　□服刑戒毒　□重残重病　□其他：＿＿＿＿'

/** What may be ticked; what is chosen is written between 、 in a line's value. */
const choices: Readonly<Record<string, readonly string[]>> = {
  性别: ['男', '女'], 户籍: Object.values(factRules.registration.values), 就学情况: Object.values(factRules.schooling.values),
  监护状况: Object.values(factRules.guardianship.values), 家庭经济: Object.values(factRules.economy.values), 是否寄宿: ['是', '否'],
  住房: Object.values(housingNames), 经济来源: Object.values(incomeNames), 救助情况: Object.values(aidNames),
}
/** What is written by hand where nothing is known: a box and room for words. */
const prompts: Readonly<Record<string, string>> = {
  '健康、残疾、患病': '□健康　□残疾（类别、等级：＿＿＿＿＿＿）\n□患病（病名：＿＿＿＿＿＿）',
  父母情况: `父亲：${parent}\n母亲：${parent}`,
}
/** Lines that belong to the other form. */
const foreign: Readonly<Record<FormKind, readonly string[]>> = {
  'left-behind': ['家庭经济', '共同生活人数', '住房', '家庭年收入（元）'], household: ['学校', '就学情况', '是否寄宿'],
}

/** The form with what is known and answered. An answer stands on the paper it was written on, also where that form would not ask. */
export function filledPaper(kind: FormKind, { known, answers, relationNames }: {
  known: readonly FormLine[]; answers: FormAnswers; relationNames: Readonly<Record<string, string>>
}): FormPaper {
  const answered = answerLines({ ...answers, relatives: [] }, relationNames)
  return {
    lines: [
      ...known.filter(({ label }) => !foreign[kind].includes(label)),
      ...answered.filter(({ label, value }) => value !== '' || !foreign[kind].includes(label)),
    ].map(toTick),
    people: answers.relatives.map(({ relation, name, birthOn, workPlace, phone, idNumber }) => (
      [relationNames[relation] ?? '', name, birthOn ?? '', workPlace ?? '', phone ?? '', idNumber ?? ''])),
  }
}

/** The empty form, with a row for each of the family. */
export function blankPaper(kind: FormKind): FormPaper {
  const known = knownLines({ file: {}, sex: 'male', facts: [], householdSize: null, relationNames: {} }).map(({ label }) => ({ label, value: '' }))
  return { ...filledPaper(kind, { known, answers: nothing, relationNames: {} }), people: kin.map((relation) => [relation, '', '', '', '', '']) }
}

function toTick({ label, value }: FormLine): FormLine {
  const options = choices[label]
  if (options === undefined) return { label, value: value === '' ? prompts[label] ?? '' : value }
  const chosen = value.split('、')
  return { label, value: options.map((option) => `${chosen.includes(option) ? '☑' : '□'}${option}`).join('　') }
}
