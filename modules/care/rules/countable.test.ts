import { describe, expect, it } from 'vitest'
import { countApprovedPlan, countPlanInForce, countReview } from './countable-plans.ts'
import { countClosing, countOpenCase, countPairing, countVisit, pairingCountsUntil, riskMeasures } from './countable.ts'

const child = { id: 'case', unitId: 'unit', scopeCode: '990100100010001000', childId: 'child', maskedName: '李某' }
const unit = { id: 'unit', scopeCode: '990100100010001000' }

describe('figures of a case', () => {
  it('count it as open, as opened and in its colour from the day on, about the child and under a masked name', () => {
    const ofCase = { happenedOn: '2026-03-02', unit, record: { kind: 'case', id: 'case' }, subjectId: 'child' }
    expect(countOpenCase(child, { on: '2026-03-02', colour: 'red', event: 'opened' })).toEqual([
      { ...ofCase, measure: 'case.open', label: '李某' }, { ...ofCase, measure: 'case.opened', label: '李某' },
      { ...ofCase, measure: 'case.risk.red', label: '李某 · 红色' },
    ])
  })

  it('count a case that was taken up again as reopened, and one that was closed as closed', () => {
    expect(countOpenCase(child, { on: '2026-03-02', colour: 'green', event: 'reopened' }).map(({ measure }) => measure))
      .toEqual(['case.open', 'case.reopened', 'case.risk.green'])
    expect(countClosing(child, '2026-04-01')).toMatchObject({ measure: 'case.closed', happenedOn: '2026-04-01', subjectId: 'child', label: '李某' })
  })

  it('know each of the four colours', () => {
    expect(riskMeasures).toEqual(['case.risk.red', 'case.risk.yellow', 'case.risk.blue', 'case.risk.green'])
  })
})

describe('figures of a pairing', () => {
  it('count the pair and the child about the child, and the volunteer about the volunteer', () => {
    const facts = countPairing(child, { id: 'pairing', volunteerId: 'volunteer', name: '吴老师', fromOn: '2026-03-05' })
    expect(facts.map(({ measure, subjectId }) => [measure, subjectId])).toEqual([
      ['pairing.active', 'child'], ['pairing.made', 'child'], ['pairing.child', 'child'], ['pairing.volunteer', 'volunteer'],
    ])
    expect(facts[0]).toMatchObject({ happenedOn: '2026-03-05', unit, record: { kind: 'pairing', id: 'pairing' }, label: '李某 · 吴老师' })
  })

  it('count it on its last day and no longer on the next', () => {
    expect(pairingCountsUntil('2026-02-28')).toBe('2026-03-01')
  })
})

describe('figures of a visit', () => {
  const visit = {
    id: 'visit', madeOn: '2026-03-10', medium: 'phone' as const, minutes: 25, outcome: 'made' as const,
    volunteers: [{ volunteerId: 'wu', name: '吴老师' }, { volunteerId: 'shen', name: '沈老师' }],
  }

  it('count one that was made with its minutes and its medium about the child, and its minutes again for each volunteer', () => {
    const facts = countVisit(child, visit)
    expect(facts.map(({ measure, subjectId, value, label }) => [measure, subjectId, value, label])).toEqual([
      ['visit.made', 'child', 25, '李某 · 电话'], ['visit.medium.phone', 'child', undefined, '李某 · 电话'],
      ['visit.service', 'wu', 25, '吴老师 · 李某 · 电话'], ['visit.service', 'shen', 25, '沈老师 · 李某 · 电话'],
    ])
    for (const fact of facts) expect(fact).toMatchObject({ happenedOn: '2026-03-10', unit, record: { kind: 'visit', id: 'visit' } })
  })

  it('count one in vain as attempted and as nothing else', () => {
    expect(countVisit(child, { ...visit, outcome: 'attempted' }).map(({ measure }) => measure)).toEqual(['visit.attempted'])
  })
})

describe('figures of a plan', () => {
  it('count it as approved on the day of the yes, and each review on its day', () => {
    const ofChild = { happenedOn: '2026-03-16', unit, subjectId: 'child', label: '李某' }
    expect(countApprovedPlan(child, { id: 'plan', on: '2026-03-16' })).toEqual({ ...ofChild, measure: 'plan.approved', record: { kind: 'plan', id: 'plan' } })
    expect(countReview(child, { id: 'review', on: '2026-03-16' })).toEqual({
      ...ofChild, measure: 'plan.reviewed', record: { kind: 'plan-review', id: 'review' } })
  })

  it('count it as in force from its first day on, or from today where the yes came later', () => {
    const inForce = (fromOn: string) => countPlanInForce(child, { id: 'plan', fromOn, today: '2026-03-16' })
    expect(inForce('2026-04-01')).toMatchObject({ measure: 'plan.in-force', happenedOn: '2026-04-01', record: { kind: 'plan', id: 'plan' } })
    expect(inForce('2026-03-01').happenedOn).toBe('2026-03-16')
  })
})
