import { defineWords } from '#platform/ui/words.ts'
import { ageBandInEnglish, ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import type { AccessPurpose, ChildType, DuplicateReason, FactKind, FactSubject, FileField } from '../../contract.ts'
import { factRules } from '../../rules/fact-kinds.ts'
import { aidNames, formTitles, housingNames, incomeNames } from '../../rules/forms/form-lines.ts'
import { consentKindNames, fieldNames, purposeNames, relationNames, subjectNames, typeNames } from '../../rules/words.ts'

type Named<Code extends string> = Readonly<Record<Code, string>>
type Values = Readonly<Record<FactKind, Readonly<Record<string, string>>>>

const chineseKinds = Object.fromEntries(Object.entries(factRules).map(([kind, { name }]) => [kind, name])) as Named<FactKind>
const chineseValues = Object.fromEntries(Object.entries(factRules).map(([kind, { values }]) => [kind, values])) as Values

const grades = {
  'grade-1': 'disability of grade 1', 'grade-2': 'disability of grade 2', 'grade-3-mental': 'mental disability of grade 3',
  'grade-4-mental': 'mental disability of grade 4', 'grade-3': 'disability of grade 3 (other)', 'grade-4': 'disability of grade 4 (other)',
}
const englishKinds: Named<FactKind> = {
  life: 'life', contact: 'contact', custody: 'deprived of liberty', disability: 'disability', illness: 'illness', rights: 'custody rights', work: 'work away',
  ability: 'ability to care', parentage: 'birth parents', economy: 'means of the household', guardianship: 'guardianship', harm: 'harm',
  schooling: 'schooling',
  employment: 'employment', conduct: 'conduct', supervision: 'supervision', registration: 'household registration', residence: 'residence',
  living: 'living together',
}
const englishValues: Values = {
  life: { deceased: 'deceased', 'declared-dead': 'declared dead', 'declared-missing': 'declared missing' }, contact: { lost: 'contact lost' },
  custody: { imprisoned: 'imprisoned', detox: 'compulsory detoxification', restricted: 'other deprivation of liberty' }, disability: grades,
  illness: { severe: 'severe illness', chronic: 'chronic illness', hiv: 'HIV infection' }, rights: { revoked: 'custody revoked', deported: 'deported' },
  work: { away: 'works away from home' }, ability: { none: 'cannot care', weak: 'can hardly care' }, parentage: { foundling: 'birth parents not found' },
  economy: {
    'subsistence-allowance': 'receives subsistence allowance', 'low-income': 'just above the allowance', 'extreme-poverty': 'extreme poverty support',
    'high-expenditure': 'poor through expenses', sudden: 'sudden hardship',
  },
  guardianship: { good: 'good', fair: 'fair', poor: 'poor', missing: 'missing', improper: 'improper' },
  harm: { abuse: 'abuse', abandonment: 'abandonment', accident: 'accident', violation: 'unlawful harm', trafficked: 'trafficked (rescued)' },
  schooling: {
    kindergarten: 'kindergarten', primary: 'primary school', junior: 'junior secondary', senior: 'senior secondary', vocational: 'vocational school',
    special: 'special education', 'not-enrolled': 'not enrolled', 'dropped-out': 'dropped out',
  },
  employment: { employed: 'employed', unemployed: 'not employed' },
  conduct: { misconduct: 'misconduct', 'serious-misconduct': 'serious misconduct', offence: 'offence' }, supervision: { unattended: 'nobody looks after' },
  registration: { rural: 'rural registration', urban: 'urban registration', none: 'not registered' },
  residence: { home: 'where registered', 'away-with-guardian': 'away with the guardian', 'away-alone': 'away alone' },
  living: { apart: 'cannot live with the parents', together: 'lives with the parents' },
}
const englishTypes: Named<ChildType> = {
  orphan: 'orphan', 'de-facto-unsupported': 'de facto unsupported', 'extreme-poverty': 'extreme poverty',
  'severe-illness-disability': 'severe illness or disability',
  'poor-family': 'poor family', 'hiv-infected': 'HIV-infected', 'guardianship-harm': 'lacking or harmful guardianship', 'inmate-child': 'child of an inmate',
  rescued: 'rescued from trafficking', abused: 'abused', hardship: 'in hardship', 'own-hardship': 'own hardship', 'family-hardship': 'hardship of the family',
  'safety-hardship': 'hardship of safety', 'temporary-hardship': 'temporary hardship', 'left-behind': 'left behind', migrant: 'migrant',
  'left-behind-minor': 'left-behind minor', 'minor-in-hardship': 'minor in hardship', 'lost-conduct': 'youth astray', 'lost-supervision': 'unattended youth',
  'lost-schooling': 'youth out of school', 'lost-work': 'youth out of work', 'lost-kin': 'bereaved youth',
}
const englishRelations = {
  father: 'father', mother: 'mother', grandfather: 'grandfather (paternal)', grandmother: 'grandmother (paternal)',
  'maternal-grandfather': 'grandfather (maternal)',
  'maternal-grandmother': 'grandmother (maternal)', sibling: 'brother or sister', kin: 'other kin', foster: 'foster family',
  institution: 'welfare institution',
  other: 'other',
}
const subjects: Named<FactSubject> = { child: 'child', father: 'father', mother: 'mother', household: 'household', guardian: 'guardian' }
const fields: Named<FileField> = {
  name: 'name', idNumber: 'paper number', birthOn: 'date of birth', phone: 'phone', address: 'address', school: 'school', health: 'health',
  guardians: 'guardians',
}
const purposes: Named<AccessPurpose> = {
  registration: 'registration', case: 'case work', visit: 'visit', aid: 'applying for aid', verification: 'checking', report: 'mandatory report',
  emergency: 'emergency', rights: 'rights of child or guardian',
}
const reasons: Named<DuplicateReason> = {
  number: '证件号码', 'name-and-birth': '姓名和出生日期', 'pinyin-and-birth': '姓名读音和出生日期', 'guardian-phone': '监护人电话',
}

/** The English of a Chinese word that the server says, by the code both stand for. */
const inEnglish = (word: string, chinese: Readonly<Record<string, string>>, english: Readonly<Record<string, string>>): string =>
  english[Object.keys(chinese).find((code) => chinese[code] === word) ?? ''] ?? word

const englishReads: Readonly<Record<string, string>> = {
  '查看卡片（隐去身份）': 'card read (masked)', 打开: 'opened', 紧急查阅: 'emergency access', 更正信息: 'corrected', 打印本周走访单: 'list of the week printed',
  接收单位打开转介随附内容: 'the receiver opened the enclosure of a referral',
}
const englishSexes: Readonly<Record<string, string>> = { 男: 'boy', 女: 'girl' }

/** What is asked of a type and of the facts that are shown beside it. */
type Reasoned = { reasons: readonly string[]; factIds: readonly string[] }
type ShownFact = { id: string; subject: FactSubject; kind: FactKind; value: string | null; fromOn: string; untilOn: string | null }

/** The facts that make a type, in English; one whose code may only be read with an approval for health stays closed. */
const englishReasons = ({ factIds }: Reasoned, facts: readonly ShownFact[]): string[] =>
  [...new Set(facts.filter(({ id }) => factIds.includes(id)).map(englishReason))]

function englishReason({ subject, kind, value, fromOn, untilOn }: ShownFact): string {
  if (value === null) return 'health and the like (readable with an approval for it)'
  const about = factRules[kind].needsName === true ? `${subjects[subject]}, ${englishKinds[kind]}` : subjects[subject]
  return `${about}: ${englishValues[kind][value] ?? value} (${untilOn === null ? `since ${fromOn}` : `${fromOn} to ${untilOn}`})`
}

/** How the codes of this module read. */
export const nameWords = defineWords({
  reasonsOf: ({ reasons: said }: Reasoned, _facts: readonly ShownFact[]): readonly string[] => said,
  typeSaid: (word: string) => word, sexSaid: (word: string) => word, readSaid: (what: string) => what, purposeSaid: (purpose: string) => purpose,
  types: typeNames, subjects: subjectNames, kinds: chineseKinds, values: chineseValues, fields: fieldNames, purposes: purposeNames, relations: relationNames,
  consents: consentKindNames as Named<'service' | 'publication' | 'sharing'>, bandOf: (band: AgeBand) => ageBandLabel(band),
  duplicateReasons: reasons, formTitles,
  incomes: incomeNames, aids: aidNames, housings: housingNames,
  sexes: { male: '男', female: '女' }, statuses: { registered: '在册', closed: '已结束', erased: '已删除', merged: '已合并' },
  guardianships: { legal: '法定监护', entrusted: '委托照护', institution: '机构监护', temporary: '临时监护' },
  papers: { 'id-card': '身份证', 'birth-certificate': '出生医学证明', passport: '护照', 'home-return-permit': '港澳台通行证', none: '暂无证件' },
  consentForms: { paper: '书面', 'in-person': '当面口头', phone: '电话', online: '网上' },
  evidences: {
    certificate: '证件证明', 'civil-affairs': '民政名单', court: '司法文书', hospital: '医院证明', school: '学校证明', visit: '走访核实', statement: '家属陈述',
  },
  closings: {
    'grown-up': '已成年', 'moved-away': '迁出本地', 'no-longer-in-need': '困难解除', 'guardian-request': '监护人要求', deceased: '去世', 'registered-twice': '重复登记',
  },
  grounds: { request: '申请获批', case: '个案', pairing: '结对', emergency: '紧急查阅', registration: '登记或转入时给予' } as Readonly<Record<string, string>>,
  requestStatuses: { pending: '待审批', approved: '已批准', rejected: '未批准' },
  transferParties: { asker: '转入本单位', holder: '转出本单位' },
  transferStatuses: { pending: '待答复', accepted: '办理中', rejected: '未同意', done: '已转接', withdrawn: '已撤回' },
}, {
  reasonsOf: englishReasons,
  typeSaid: (word: string) => inEnglish(word, typeNames, englishTypes), sexSaid: (word: string) => englishSexes[word] ?? word,
  readSaid: (what: string) => {
    const [verb = '', opened] = what.split(/\uff1a/)
    const said = englishReads[verb] ?? verb
    return opened === undefined ? said : `${said}: ${opened.split(/\u3001/).map((field) => inEnglish(field, fieldNames, fields)).join(', ')}`
  },
  purposeSaid: (purpose: string) => inEnglish(purpose, purposeNames, purposes),
  types: englishTypes, subjects, kinds: englishKinds, values: englishValues, fields, purposes, relations: englishRelations,
  consents: { service: 'help', publication: 'publication', sharing: 'sharing of data' },
  bandOf: (band: AgeBand) => ageBandInEnglish(band),
  duplicateReasons: { number: 'paper number', 'name-and-birth': 'name and birth date', 'pinyin-and-birth': 'sound of the name and birth date',
  'guardian-phone': 'guardian’s phone' },
  formTitles: { 'left-behind': 'Registration form of left-behind children', household: 'Household form' },
  incomes: { wages: 'wages', farming: 'farming', remittance: 'sent by parents away', allowance: 'allowance', relatives: 'relatives and friends',
  other: 'other' },
  aids: { subsistence: 'subsistence allowance', temporary: 'temporary aid', medical: 'medical aid', housing: 'housing aid', other: 'other' },
  housings: { own: 'own', rented: 'rented', borrowed: 'borrowed', unsafe: 'unsafe', other: 'other' },
  sexes: { male: 'boy', female: 'girl' }, statuses: { registered: 'registered', closed: 'closed', erased: 'erased', merged: 'merged' },
  guardianships: { legal: 'legal guardian', entrusted: 'entrusted care', institution: 'institution', temporary: 'temporary guardian' },
  papers: { 'id-card': 'identity card', 'birth-certificate': 'birth certificate', passport: 'passport', 'home-return-permit': 'home return permit',
  none: 'no paper yet' },
  consentForms: { paper: 'in writing', 'in-person': 'in person', phone: 'by phone', online: 'online' },
  evidences: {
    certificate: 'certificate', 'civil-affairs': 'civil affairs list', court: 'court document', hospital: 'hospital', school: 'school', visit: 'visit',
    statement: 'statement of the family',
  },
  closings: {
    'grown-up': 'grown up', 'moved-away': 'moved away', 'no-longer-in-need': 'no longer in need', 'guardian-request': 'at the guardian’s request',
    deceased: 'deceased', 'registered-twice': 'registered twice',
  },
  grounds: { request: 'request approved', case: 'case', pairing: 'pairing', emergency: 'emergency', registration: 'given on registration or transfer' },
  requestStatuses: { pending: 'waiting', approved: 'approved', rejected: 'not approved' },
  transferParties: { asker: 'to our unit', holder: 'from our unit' },
  transferStatuses: { pending: 'waiting', accepted: 'being carried out', rejected: 'not agreed', done: 'transferred', withdrawn: 'taken back' },
})
