import type { PersonName } from '#tests/city/people.ts'

/** Who tries everything. The unit is 东一村; the office that wrote what is there is the city's. */
export const people = {
  'own office': '赵干事', 'author': '陈主任', 'other office': '钱干事', 'care worker': '孙主任', 'paired': '吴老师', 'not paired': '沈老师',
  'leader': '郑部长', 'officer': '冯科长', 'other officer': '褚科长',
  'system admin': '系统员', 'security admin': '安全员', 'audit admin': '审计员',
  'accountant': '许会计', 'reviewer': '吕会计', 'head': '施理事长', 'cashier': '张出纳', 'outside auditor': '孔会计师', 'foundation worker': '金专员',
} as const satisfies Record<string, PersonName>

/** One of them. */
export type Person = keyof typeof people

/** Those who work with money; the others of the foundation's house stand outside it, as it stands outside the care of children. */
const keepers: readonly Person[] = ['accountant', 'reviewer', 'head', 'cashier', 'outside auditor', 'foundation worker']
/** Who tries what is done with children, families and volunteers. */
export const carePeople = (Object.keys(people) as Person[]).filter((person) => !keepers.includes(person))
/** Who tries what is done with books of account. */
export const moneyPeople: readonly Person[] = [...keepers, 'own office', 'leader', 'security admin']
/** Who tries what is done with awards and projects: offices and care workers apply. */
export const grantPeople: readonly Person[] = [...moneyPeople, 'other office', 'care worker']
