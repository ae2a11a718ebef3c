import { fileFields } from '#modules/children/contract.ts'
import { bodyKinds, parties, statuses } from '../contract.ts'
import { bodyWords, partyWords, statusWords } from '../rules/words.ts'

/** How the fields of a file read. */
export const fieldWords: Readonly<Record<(typeof fileFields)[number], string>> = {
  name: '姓名', idNumber: '证件号码', birthOn: '出生日期', phone: '联系电话', address: '住址', school: '学校', health: '健康情况', guardians: '监护人',
}
export const fieldOptions = fileFields.map(value => ({ value, label: fieldWords[value] }))
export const statusOptions = statuses.map(value => ({ value, label: statusWords[value] }))
export const kindOptions = bodyKinds.map(value => ({ value, label: bodyWords[value] }))
export const partyOptions = parties.map(value => ({ value, label: partyWords[value] }))
