import { describe, expect, it } from 'vitest'
import { kindWords, levelWords } from '../unit-words.ts'
import { readUnitRow } from './unit-row.ts'

const today = '2026-03-16'
const reading = (values: Record<string, string>) => readUnitRow({ name: '东街镇', ...values }, today)
function read(values: Record<string, string>) {
  const found = reading(values)
  if ('problems' in found) throw new Error(found.problems.map(({ message }) => message).join())
  return found.read
}
/** The columns in which something is wrong; each is told by a sentence. */
function wrong(values: Record<string, string>) {
  const found = reading(values)
  const problems = 'problems' in found ? found.problems : []
  for (const { message } of problems) expect(message).toMatch(/。$/)
  return problems.map(({ key }) => key)
}

describe('a row of a workbook of units', () => {
  it('leaves what is blank as it is registered, and drops the gaps around what is not', () => {
    expect(read({ address: ' 中心路1号 ', phone: '  ' })).toEqual({
      code: null, parentCode: null, parent: null, name: '东街镇', shortName: null, level: null, kind: null, dueOn: null, establishedOn: null,
      foundingDocument: null,
      address: '中心路1号', phone: null,
    })
    expect(read({ code: '9901001', parentCode: '9901', parent: '示例市', shortName: '东街镇关工委', foundingDocument: '东关〔2020〕1号', dueOn: '2019-01-01',
      establishedOn: '2020.5.4' }))
      .toMatchObject({
        code: '9901001', parentCode: '9901', parent: '示例市', shortName: '东街镇关工委', foundingDocument: '东关〔2020〕1号', dueOn: '2019-01-01',
        establishedOn: '2020-05-04',
      })
    expect(readUnitRow({ phone: '0817-2345678' }, today)).toMatchObject({ read: { name: '', phone: '0817-2345678' } })
  })

  it('knows levels and kinds by the words in which an export writes them', () => {
    for (const [level, word] of Object.entries(levelWords)) expect(read({ level: word }).level).toBe(level)
    for (const [kind, word] of Object.entries(kindWords)) expect(read({ kind: word }).kind).toBe(kind)
  })

  it('knows levels and kinds by the words people use besides', () => {
    expect(['市', '区', '区县', '街道', '乡镇', '社区', '村'].map((level) => read({ level }).level))
      .toEqual(['city', 'county', 'county', 'town', 'town', 'village', 'village'])
    expect(['小学', '中学', '高校', '公司', '企事业', '事业单位', '行政区'].map((kind) => read({ kind }).kind))
      .toEqual(['school', 'school', 'school', 'enterprise', 'enterprise', 'agency', 'division'])
  })

  it('takes a level in the place of a kind for a division', () => {
    expect([read({ kind: '乡镇' }).kind, read({ kind: '村级' }).kind]).toEqual(['division', 'division'])
  })

  it('refuses a level or kind in other words', () => {
    expect(wrong({ level: '高级' })).toEqual(['level'])
    expect(wrong({ kind: '商店' })).toEqual(['kind'])
  })

  it('refuses a day that is none or that has not come', () => {
    expect(wrong({ dueOn: '去年' })).toEqual(['dueOn'])
    expect(JSON.stringify(reading({ dueOn: '去年', establishedOn: '前年' }))).toMatch(/应建日期无法识别.*组建日期无法识别/)
    expect(wrong({ establishedOn: '2026-03-17' })).toEqual(['establishedOn'])
    expect(wrong({ dueOn: '2026-03-17' })).toEqual(['dueOn'])
    expect(wrong({ establishedOn: '2026-03-16' })).toEqual([])
  })

  it.each([['name', 60], ['shortName', 60], ['foundingDocument', 60], ['address', 100], ['phone', 30]])('refuses %s above %i characters', (key, most) => {
    expect(wrong({ [key]: '长'.repeat(most) })).toEqual([])
    expect(wrong({ [key]: '长'.repeat(most + 1) })).toEqual([key])
  })

  it('takes a code for a code only where it is digits', () => {
    expect(['99', '990100100010001001'].flatMap((code) => wrong({ code }))).toEqual([])
    expect(['9', '9901001000100010011', '代码9901', '9901号'].map((code) => wrong({ code }))).toEqual([['code'], ['code'], ['code'], ['code']])
  })

  it('tells every fault at once', () => {
    expect(wrong({ level: '高级', kind: '商店', dueOn: '去年', code: 'x' }).map(String).toSorted()).toEqual(['code', 'dueOn', 'kind', 'level'])
  })
})
