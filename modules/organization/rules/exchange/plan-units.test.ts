import { describe, expect, it } from 'vitest'
import type { KnownUnit, UnitRegister } from './known-units.ts'
import { planUnits, type UnitRowToPlan } from './plan-units.ts'
import type { ReadUnit } from './unit-row.ts'

const unit = (id: string, code: string, parent: KnownUnit | null, change: Partial<KnownUnit> = {}): KnownUnit => ({
  id, code, parentId: parent?.id ?? null, level: 'county', kind: 'division', name: id, shortName: `${id}关工委`, establishedOn: '2020-05-04', closedOn: null,
  version: 1,
  parentCode: parent?.code ?? null, parentName: parent?.name ?? null, parentShortName: parent?.shortName ?? null, address: null, phone: null,
  foundingDocument: null,
  dueOn: null, ...change,
})
const city = unit('示例市', '9901', null, { level: 'city' })
const county = unit('甲区', '9901001', city)
const town = unit('东街镇', '99010010001', county, { level: 'town' })
const school = unit('一小', '99010010101', county, { level: 'town', kind: 'school' })
const closed = unit('旧镇', '99010010002', county, { level: 'town', closedOn: '2025-01-01' })
const units = [city, county, town, school, closed]
const register: UnitRegister = { units, codes: units.map(({ code }) => code), own: { id: city.id, level: 'city' }, today: '2026-03-16' }

const blank: ReadUnit = {
  code: null, parentCode: null, parent: '甲区', name: '西街镇', shortName: null, level: null, kind: 'division', dueOn: null, establishedOn: null,
  foundingDocument: null,
  address: null, phone: null,
}
/** Rows of a workbook from its second line on. */
const rows = (...reads: Partial<ReadUnit>[]): UnitRowToPlan[] =>
  reads.map((read, index) => ({ rowNumber: index + 2, id: `new ${index + 2}`, read: { ...blank, ...read } }))
const plan = (...reads: Partial<ReadUnit>[]) => planUnits(rows(...reads), [], register, ({ name }) => name.replace(/人民政府$/, ''))
const wrong = (...reads: Partial<ReadUnit>[]) => {
  const { problems } = plan(...reads)
  for (const { message } of problems) expect(message).toMatch(/。$/)
  return problems.map(({ rowNumber, key }) => [rowNumber, key])
}

describe('a row without a code makes a unit', () => {
  it('below its parent, with the next free code, a short name, and due when it was founded', () => {
    expect(plan({ establishedOn: '2021-01-01', address: '西路', phone: '1', foundingDocument: '西关〔2021〕1号' }).plans).toEqual([{
      rowNumber: 2, does: 'create', unit: {
        id: 'new 2', parentId: '甲区', code: '99010011000', level: 'town', kind: 'division', name: '西街镇', shortName: '西街镇关工委', establishedOn: '2021-01-01',
        dueOn: '2021-01-01', address: '西路', phone: '1', foundingDocument: '西关〔2021〕1号',
      } }])
  })

  it('due on the day the row says, else when it was founded, else today', () => {
    const dueOf = (read: Partial<ReadUnit>) => plan(read).plans.map((each) => (each.does === 'create' ? each.unit.dueOn : undefined))
    expect([dueOf({ dueOn: '2019-01-01', establishedOn: '2021-01-01' }), dueOf({ establishedOn: '2021-01-01' }), dueOf({})])
      .toEqual([['2019-01-01'], ['2021-01-01'], ['2026-03-16']])
  })

  it('under the name of the place, with the short name it is given', () => {
    expect(plan({ name: '西街镇人民政府', shortName: '西街关工委' }).plans).toMatchObject([{ unit: { name: '西街镇', shortName: '西街关工委' } }])
  })

  it('each with a code of its own, and never one that was given before', () => {
    const codesOf = (parent: string) => plan({ parent, name: '一' }, { parent, name: '二' }, { parent, name: '三' }).plans
      .map((each) => (each.does === 'create' ? each.unit.code : ''))
    const codes = codesOf('甲区')
    expect(new Set([...codes, ...register.codes]).size).toBe(3 + register.codes.length)
    expect(codes.every((code) => code.startsWith('9901001'))).toBe(true)
  })

  it('whose parent is named by code, name or short name', () => {
    for (const parent of ['甲区', '甲区关工委', '9901001']) expect(plan({ parent }).plans).toMatchObject([{ unit: { parentId: '甲区' } }])
    expect(plan({ parentCode: '9901', parent: '甲区' }).plans).toMatchObject([{ unit: { parentId: '示例市', level: 'county' } }])
  })

  it('also below a unit that a row above makes, by its name as written, as kept, or its short name', () => {
    for (const parent of ['西街镇', '西街镇人民政府', '西街镇关工委']) {
      const { plans, problems } = plan({ name: '西街镇人民政府' }, { name: '西村', parent })
      expect(problems).toEqual([])
      expect(plans).toMatchObject([{}, { unit: { parentId: 'new 2', level: 'village', name: '西村' } }])
    }
  })

  it('of no kind, or as a division below a school, is refused', () => {
    expect(wrong({ kind: null })).toEqual([[2, 'kind']])
    expect(wrong({ parent: '一小' })).toEqual([[2, 'kind']])
    expect(wrong({ parent: '一小', kind: 'school', name: '分校' })).toEqual([])
  })

  it('on another level than its parent asks for is refused', () => {
    expect(wrong({ level: 'village' })).toEqual([[2, 'level']])
    expect(wrong({ level: 'town' })).toEqual([])
  })
})

describe('a parent', () => {
  const said = (...reads: Partial<ReadUnit>[]) => plan(...reads).problems.map(({ key, message }) => `${key} ${message}`)

  it('must be named', () => {
    expect(wrong({ parent: null })).toEqual([[2, 'parent']])
  })

  it('that nobody knows is asked for in the column in which it stands', () => {
    expect(said({ parent: '乙区' })).toEqual([expect.stringMatching(/^parent 没有找到/)])
    expect(wrong({ parentCode: '9999' })).toEqual([[2, 'parentCode']])
  })

  it('that is closed is none, by its code or by its name', () => {
    expect(said({ parent: closed.code })).toEqual([expect.stringMatching(/^parent 上级单位已撤销/)])
    expect(wrong({ parentCode: closed.code })).toEqual([[2, 'parentCode']])
    expect(said({ parent: '旧镇' })).toEqual([expect.stringMatching(/^parent 没有找到/)])
  })

  it('whose name two units bear must be named by its code', () => {
    const twins = { ...register, units: [...units, unit('乙区', '9901002', city), unit('东街镇二', '99010020001', city, { name: '东街镇', level: 'town' })] }
    const { problems } = planUnits(rows({ parent: '东街镇', name: '东村' }), [], twins, ({ name }) => name)
    expect(problems).toMatchObject([{ rowNumber: 2, key: 'parent', message: expect.stringContaining('同名') }])
    expect(wrong({ name: '同名' }, { name: '同名', parent: '示例市' }, { name: '东村', parent: '同名' })).toEqual([[4, 'parent']])
  })

  it('that stands in a row below is asked to be moved up', () => {
    expect(said({ name: '西村', parent: '西街镇' }, {})).toEqual([expect.stringContaining('在第3行')])
  })

  it('whose row has a fault, or could not be read, is told by its row', () => {
    expect(said({ level: 'village' }, { name: '西村', parent: '西街镇' })[1]).toContain('第2行有问题')
    const unread = [{ rowNumber: 9, name: '西街镇', code: null, parentCode: null, parent: '东街镇' }]
    const { problems } = planUnits(rows({ name: '西村', parent: '西街镇' }), unread, register, ({ name }) => name)
    expect(problems[0]?.message).toContain('第9行有问题')
  })

  it('is not the unit itself', () => {
    expect(said({ name: '西街镇', parent: '西街镇' })).toEqual([expect.stringContaining('自己')])
  })

  it('with no code left below it takes no more units', () => {
    const full = { ...register, codes: Array.from({ length: 10_000 }, (_none, index) => `9901001${String(index).padStart(4, '0')}`) }
    expect(planUnits(rows({}), [], full, ({ name }) => name).problems).toMatchObject([{ key: 'parent', message: expect.stringContaining('用完') }])
  })
})

describe('two units of one name', () => {
  it('do not stand below one parent: neither beside one that is registered nor beside one of a row above', () => {
    expect(plan({ name: '东街镇' }).problems).toMatchObject([{ rowNumber: 2, key: 'name', message: expect.stringContaining('单位代码') }])
    expect(plan({}, {}).problems).toMatchObject([{ rowNumber: 3, key: 'name', message: expect.stringContaining('第2行') }])
    expect(plan({}, {}).plans).toHaveLength(1)
  })

  it('may stand below different parents, and beside one that is closed', () => {
    expect(wrong({}, { parent: '示例市' })).toEqual([])
    expect(wrong({ name: '旧镇' })).toEqual([])
  })
})

describe('a row with a code', () => {
  const known = { code: town.code, parent: null, kind: null, name: '' }

  it('changes that unit, or says nothing new', () => {
    expect(plan({ ...known, phone: '1' }).plans).toEqual([{ rowNumber: 2, does: 'change', unit: town, amendment: { phone: '1' } }])
    expect(plan({ ...known, name: '东街镇人民政府' }).plans).toEqual([{ rowNumber: 2, does: 'nothing' }])
  })

  it('of no unit in the range is refused', () => {
    expect(wrong({ ...known, code: '9902' })).toEqual([[2, 'code']])
  })

  it('stands once in a workbook', () => {
    expect(plan({ ...known, phone: '1' }, { ...known, phone: '2' }).problems)
      .toMatchObject([{ rowNumber: 3, key: 'code', message: expect.stringContaining('第2行') }])
  })

  it('says what may not be changed', () => {
    expect(wrong({ ...known, kind: 'school' })).toEqual([[2, 'kind']])
  })

  it('does not rename a unit to a name that another one bears there', () => {
    expect(wrong({ ...known, name: '一小' })).toEqual([[2, 'name']])
    expect(wrong({ ...known, name: '西街镇' }, {})).toEqual([[3, 'name']])
    expect(plan({ ...known, name: '西街镇' }).plans).toMatchObject([{ does: 'change', amendment: { name: '西街镇', shortName: '西街镇关工委' } }])
    expect(plan({ ...known, code: city.code, name: '大市' }).plans).toMatchObject([{ does: 'change', amendment: { name: '大市' } }])
  })
})
