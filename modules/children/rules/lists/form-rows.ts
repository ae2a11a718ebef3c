import { cleanName } from '#platform/values/chinese-name.ts'
import { parseIdCard } from '#platform/values/id-card.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { parseLooseDate } from '#platform/values/loose-date.ts'
import { countCharacters } from '#platform/values/text.ts'
import type { FormAnswers, FormKind } from '../../contract.ts'
import { aidNames, findFormIssues, housingNames, incomeNames } from '../forms/form-lines.ts'
import { asSentence } from './as-sentence.ts'

type Problem = { key: string; message: string }
type Relative = FormAnswers['relatives'][number]
/** A column of the workbook, as platform/sheets finds it. */
type Column = { key: string; title: string; synonyms: string[]; required: boolean; example: string }

const column = (key: string, title: string, synonyms: string[] = [], example = ''): Column => ({ key, title, synonyms, required: false, example })
const parents = [['father', '父亲'], ['mother', '母亲']] as const

const personColumns = parents.flatMap(([key, title]) => [
  column(`${key}Name`, `${title}姓名`, [title]), column(`${key}IdNumber`, `${title}身份证号`, [`${title}身份证号码`]),
  column(`${key}WorkPlace`, `${title}务工地点`, [`${title}工作单位`, `${title}务工地`]), column(`${key}Phone`, `${title}电话`, [`${title}联系电话`, `${title}联系方式`])])

const own: Readonly<Record<FormKind, Column[]>> = {
  'left-behind': [column('boards', '是否寄宿', ['寄宿', '是否住校'], '是')],
  household: [column('housing', '住房', ['住房情况', '住房类型'], '自有住房'), column('yearlyIncome', '家庭年收入（元）', ['家庭年收入', '年收入', '年收入（元）'], '20000')],
}

/** Columns of a paper form as a workbook: who is meant, and what the form itself asks. */
export const formColumns = (kind: FormKind): Column[] => [
  { ...column('name', '姓名', ['儿童姓名', '孩子姓名'], '张三（示例）'), required: true }, column('idNumber', '身份证号', ['身份证号码', '公民身份号码', '儿童身份证号']),
  column('birthOn', '出生日期', ['出生年月日', '出生年月'], '2015-05-20'), column('ethnicity', '民族', [], '汉族'),
  column('registeredAddress', '户籍地', ['户籍地址', '户籍所在地']), ...own[kind], column('incomes', '经济来源', ['家庭经济来源', '主要经济来源'], '务工工资'),
  column('aids', '救助情况', ['享受救助', '救助保障情况']), ...personColumns, column('note', '备注', ['其他情况'])]

/** Whom a row means and what it answers; what it leaves empty is left as it is. */
export type FormRow = { name: string; birthOn: LocalDate; paperNumber: string | null; answers: Partial<FormAnswers> }

/** Reads a row, or says in which column something is wrong; no message repeats what stands there. */
export function readFormRow(values: Record<string, string>, today: LocalDate): { read: FormRow } | { problems: Problem[] } {
  const text = (key: string) => values[key] ?? ''
  const problems: Problem[] = []
  const refuse = (key: string, message: string) => { problems.push({ key, message }) }
  const card = text('idNumber') === '' ? undefined : parseIdCard(text('idNumber'), today)
  if (card !== undefined && !card.ok) refuse('idNumber', asSentence(card.message))
  const typed = text('birthOn') === '' ? undefined : parseLooseDate(text('birthOn'))
  const birthOn = card?.ok === true ? card.birthOn : typed
  if (birthOn === undefined && problems.length === 0) refuse('birthOn', '请填写身份证号，或填写出生日期，如2020-05-01。')
  const answers = answersOf(text, refuse)
  for (const issue of findFormIssues({ incomes: [], aids: [], relatives: [], ...answers }, today)) refuse(keyOf(issue.path, answers), asSentence(issue.message))
  if (problems.length > 0 || birthOn === undefined) return { problems }
  return { read: { name: cleanName(text('name')), birthOn, paperNumber: card?.ok === true ? card.value : null, answers } }
}

type Text = (key: string) => string
type Refuse = (key: string, message: string) => void

function answersOf(text: Text, refuse: Refuse): Partial<FormAnswers> {
  const line = (key: string, most: number, title: string) => {
    if (countCharacters(text(key)) > most) refuse(key, `${title}请不超过${most}个字。`)
    return text(key)
  }
  const income = text('yearlyIncome').replace(/[,，\s元]/g, '')
  if (income !== '' && !/^\d{1,9}$/.test(income)) refuse('yearlyIncome', '家庭年收入请填写整数元。')
  const [ethnicity, registeredAddress, note] = [line('ethnicity', 20, '民族'), line('registeredAddress', 200, '户籍地'), line('note', 500, '备注')]
  const [incomes, aids, housing] = [codesOf('incomes', text, incomeNames, refuse), codesOf('aids', text, aidNames, refuse), codesOf('housing', text,
    housingNames, refuse)[0]]
  const relatives = parents.flatMap(([relation, title]) => relativeOf(relation, title, text, line))
  return {
    ...(ethnicity === '' ? {} : { ethnicity }), ...(registeredAddress === '' ? {} : { registeredAddress }), ...(note === '' ? {} : { note }),
    ...(text('boards') === '' ? {} : { boards: /^(是|寄宿|住校|有)$/.test(text('boards')) ? 'yes' as const : 'no' as const }),
    ...(housing === undefined ? {} : { housing }), ...(income === '' ? {} : { yearlyIncomeYuan: Number(income) }),
    ...(incomes.length === 0 ? {} : { incomes }), ...(aids.length === 0 ? {} : { aids }), ...(relatives.length === 0 ? {} : { relatives }),
  }
}

/** Words of a cell as codes; a word nobody knows is refused with those that are known. */
function codesOf<Code extends string>(key: string, text: Text, names: Readonly<Record<Code, string>>, refuse: Refuse): Code[] {
  const words = text(key).split(/[、，,;；/\s]+/).filter((word) => word !== '' && word !== '无')
  const found = words.map((word) => (Object.keys(names) as Code[]).find((code) => names[code] === word))
  if (found.includes(undefined)) refuse(key, `请填写：${Object.values(names).join('、')}。`)
  return found.filter((code) => code !== undefined)
}

function relativeOf(relation: Relative['relation'], title: string, text: Text, line: (key: string, most: number, title: string) => string): Relative[] {
  const name = line(`${relation}Name`, 60, `${title}姓名`)
  if (name === '') return []
  const [idNumber, workPlace, phone] = [text(`${relation}IdNumber`), line(`${relation}WorkPlace`, 100, `${title}务工地点`), text(`${relation}Phone`)]
  return [{ relation, name, ...(idNumber === '' ? {} : { idNumber }), ...(workPlace === '' ? {} : { workPlace }), ...(phone === '' ? {} : { phone }) }]
}

/** Column of the workbook that an issue of the answers is about. */
function keyOf(path: readonly (string | number)[], { relatives = [] }: Partial<FormAnswers>): string {
  const field = String(path.at(-1))
  const relation = relatives[Number(path[2])]?.relation ?? 'father'
  return `${relation}${field.slice(0, 1).toUpperCase()}${field.slice(1)}`
}

/** What stands on the form after a row: what the row says over what was there, relatives by relation and name. */
export function answersAfter(before: FormAnswers, { relatives = [], ...given }: Partial<FormAnswers>): FormAnswers {
  const isNamed = (one: Relative) => relatives.some(({ relation, name }) => relation === one.relation && name === one.name)
  return { ...before, ...given, relatives: [...before.relatives.filter((one) => !isNamed(one)), ...relatives].slice(0, 8) }
}
