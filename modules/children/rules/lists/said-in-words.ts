import { maskIdCard, maskName, maskPhone } from '#platform/values/mask.ts'
import type { civilAffairsTypes, FileField } from '../../contract.ts'
import { relationNames, typeNames } from '../words.ts'
import { typesAfter, type ComparedField, type KeptChild } from './compare-listed.ts'
import type { ListedChild } from './read-list-row.ts'

type Recognised = (typeof civilAffairsTypes)[number]

/** Which approval opens what we have of a field; none is needed for what stands on the card. */
export const approvalFor: Readonly<Record<ComparedField, FileField | undefined>> = {
  types: undefined, decidedOn: undefined, source: undefined, sex: undefined, name: 'name', paperNumber: 'idNumber', address: 'address', school: 'school',
  guardian: 'guardians',
}

const sexNames: Readonly<Record<string, string>> = { male: '男', female: '女' }
const typesInWords = (types: readonly Recognised[]) => types.map((type) => typeNames[type]).join('、') || null

/** What the list says of a field. */
export function theirsInWords(field: ComparedField, listed: ListedChild, kept: readonly Recognised[], covered: ReadonlySet<Recognised>): string | null {
  if (field === 'types') return typesInWords(typesAfter(kept, listed.types, covered))
  if (field === 'sex') return sexNames[listed.sex] ?? null
  if (field !== 'guardian') return listed[field]
  return listed.guardian === null ? null : personInWords({ ...listed.guardian, relation: relationNames[listed.guardian.relation] })
}

/** What we have of a field; masked for whoever may not open it. */
export function oursInWords(field: ComparedField, kept: KeptChild, isMasked: boolean): string | null {
  if (field === 'types') return typesInWords(kept.types)
  if (field === 'sex') return sexNames[kept.sex] ?? null
  if (field === 'guardian') return kept.guardians.map((guardian) => personInWords(isMasked ? maskGuardian(guardian) : guardian)).join('；') || null
  const value = kept[field]
  return value !== null && isMasked ? maskValue(field, value) : value
}

const personInWords = ({ name, phone, relation }: { name: string; phone: string | null; relation?: string }) =>
  [name, ...(relation === undefined ? [] : [relation]), ...(phone === null ? [] : [phone])].join(' ')

const maskGuardian = ({ name, phone }: KeptChild['guardians'][number]) => ({ name: maskName(name), phone: phone === null ? null : maskPhone(phone) })

function maskValue(field: ComparedField, value: string): string {
  if (field === 'name') return maskName(value)
  if (field === 'paperNumber') return maskIdCard(value)
  return field === 'address' || field === 'school' ? '已登记（须有查阅许可）' : value
}
