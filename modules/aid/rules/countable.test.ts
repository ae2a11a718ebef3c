import { describe, expect, it } from 'vitest'
import { countAct, countWish } from './countable.ts'

const act = {
  id: 'act', unitId: 'unit', scopeCode: '990100100010001000', childId: 'child', householdId: 'home', label: '张某（6—13岁）', kindName: '助学', kind: 'schooling',
  isCourtesyCall: false,
}
const given = (change: Partial<typeof act>, shares: Parameters<typeof countAct>[1] = []) => countAct({ ...act, ...change }, shares, '2026-03-16')
const measured = (...of: Parameters<typeof given>) => given(...of).map(({ measure, value }) => (value === undefined ? measure : `${measure} ${value}`))

describe('an act of aid that was given', () => {
  it('counts for its unit and its day, once for the child and once for the household', () => {
    const common = { happenedOn: '2026-03-16', unit: { id: 'unit', scopeCode: '990100100010001000' }, record: { kind: 'aid-act', id: 'act' },
      label: '张某（6—13岁） · 助学' }
    expect(given({})).toEqual([{ ...common, measure: 'aid.given', subjectId: 'child' }, { ...common, measure: 'aid.household', subjectId: 'home' }])
  })

  it('counts as a courtesy call and as counselling where it was one', () => {
    expect(measured({ isCourtesyCall: true })).toContain('aid.courtesy-call')
    expect(measured({ kind: 'counselling' })).toContain('aid.counselling')
    expect(measured({})).toEqual(['aid.given', 'aid.household'])
  })

  it('counts money by who gave it, goods by their value, and services by neither', () => {
    expect(measured({}, [
      { payerKind: 'charity', form: 'money', amountFen: 30_000 }, { payerKind: 'enterprise', form: 'goods', amountFen: 5000 },
      { payerKind: 'person', form: 'service', amountFen: 800 },
    ]).slice(2)).toEqual(['aid.money.charity 30000', 'aid.goods 5000'])
    expect(given({}, [{ payerKind: 'charity', form: 'money', amountFen: 1 }]).at(-1)).toMatchObject({ subjectId: 'child', label: '张某（6—13岁） · 助学 · 基金会' })
  })

  it('counts no money where none is known', () => {
    expect(measured({}, [{ payerKind: 'charity', form: 'money', amountFen: null }, { payerKind: 'charity', form: 'goods', amountFen: 0 }])).toHaveLength(2)
  })
})

it('a wish counts when it is published and when it comes true', () => {
  const wish = { id: 'wish', unitId: 'unit', scopeCode: '990100100010001000', childId: 'child', label: '张某（6—13岁）' }
  expect(countWish(wish, 'fulfilled', '2026-03-16')).toEqual({
    measure: 'wish.fulfilled', happenedOn: '2026-03-16', unit: { id: 'unit', scopeCode: '990100100010001000' }, record: { kind: 'wish', id: 'wish' },
    subjectId: 'child',
    label: '张某（6—13岁）',
  })
  expect(countWish(wish, 'published', '2026-03-16').measure).toBe('wish.published')
})
