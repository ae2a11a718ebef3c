import { ageBandLabel } from '#platform/values/mask.ts'
import { ageBands, childTypes, civilAffairsTypes, factKinds, fileFields } from '../contract.ts'
import { factRules } from '../rules/fact-kinds.ts'
import { isSensitiveType } from '../rules/types/catalogue.ts'
import { consentKindNames, fieldNames, typeNames } from '../rules/words.ts'

/** A choice in a list. */
export type Option = { value: string; label: string }

/** Names as options of a select. */
export const optionsOf = (names: Readonly<Record<string, string>>): Option[] => Object.entries(names).map(([value, label]) => ({ value, label }))

export const sexNames = { male: '男', female: '女' }
export const statusNames = { registered: '在册', closed: '已结束', erased: '已删除' }
export { relationNames } from '../rules/words.ts'
export const guardianshipNames = { legal: '法定监护', entrusted: '委托照护', institution: '机构监护', temporary: '临时监护' }
export const paperNames = { 'id-card': '身份证', 'birth-certificate': '出生医学证明', passport: '护照', 'home-return-permit': '港澳台通行证', none: '暂无证件' }
export const consentNames = consentKindNames
export const formNames = { paper: '书面', 'in-person': '当面口头', phone: '电话', online: '网上' }
export const evidenceNames = {
  certificate: '证件证明', 'civil-affairs': '民政名单', court: '司法文书', hospital: '医院证明', school: '学校证明', visit: '走访核实', statement: '家属陈述',
}
export const closingNames = {
  'grown-up': '已成年', 'moved-away': '迁出本地', 'no-longer-in-need': '困难解除', 'guardian-request': '监护人要求', deceased: '去世', 'registered-twice': '重复登记',
}
export const groundNames: Record<string, string> = { request: '申请获批', case: '个案', pairing: '结对', emergency: '紧急查阅', registration: '登记建档' }
export const requestStatusNames = { pending: '待审批', approved: '已批准', rejected: '未批准' }

export const typeOptions: Option[] = childTypes.filter((type) => !isSensitiveType(type)).map((value) => ({ value, label: typeNames[value] }))
export const civilAffairsOptions: Option[] = civilAffairsTypes.map((value) => ({ value, label: typeNames[value] }))
export const ageBandOptions: Option[] = ageBands.map((value) => ({ value, label: ageBandLabel(value) }))
export const fieldOptions: Option[] = fileFields.map((value) => ({ value, label: fieldNames[value] }))
export const kindOptions: Option[] = factKinds.map((value) => ({ value, label: factRules[value].name }))
