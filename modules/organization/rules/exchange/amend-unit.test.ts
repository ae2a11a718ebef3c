import { describe, expect, it } from 'vitest'
import { planUnitChange } from './amend-unit.ts'
import type { KnownUnit } from './known-units.ts'
import type { ReadUnit } from './unit-row.ts'

const unit: KnownUnit = {
  id: 'unit', parentId: 'county', level: 'town', kind: 'division', name: '东街镇', shortName: '东街镇关工委', establishedOn: '2020-05-04', closedOn: null, version: 1,
  code: '99010010001', parentCode: '9901001', parentName: '甲区', parentShortName: '甲区关工委', address: '中心路1号', phone: null, foundingDocument: null,
  dueOn: '2019-01-01',
}
const blank: ReadUnit = {
  code: '99010010001', parentCode: null, parent: null, name: '', shortName: null, level: null, kind: null, dueOn: null, establishedOn: null,
  foundingDocument: null,
  address: null, phone: null,
}
const own = { id: 'county', level: 'county' }
const changed = (read: Partial<ReadUnit>, known: Partial<KnownUnit> = {}, of = own) => planUnitChange({ ...unit, ...known }, { ...blank, ...read }, of)
const wrong = (...given: Parameters<typeof changed>) => {
  const planned = changed(...given)
  if (!('problem' in planned)) return undefined
  expect(planned.problem.message).toMatch(/。$/)
  return planned.problem.key
}

describe('a row about a unit that stands', () => {
  it('changes nothing where it says what is registered, or nothing', () => {
    expect(changed({})).toEqual({ amendment: null })
    const same = {
      name: unit.name, shortName: unit.shortName, kind: unit.kind, level: unit.level, parentCode: unit.parentCode, parent: unit.parentName, dueOn: unit.dueOn,
      establishedOn: unit.establishedOn, address: unit.address,
    }
    expect(changed(same)).toEqual({ amendment: null })
  })

  it('changes address, telephone and founding document, each where it differs', () => {
    expect(changed({ address: '中心路2号', phone: '0817-2345678' })).toEqual({ amendment: { address: '中心路2号', phone: '0817-2345678' } })
    expect(changed({ foundingDocument: '东关〔2020〕1号', address: '中心路1号' })).toEqual({ amendment: { foundingDocument: '东关〔2020〕1号' } })
  })

  it('may say when a committee was founded that had no day, not another day', () => {
    expect(changed({ establishedOn: '2021-01-01' }, { establishedOn: null })).toEqual({ amendment: { establishedOn: '2021-01-01' } })
    expect(wrong({ establishedOn: '2021-01-01' })).toBe('establishedOn')
  })

  it('renames it, and its short name with it, unless that was another one or the row names another', () => {
    expect(changed({ name: '西街镇' })).toEqual({ amendment: { name: '西街镇', shortName: '西街镇关工委' } })
    expect(changed({ name: '西街镇', shortName: '东街镇关工委' })).toEqual({ amendment: { name: '西街镇', shortName: '西街镇关工委' } })
    expect(changed({ name: '西街镇', shortName: '西街关工委' })).toEqual({ amendment: { name: '西街镇', shortName: '西街关工委' } })
    expect(changed({ name: '西街镇' }, { shortName: '东街关工委' })).toEqual({ amendment: { name: '西街镇' } })
    expect(changed({ shortName: '东街关工委' })).toEqual({ amendment: { shortName: '东街关工委' } })
  })

  it('never changes kind, level or the day by which it should be founded', () => {
    expect(wrong({ kind: 'school' })).toBe('kind')
    expect(wrong({ level: 'village' })).toBe('level')
    expect(wrong({ dueOn: '2018-01-01' })).toBe('dueOn')
    expect(wrong({ dueOn: '2018-01-01' }, { dueOn: null })).toBe('dueOn')
  })

  it('never moves it: its parent is named by the code, else by the name, the short name or the code', () => {
    expect(wrong({ parentCode: '9901002' })).toBe('parentCode')
    expect(wrong({ parentCode: '9901002', parent: '甲区' })).toBe('parentCode')
    expect(wrong({ parent: '乙区' })).toBe('parent')
    expect([wrong({ parent: '甲区' }), wrong({ parent: '甲区关工委' }), wrong({ parent: '9901001' }), wrong({ parentCode: '9901001', parent: '乙区' })])
      .toEqual([undefined, undefined, undefined, undefined])
  })

  it('changes nothing of a unit that is closed, but may repeat it', () => {
    expect(wrong({ phone: '1' }, { closedOn: '2025-01-01' })).toBe('code')
    expect(changed({}, { closedOn: '2025-01-01' })).toEqual({ amendment: null })
  })

  it('does not rename the importer\'s own unit, unless it is the city', () => {
    expect(wrong({ name: '西街镇' }, {}, { id: 'unit', level: 'town' })).toBe('name')
    expect(wrong({ shortName: '东街关工委' }, {}, { id: 'unit', level: 'town' })).toBe('name')
    expect(changed({ phone: '1' }, {}, { id: 'unit', level: 'town' })).toEqual({ amendment: { phone: '1' } })
    expect(changed({ shortName: '东街关工委' }, {}, { id: 'unit', level: 'city' })).toEqual({ amendment: { shortName: '东街关工委' } })
  })
})
