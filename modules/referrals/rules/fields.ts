import { formatChinese } from '#platform/values/local-date.ts'
import { relationWords } from './words.ts'

/** The opened fields of a file, as far as a letter shows them. */
export type LetterFile = {
  name?: string | undefined; idNumber?: string | null | undefined; birthOn?: string | undefined; phone?: string | null | undefined
  address?: string | null | undefined; school?: string | null | undefined; health?: string | null | undefined
  guardians?: readonly { name: string; relation: keyof typeof relationWords; phone: string | null }[] | undefined
}

const names: Readonly<Record<Exclude<keyof LetterFile, 'guardians'>, string>> = {
  name: '姓名', idNumber: '证件号码', birthOn: '出生日期', phone: '联系电话', address: '住址', school: '学校', health: '健康情况',
}

/** The opened fields of a file as lines of a table: name and content, one line for each guardian with the relation; nothing that was not chosen. */
export function fileFieldLabels(file: LetterFile): [string, string][] {
  const lines = Object.entries(names).flatMap(([field, name]): [string, string][] => {
    const value = file[field as keyof typeof names]
    if (value === undefined) return []
    return [[name, value === null ? '没有登记' : field === 'birthOn' ? formatChinese(value) : value]]
  })
  const guardians = (file.guardians ?? []).map((guardian): [string, string] => (
    [`监护人（${relationWords[guardian.relation]}）`, [guardian.name, guardian.phone ?? '没有电话'].filter(Boolean).join('，')]))
  return [...lines, ...guardians]
}
