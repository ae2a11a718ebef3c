import type { FactKind, FactSubject } from '../contract.ts'

type KindRule = {
  name: string
  /** About whom such a fact may be. */
  subjects: readonly FactSubject[]
  /** Codes and how they read. */
  values: Readonly<Record<string, string>>
  /** The code alone does not say what it is about: 较好. */
  needsName?: boolean
  /** Health, harm and conduct: read only with an approval that names health. */
  isSensitive?: boolean
}

const parents = ['father', 'mother'] as const
const grades = {
  'grade-1': '一级残疾',
  'grade-2': '二级残疾',
  'grade-3-mental': '三级精神或智力残疾',
  'grade-4-mental': '四级精神或智力残疾',
  'grade-3': '三级残疾（其他）',
  'grade-4': '四级残疾（其他）',
}

/** Every kind of fact: about whom it may be and what it may say. */
export const factRules: Readonly<Record<FactKind, KindRule>> = {
  life: { name: '存亡', subjects: parents, values: { deceased: '死亡', 'declared-dead': '宣告死亡', 'declared-missing': '宣告失踪' } },
  contact: { name: '联系', subjects: parents, values: { lost: '失联' } },
  custody: {
    name: '限制人身自由',
    subjects: parents,
    values: { imprisoned: '服刑在押', detox: '强制隔离戒毒', restricted: '被执行其他限制人身自由的措施' },
  },
  disability: { name: '残疾', subjects: ['child', ...parents], values: grades, isSensitive: true },
  illness: {
    name: '疾病',
    subjects: ['child', ...parents],
    values: { severe: '重病', chronic: '慢性病', hiv: '艾滋病病毒感染' },
    isSensitive: true,
  },
  rights: { name: '监护资格', subjects: parents, values: { revoked: '被撤销监护资格', deported: '被遣送（驱逐）出境' } },
  work: { name: '务工', subjects: parents, values: { away: '外出务工' } },
  ability: { name: '监护能力', subjects: [...parents, 'guardian'], values: { none: '无监护能力', weak: '监护能力不足' } },
  parentage: { name: '生父母', subjects: ['child'], values: { foundling: '查找不到生父母' } },
  economy: {
    name: '家庭经济',
    subjects: ['household'],
    values: {
      'subsistence-allowance': '最低生活保障家庭',
      'low-income': '低保边缘家庭',
      'extreme-poverty': '特困供养',
      'high-expenditure': '支出型困难家庭',
      sudden: '突发困难',
    },
  },
  guardianship: {
    name: '监护状况',
    subjects: ['child'],
    needsName: true,
    values: { good: '较好', fair: '一般', poor: '差', missing: '监护缺失', improper: '监护不当' },
  },
  harm: {
    name: '受侵害',
    subjects: ['child'],
    isSensitive: true,
    values: { abuse: '虐待', abandonment: '遗弃', accident: '意外伤害', violation: '不法侵害', trafficked: '被拐卖（已解救）' },
  },
  schooling: {
    name: '就学',
    subjects: ['child'],
    needsName: true,
    values: {
      kindergarten: '幼儿园',
      primary: '小学',
      junior: '初中',
      senior: '高中',
      vocational: '中职',
      special: '特殊教育',
      'not-enrolled': '不在学',
      'dropped-out': '辍学',
    },
  },
  employment: { name: '就业', subjects: ['child'], values: { employed: '已就业', unemployed: '未就业' } },
  conduct: {
    name: '行为',
    subjects: ['child'],
    isSensitive: true,
    values: { misconduct: '不良行为', 'serious-misconduct': '严重不良行为', offence: '违法犯罪' },
  },
  supervision: { name: '管教', subjects: ['child'], values: { unattended: '无人管教' } },
  registration: { name: '户籍', subjects: ['child'], values: { rural: '农村户籍', urban: '城镇户籍', none: '无户籍' } },
  residence: {
    name: '居住',
    subjects: ['child'],
    values: { home: '在户籍地', 'away-with-guardian': '随监护人跨县域异地居住', 'away-alone': '独自在外居住' },
  },
  living: { name: '共同生活', subjects: ['child'], values: { apart: '不能与父母正常共同生活', together: '与父母共同生活' } },
}

/** Whether reading the value needs an approval that names health. */
export const isSensitiveKind = (kind: FactKind): boolean => factRules[kind].isSensitive === true

/** What is wrong with a fact's code; nothing when it fits its kind. */
export function findFactProblem(fact: {
  subject: FactSubject
  kind: FactKind
  value: string
}): { field: 'subject' | 'value'; message: string } | undefined {
  const rule = factRules[fact.kind]
  if (!rule.subjects.includes(fact.subject)) return { field: 'subject', message: `“${rule.name}”不能这样填，请另选对象` }
  if (!Object.hasOwn(rule.values, fact.value)) return { field: 'value', message: '请从所列选项中选择' }
  return undefined
}
