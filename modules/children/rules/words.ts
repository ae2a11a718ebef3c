import type { AccessPurpose, ChildType, FactKind, FactSubject, FileField } from '../contract.ts'
import { formatChinese, type LocalDate } from '#platform/values/local-date.ts'
import { factRules } from './fact-kinds.ts'

/** How the types read. */
export const typeNames: Readonly<Record<ChildType, string>> = {
  orphan: '孤儿',
  'de-facto-unsupported': '事实无人抚养儿童',
  'extreme-poverty': '特困儿童',
  'severe-illness-disability': '重病重残儿童',
  'poor-family': '贫困家庭儿童',
  'hiv-infected': '艾滋病病毒感染儿童',
  'guardianship-harm': '监护缺失或不当受侵害儿童',
  'inmate-child': '服刑戒毒人员子女',
  rescued: '打拐解救儿童',
  abused: '受虐待侵害儿童',
  hardship: '困境儿童',
  'own-hardship': '自身困境儿童',
  'family-hardship': '家庭困境儿童',
  'safety-hardship': '安全困境儿童',
  'temporary-hardship': '临时困境儿童',
  'left-behind': '农村留守儿童',
  migrant: '流动儿童',
  'left-behind-minor': '留守未成年人',
  'minor-in-hardship': '困境未成年人',
  'lost-conduct': '失足青少年',
  'lost-supervision': '失管青少年',
  'lost-schooling': '失学青少年',
  'lost-work': '失业青少年',
  'lost-kin': '失亲青少年',
}
/** How the subjects of facts read. */
export const subjectNames: Readonly<Record<FactSubject, string>> = {
  child: '孩子',
  father: '父亲',
  mother: '母亲',
  household: '家庭',
  guardian: '监护人',
}
/** How the fields of a file read. */
export const fieldNames: Readonly<Record<FileField, string>> = {
  name: '姓名',
  idNumber: '证件号码',
  birthOn: '出生日期',
  phone: '联系电话',
  address: '住址',
  school: '学校',
  health: '健康情况',
  guardians: '监护人',
}
/** How the purposes of opening a file read. */
export const purposeNames: Readonly<Record<AccessPurpose, string>> = {
  registration: '登记建档',
  case: '个案帮扶',
  visit: '走访',
  aid: '申请救助',
  verification: '核对信息',
  report: '强制报告',
  emergency: '紧急情况',
  rights: '儿童或监护人行使权利',
}

/** How the relations of a guardian read. */
export const relationNames = {
  father: '父亲', mother: '母亲', grandfather: '祖父', grandmother: '祖母', 'maternal-grandfather': '外祖父', 'maternal-grandmother': '外祖母',
  sibling: '兄弟姐妹', kin: '其他亲属', foster: '寄养家庭', institution: '福利机构', other: '其他',
}
/** How the purposes of a consent read. */
export const consentKindNames = { service: '帮扶服务', publication: '公开报道', sharing: '信息共享' } as const

/** `父亲：死亡（2020年1月1日起）`, `孩子监护状况：较好（2020年1月1日起）` */
export function factInWords(fact: {
  subject: FactSubject
  kind: FactKind
  value: string
  fromOn: LocalDate
  untilOn: LocalDate | null
}): string {
  const rule = factRules[fact.kind]
  const about = `${subjectNames[fact.subject]}${rule.needsName === true ? rule.name : ''}`
  const end = fact.untilOn === null ? '起' : `至${formatChinese(fact.untilOn)}`
  return `${about}：${rule.values[fact.value] ?? fact.value}（${formatChinese(fact.fromOn)}${end}）`
}
