/** A unit of the test city. */
export type TestUnit = {
  code: string
  name: string
  level: 'province' | 'city' | 'county' | 'town' | 'village'
  kind?: 'school' | 'enterprise' | 'agency'
  founded?: boolean
}

/**
 * The test city: an invented prefecture with two counties, three towns, five villages, a school. Its codes start with 99, which no province has.
 * Every level occurs, and everything that must stay apart has a neighbour it could leak to.
 */
export const testUnits: readonly TestUnit[] = [
  { code: '99', name: '试验省', level: 'province' },
  { code: '9901', name: '试验市', level: 'city' },
  { code: '9901001', name: '甲区', level: 'county' },
  { code: '99010010001', name: '东街镇', level: 'town' },
  { code: '990100100010001', name: '东一村', level: 'village' },
  { code: '990100100010002', name: '东二村', level: 'village' },
  { code: '990100100011000', name: '东街小学', level: 'village', kind: 'school' },
  { code: '99010010002', name: '西街镇', level: 'town' },
  { code: '990100100020001', name: '西一村', level: 'village', founded: false },
  { code: '9901002', name: '乙县', level: 'county' },
  { code: '99010020001', name: '北乡', level: 'town' },
  { code: '990100200010001', name: '北一村', level: 'village' },
  { code: '990100200010002', name: '北二村', level: 'village' },
  { code: '9901100', name: '市机关', level: 'county', kind: 'agency' },
]

/** A person of the test city who can sign in. */
export type TestPerson = { name: string; signInName: string; role: string; unit: string }

/** Named people: at least one for every role, and neighbours on every level. */
export const testPeople = [
  { name: '陈主任', signInName: 'chen', role: 'office', unit: '9901' },
  { name: '郑部长', signInName: 'zheng', role: 'leader', unit: '9901' },
  { name: '李组长', signInName: 'li', role: 'office', unit: '9901001' },
  { name: '冯科长', signInName: 'feng', role: 'guardian-officer', unit: '9901001' },
  { name: '王组长', signInName: 'wang', role: 'office', unit: '9901002' },
  { name: '褚科长', signInName: 'chu', role: 'guardian-officer', unit: '9901002' },
  { name: '赵干事', signInName: 'zhao', role: 'office', unit: '99010010001' },
  { name: '钱干事', signInName: 'qian', role: 'office', unit: '99010010002' },
  { name: '卫干事', signInName: 'wei', role: 'office', unit: '99010020001' },
  { name: '孙主任', signInName: 'sun', role: 'care-worker', unit: '990100100010001' },
  { name: '周主任', signInName: 'zhou', role: 'care-worker', unit: '990100100010002' },
  { name: '蒋主任', signInName: 'jiang', role: 'care-worker', unit: '990100200010001' },
  { name: '吴老师', signInName: 'wu', role: 'volunteer', unit: '99010010001' },
  { name: '沈老师', signInName: 'shen', role: 'volunteer', unit: '99010020001' },
  { name: '韩校长', signInName: 'han', role: 'office', unit: '990100100011000' },
  { name: '施理事长', signInName: 'shi', role: 'charity-head', unit: '9901' },
  { name: '许会计', signInName: 'xu', role: 'accountant', unit: '9901' },
  { name: '何会计', signInName: 'he', role: 'accountant', unit: '9901' },
  { name: '吕会计', signInName: 'lyu', role: 'finance-reviewer', unit: '9901' },
  { name: '张出纳', signInName: 'zhang', role: 'cashier', unit: '9901' },
  { name: '孔会计师', signInName: 'kong', role: 'outside-auditor', unit: '9901' },
  { name: '金专员', signInName: 'jin', role: 'charity-worker', unit: '9901' },
  { name: '梁经理', signInName: 'liang', role: 'donor', unit: '9901' },
  { name: '曹会计', signInName: 'cao', role: 'accountant', unit: '9901001' },
  { name: '系统员', signInName: 'system', role: 'system-admin', unit: '9901' },
  { name: '安全员', signInName: 'security', role: 'security-admin', unit: '9901' },
  { name: '审计员', signInName: 'audit', role: 'audit-admin', unit: '9901' },
] as const satisfies readonly TestPerson[]

/** Name of one of the named people. */
export type PersonName = (typeof testPeople)[number]['name']

/** City number of the test city. */
export const testCityId = 990100
/** Everyone's password in tests. */
export const testPassword = 'xinhuo-2026'
/** The day on which tests happen unless they say otherwise. */
export const testNow = '2026-03-16T09:00:00+08:00'
