import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childTypes, type ChildType, type FactKind, type FactSubject } from '../../contract.ts'
import { factRules } from '../fact-kinds.ts'
import type { RuleFact } from './conditions.ts'
import { deriveTypes, nextMilestone, spansOfType } from './derive.ts'

let last = 0
const fact = (subject: FactSubject, kind: FactKind, value: string, fromOn = '2020-01-01', untilOn: string | null = null): RuleFact => ({
  id: `fact ${++last}`,
  subject,
  kind,
  value,
  fromOn,
  untilOn,
})
const typesOn = (day: string, facts: RuleFact[], birthOn = '2015-05-20') =>
  deriveTypes({ birthOn, facts }, day).map((derived) => derived.type)
const dead = (parent: 'father' | 'mother', fromOn = '2020-01-01') => fact(parent, 'life', 'deceased', fromOn)
const today = '2026-03-16'

describe('an orphan', () => {
  it('has lost both parents, since the second death', () => {
    const facts = [dead('father', '2020-01-10'), dead('mother', '2021-06-01')]
    const orphan = deriveTypes({ birthOn: '2015-05-20', facts }, today).find((derived) => derived.type === 'orphan')
    expect(orphan).toMatchObject({ since: '2021-06-01', because: facts.map((each) => each.id) })
    expect(typesOn('2021-05-31', facts)).not.toContain('orphan')
  })

  it('is not who has lost one parent', () => {
    expect(typesOn(today, [dead('father')])).not.toContain('orphan')
  })

  it('or a foundling', () => {
    expect(typesOn(today, [fact('child', 'parentage', 'foundling')])).toContain('orphan')
  })

  it('no longer on the eighteenth birthday, still on the day before', () => {
    const facts = [dead('father'), dead('mother')]
    expect(typesOn('2026-03-15', facts, '2008-03-16')).toContain('orphan')
    expect(typesOn('2026-03-16', facts, '2008-03-16')).not.toContain('orphan')
    expect(typesOn('2026-02-28', facts, '2008-02-29')).toContain('orphan')
    expect(typesOn('2026-03-01', facts, '2008-02-29')).not.toContain('orphan')
  })
})

describe('事实无人抚养', () => {
  it('needs six months in prison: a known term counts at once, an open one when the months have passed', () => {
    const known = [dead('mother'), fact('father', 'custody', 'imprisoned', '2026-02-01', '2026-07-31')]
    const short = [dead('mother'), fact('father', 'custody', 'imprisoned', '2026-02-01', '2026-07-30')]
    const open = [dead('mother'), fact('father', 'custody', 'imprisoned', '2026-02-01')]
    expect(typesOn(today, known)).toContain('de-facto-unsupported')
    expect(typesOn(today, short)).not.toContain('de-facto-unsupported')
    expect(typesOn('2026-07-31', open)).not.toContain('de-facto-unsupported')
    expect(typesOn('2026-08-01', open)).toContain('de-facto-unsupported')
  })

  it('takes revoked guardianship and deportation since 2021, as 民发〔2020〕125号 says', () => {
    const facts = [dead('mother', '2019-01-01'), fact('father', 'rights', 'revoked', '2019-01-01')]
    expect(typesOn('2020-12-31', facts)).not.toContain('de-facto-unsupported')
    expect(
      deriveTypes({ birthOn: '2015-05-20', facts }, '2021-01-01').find((derived) => derived.type === 'de-facto-unsupported'),
    ).toMatchObject({ since: '2021-01-01', rule: { version: 2 } })
  })

  it('counts third and fourth grades only of mind', () => {
    const both = (grade: string) => [fact('father', 'disability', grade), fact('mother', 'illness', 'severe')]
    expect(typesOn(today, both('grade-3-mental'))).toContain('de-facto-unsupported')
    expect(typesOn(today, both('grade-3'))).not.toContain('de-facto-unsupported')
  })

  it('runs on without a gap over the change of its rule', () => {
    const facts = [dead('mother', '2019-01-01'), fact('father', 'illness', 'severe', '2019-01-01')]
    expect(spansOfType({ birthOn: '2015-05-20', facts }, 'de-facto-unsupported')).toEqual([{ from: '2020-01-01', until: '2033-05-19' }])
  })

  it('is a parent declared missing beside one that died', () => {
    expect(typesOn(today, [dead('mother'), fact('father', 'life', 'declared-missing')])).toContain('de-facto-unsupported')
  })
})

describe('left-behind and migrant children', () => {
  const rural = [fact('child', 'registration', 'rural'), fact('child', 'living', 'apart')]

  it('both parents away, or one away and the other unable to guard', () => {
    const away = (parent: 'father' | 'mother') => fact(parent, 'work', 'away')
    expect(typesOn(today, [...rural, away('father'), away('mother')])).toContain('left-behind')
    expect(typesOn(today, [...rural, away('father'), fact('mother', 'ability', 'none')])).toContain('left-behind')
    expect(typesOn(today, [...rural, away('father')])).not.toContain('left-behind')
    expect(
      typesOn(today, [fact('child', 'registration', 'urban'), fact('child', 'living', 'apart'), away('father'), away('mother')]),
    ).not.toContain('left-behind')
  })

  it('is below sixteen; 留守未成年人 of the law goes on to eighteen', () => {
    const facts = [...rural, fact('father', 'work', 'away'), fact('mother', 'work', 'away')]
    expect(typesOn(today, facts, '2010-03-16')).not.toContain('left-behind')
    expect(typesOn(today, facts, '2010-03-16')).toContain('left-behind-minor')
  })

  it('a migrant after six months in another county', () => {
    const facts = [fact('child', 'residence', 'away-with-guardian', '2025-10-01')]
    expect(typesOn('2026-03-31', facts)).not.toContain('migrant')
    expect(typesOn('2026-04-01', facts)).toContain('migrant')
  })
})

describe('several types at once', () => {
  it('a poor and disabled child is in hardship, and each type names its own facts', () => {
    const [poor, disabled] = [fact('household', 'economy', 'subsistence-allowance'), fact('child', 'disability', 'grade-2')]
    const derived = deriveTypes({ birthOn: '2015-05-20', facts: [poor, disabled] }, today)
    expect(derived.map((each) => each.type)).toEqual([
      'severe-illness-disability',
      'poor-family',
      'hardship',
      'own-hardship',
      'family-hardship',
      'minor-in-hardship',
    ])
    expect(derived.find((each) => each.type === 'poor-family')?.because).toEqual([poor.id])
    expect(derived.find((each) => each.type === 'hardship')?.because.toSorted()).toEqual([poor.id, disabled.id].toSorted())
  })

  it('a youth of sixteen without work or school', () => {
    const facts = [fact('child', 'schooling', 'dropped-out'), fact('child', 'employment', 'unemployed')]
    expect(typesOn(today, facts, '2009-12-01')).toEqual(['lost-schooling', 'lost-work'])
    expect(typesOn(today, facts, '2011-12-01')).toEqual(['lost-schooling'])
  })

  it('a child without any fact has no type', () => {
    expect(typesOn(today, [])).toEqual([])
  })
})

const anyDay = fc
  .date({ min: new Date('2008-06-01'), max: new Date('2026-03-16'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyFact = fc
  .constantFrom(...(Object.keys(factRules) as FactKind[]))
  .chain((kind) =>
    fc.record({
      id: fc.uuid(),
      kind: fc.constant(kind),
      subject: fc.constantFrom(...factRules[kind].subjects),
      value: fc.constantFrom(...Object.keys(factRules[kind].values)),
      fromOn: anyDay,
      untilOn: fc.option(anyDay),
    }),
  )
  .map((each): RuleFact => ({ ...each, untilOn: each.untilOn !== null && each.untilOn < each.fromOn ? null : each.untilOn }))
const anySubject = fc.record({ birthOn: anyDay, facts: fc.array(anyFact, { maxLength: 12 }) })

/** Which facts a type cannot do without, written down here a second time and in another way. */
const needed: Record<ChildType, (facts: RuleFact[]) => boolean> = (() => {
  const has = (facts: RuleFact[], ...codes: string[]) => facts.some((each) => codes.includes(`${each.kind}:${each.value}`))
  const of = (facts: RuleFact[], subject: FactSubject) => facts.filter((each) => each.subject === subject)
  const lost = (facts: RuleFact[], parent: FactSubject) =>
    of(facts, parent).some((each) => ['life', 'contact', 'custody', 'disability', 'illness', 'rights'].includes(each.kind))
  const fromChild =
    (...codes: string[]) =>
    (facts: RuleFact[]) =>
      has(of(facts, 'child'), ...codes)
  const fromHome =
    (...codes: string[]) =>
    (facts: RuleFact[]) =>
      has(of(facts, 'household'), ...codes)
  const anything = (facts: RuleFact[]) => facts.length > 0
  return {
    orphan: (facts) =>
      has(facts, 'parentage:foundling')
      || (['father', 'mother'] as const).every((parent) => has(of(facts, parent), 'life:deceased', 'life:declared-dead')),
    'de-facto-unsupported': (facts) => lost(facts, 'father') && lost(facts, 'mother'),
    'extreme-poverty': fromHome('economy:extreme-poverty'),
    'severe-illness-disability': fromChild('disability:grade-1', 'disability:grade-2', 'illness:severe'),
    'poor-family': fromHome('economy:subsistence-allowance', 'economy:low-income', 'economy:high-expenditure'),
    'hiv-infected': fromChild('illness:hiv'),
    'guardianship-harm': (facts) =>
      has(facts, 'guardianship:missing', 'guardianship:improper') && facts.some((each) => each.kind === 'harm'),
    'inmate-child': (facts) => has(facts, 'custody:imprisoned', 'custody:detox'),
    rescued: fromChild('harm:trafficked'),
    abused: fromChild('harm:abuse', 'harm:violation'),
    hardship: anything,
    'own-hardship': (facts) => of(facts, 'child').some((each) => ['disability', 'illness'].includes(each.kind)),
    'family-hardship': anything,
    'safety-hardship': fromChild('guardianship:missing', 'guardianship:improper', 'harm:trafficked', 'harm:abuse', 'harm:violation'),
    'temporary-hardship': fromHome('economy:sudden'),
    'left-behind': (facts) => has(facts, 'registration:rural') && has(facts, 'living:apart') && has(facts, 'work:away'),
    migrant: fromChild('residence:away-with-guardian'),
    'left-behind-minor': (facts) => has(facts, 'living:apart') && has(facts, 'work:away'),
    'minor-in-hardship': anything,
    'lost-conduct': fromChild('conduct:serious-misconduct', 'conduct:offence'),
    'lost-supervision': fromChild('supervision:unattended', 'guardianship:missing'),
    'lost-schooling': fromChild('schooling:dropped-out', 'schooling:not-enrolled'),
    'lost-work': fromChild('employment:unemployed'),
    'lost-kin': (facts) => has(facts, 'life:deceased', 'life:declared-dead', 'parentage:foundling'),
  }
})()

describe('whatever the facts', () => {
  it('a type never arises without its facts, nor before they began or after they ended', () => {
    fc.assert(
      fc.property(anySubject, anyDay, (subject, day) => {
        const standing = subject.facts.filter((each) => each.fromOn <= day && (each.untilOn === null || each.untilOn >= day))
        for (const derived of deriveTypes(subject, day)) {
          expect([derived.type, needed[derived.type](standing)]).toEqual([derived.type, true])
          expect(derived.because.length).toBeGreaterThan(0)
          expect(derived.because.every((id) => standing.some((each) => each.id === id))).toBe(true)
          expect(derived.since <= day).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('the facts named as the reason are enough by themselves', () => {
    fc.assert(
      fc.property(anySubject, anyDay, (subject, day) => {
        for (const derived of deriveTypes(subject, day)) {
          const alone = { ...subject, facts: subject.facts.filter((each) => derived.because.includes(each.id)) }
          expect(deriveTypes(alone, day).map((each) => each.type)).toContain(derived.type)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('nothing changes before the milestone', () => {
    fc.assert(
      fc.property(anySubject, anyDay, anyDay, (subject, one, other) => {
        const [day, later] = one < other ? [one, other] : [other, one]
        const milestone = nextMilestone(subject, day)
        fc.pre(milestone === undefined || later < milestone)
        expect(deriveTypes(subject, later).map((each) => each.type)).toEqual(deriveTypes(subject, day).map((each) => each.type))
      }),
      { numRuns: 300 },
    )
  })

  it('nobody of eighteen has a type', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        expect(deriveTypes({ ...subject, birthOn: '2008-03-16' }, '2026-03-16')).toEqual([])
      }),
    )
    expect(childTypes).toHaveLength(24)
  })
})
