import type { PersonName } from '#tests/city/people.ts'

/** Who tries everything. The unit is 东一村; the office that wrote what is there is the city's. */
export const people = {
  'own office': '赵干事', 'author': '陈主任', 'other office': '钱干事', 'care worker': '孙主任', 'paired': '吴老师', 'not paired': '沈老师',
  'leader': '郑部长', 'officer': '冯科长', 'other officer': '褚科长',
  'system admin': '系统员', 'security admin': '安全员', 'audit admin': '审计员',
} as const satisfies Record<string, PersonName>

/** One of them. */
export type Person = keyof typeof people
