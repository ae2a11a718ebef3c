import { beforeAll, describe, expect, test } from 'vitest'
import { parseIdCard } from '#platform/values/id-card.ts'
import { ageOn } from '#platform/values/local-date.ts'
import { parsePhone } from '#platform/values/phone.ts'
import { readPrefecture } from '../../../database/divisions/read-extract.ts'
import { planCity } from './plan-city.ts'
import { famousNames } from './name-characters.ts'
import type { PlanItem, PlannedFact, PlannedPairing, PlannedVolunteer } from './plan.ts'

const today = '2026-11-22'
const nanchong = readPrefecture('511300')
/** The smallest there is: one county, sixteen towns. */
const jiyuan = readPrefecture('419000')

type ItemOf<Kind extends PlanItem['kind']> = Extract<PlanItem, { kind: Kind }>
let plan: PlanItem[]
const all = <Kind extends PlanItem['kind']>(kind: Kind) => plan.filter((item): item is ItemOf<Kind> => item.kind === kind)
const byKey = <Item extends { key: string }>(items: Item[]) => new Map(items.map((item) => [item.key, item]))

beforeAll(() => {
  plan = [...planCity(nanchong, { seed: '薪火', scale: 1, today })]
}, 60_000)

const share = <Item>(items: Item[], fits: (item: Item) => boolean) => items.filter(fits).length / items.length
const within = (value: number, [low, high]: [number, number]) =>
  expect(value, `${value} in ${low}..${high}`).toSatisfy((it: number) => it >= low && it <= high)

describe('the plan of a city', () => {
  test('is the same for the same seed and another for another seed', () => {
    const headOf = (seed: string) => {
      const items: string[] = []
      for (const item of planCity(jiyuan, { seed, scale: 0.2, today })) items.push(JSON.stringify(item))
      return items.join('\n')
    }
    const first = headOf('a')
    expect(headOf('a') === first).toBe(true)
    expect(headOf('b') === first).toBe(false)
  })

  test('has 3,000 volunteers and 5,000 children, and about 30,000 visits', () => {
    expect([all('volunteer').length, all('child').length]).toEqual([3000, 5000])
    within(all('visit').length, [27_000, 33_000])
  })

  test.each([['441900', 1], ['419000', 0.5], ['632700', 1]])('%s at scale %d meets the same targets', (code, scale) => {
    const counts = new Map<string, number>()
    for (const { kind } of planCity(readPrefecture(code), { seed: '1', scale, today })) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    expect([counts.get('volunteer'), counts.get('child')]).toEqual([3000 * scale, 5000 * scale])
    within((counts.get('visit') ?? 0) / scale, [25_500, 33_500])
  })

  test('holds every real division once, and a city without counties has its towns directly under it', () => {
    const levels = (level: string) => all('unit').filter((unit) => unit.level === level).length
    expect([levels('city'), levels('county'), levels('town'), levels('village')]).toEqual([1, 9, 242, 3004])
    const dongguan = [...planCity(readPrefecture('441900'), { seed: '1', scale: 0, today })]
    const towns = dongguan.filter((item) => item.kind === 'unit' && item.level === 'town')
    expect(towns.length).toBe(36)
    expect(towns.every((town) => town.kind === 'unit' && town.parentKey === '441900')).toBe(true)
  })

  test('names every item once, and mentions only items that came before', () => {
    const seen = new Set<string>()
    const dangling: string[] = []
    for (const item of plan) {
      for (const [field, value] of Object.entries(item)) {
        if (field.endsWith('Key') && typeof value === 'string' && !seen.has(value)) dangling.push(`${item.key} ${field}`)
      }
      if (seen.has(item.key)) dangling.push(`${item.key} twice`)
      seen.add(item.key)
    }
    expect(dangling).toEqual([])
  })

  test('says nothing of the future: only terms, clearances and insurances reach beyond today', () => {
    const late = plan.flatMap((item) => Object.entries(item)
      .filter(([field]) => /(On|[sS]ince|until)$/.test(field) && field !== 'dueToEndOn')
      .filter(([, value]) => typeof value === 'string' && value > today)
      .map(([field]) => `${item.key} ${field}`))
    expect(late).toEqual([])
  })

  test('leaves some villages without volunteers and some without children, and no town without both', () => {
    const villages = all('unit').filter(({ level }) => level === 'village')
    const withChildren = new Set(all('child').map(({ unitKey }) => unitKey))
    within(share(villages, ({ key }) => !withChildren.has(key)), [0.12, 0.4])
    const townsWithChildren = new Set([...withChildren].map((key) => key.slice(0, 9)))
    within(townsWithChildren.size, [235, 242])
  })
})

describe('invented people', () => {
  const people = () => [...all('volunteer'), ...all('child'), ...all('guardian'), ...all('staff')]

  test('have identity numbers that are valid in form, of a prefix never assigned, unique, and true to birthday and sex', () => {
    const numbered = people().flatMap(({ idNumber, birthOn, sex }) => (idNumber === null ? [] : [{ idNumber, birthOn, sex }]))
    const wrong = numbered.filter(({ idNumber, birthOn, sex }) => {
      const card = parseIdCard(idNumber, today)
      return !card.ok || card.birthOn !== birthOn || card.sex !== sex || !idNumber.startsWith('99')
    })
    expect(wrong).toEqual([])
    expect(new Set(numbered.map(({ idNumber }) => idNumber)).size).toBe(numbered.length)
    within(numbered.length / people().length, [0.98, 0.9999])
  })

  test('have unique telephone numbers of a range given to nobody, which our forms accept', () => {
    const phones = people().flatMap(({ phone }) => (phone === null ? [] : [phone]))
    expect(phones.filter((phone) => !phone.startsWith('154') || parsePhone(phone)?.value !== phone)).toEqual([])
    expect(new Set(phones).size).toBe(phones.length)
  })

  test('bear no name that everybody knows, and common surnames most often', () => {
    const names = people().map(({ name }) => name)
    expect(names.filter((name) => famousNames.has(name) || name.length < 2)).toEqual([])
    within(share(names, (name) => '王李张刘陈'.includes(name.charAt(0))), [0.26, 0.4])
    within(new Set(names).size / names.length, [0.3, 0.99])
  })

  test('volunteers are 58 to 82, serve in the five categories, some in several', () => {
    const ages = all('volunteer').map(({ birthOn }) => ageOn(birthOn, today))
    expect([Math.min(...ages) >= 58, Math.max(...ages) <= 82]).toEqual([true, true])
    within(ages.reduce((sum, age) => sum + age, 0) / ages.length, [64, 70])
    expect(new Set(all('volunteer').flatMap(({ categories }) => categories)).size).toBe(5)
    within(share(all('volunteer'), ({ categories }) => categories.length > 1), [0.2, 0.3])
    expect(new Set(all('volunteer').flatMap(({ serviceRoles }) => serviceRoles)).size).toBe(10)
  })

  test('nobody was introduced by somebody who joined later', () => {
    const volunteers = byKey(all('volunteer'))
    expect(all('volunteer').filter(({ introducedByKey, joinedOn }) =>
      introducedByKey !== null && (volunteers.get(introducedByKey)?.joinedOn ?? '9') >= joinedOn)).toEqual([])
    within(share(all('volunteer'), ({ joinedBy }) => joinedBy === 'introduced'), [0.08, 0.25])
  })

  test('children are under 18, each in a household with exactly one actual guardian', () => {
    expect(all('child').filter(({ birthOn }) => ageOn(birthOn, today) > 17)).toEqual([])
    const carers = new Map<string, number>()
    for (const { householdKey } of all('guardian').filter(({ isActualGuardian }) => isActualGuardian)) {
      carers.set(householdKey, (carers.get(householdKey) ?? 0) + 1)
    }
    expect(all('child').filter(({ householdKey }) => carers.get(householdKey) !== 1)).toEqual([])
  })

  test('committees have leaders where they are set up, and a few vacancies', () => {
    within(share(all('post'), ({ vacantSince }) => vacantSince !== null), [0.04, 0.1])
    const founded = byKey(all('unit').filter(({ foundedOn }) => foundedOn !== null))
    expect(all('post').filter(({ unitKey }) => !founded.has(unitKey))).toEqual([])
    const holders = all('term').filter(({ endedOn }) => endedOn === null)
    expect(holders.length).toBe(all('post').filter(({ vacantSince }) => vacantSince === null).length)
    const held = holders.flatMap(({ volunteerKey }) => volunteerKey ?? [])
    expect(new Set(held).size).toBe(held.length)
    const broken = all('term').filter(({ startedOn, endedOn, dueToEndOn }) =>
      (endedOn !== null && endedOn < startedOn) || dueToEndOn <= startedOn)
    expect(broken).toEqual([])
    const foundedOn = (postKey: string) => founded.get(postKey.replace(/\/[^/]+$/, ''))?.foundedOn ?? '9'
    expect(all('term').filter(({ startedOn, postKey }) => startedOn < foundedOn(postKey))).toEqual([])
  })
})

describe('facts of children', () => {
  const live = () => {
    const facts = new Map<string, PlannedFact[]>()
    for (const fact of all('fact')) if (fact.until === null) facts.set(fact.childKey, [...(facts.get(fact.childKey) ?? []), fact])
    return facts
  }

  test('no fact begins before the birth, ends before it begins, or is recorded before it began', () => {
    const children = byKey(all('child'))
    expect(all('fact').filter(({ childKey, since, until, recordedOn }) =>
      since < (children.get(childKey)?.birthOn ?? '9') || (until !== null && until < since) || recordedOn < since)).toEqual([])
  })

  test('every kind of situation of domain.md §4.1 occurs, left-behind children most of all', () => {
    const facts = live()
    const counts: Record<string, number> = {}
    const add = (type: string, fits: boolean) => {
      counts[type] = (counts[type] ?? 0) + Number(fits)
    }
    const lost = new Set(['dead', 'declared-missing', 'in-prison', 'in-compulsory-detox', 'liberty-restricted', 'out-of-contact',
      'severely-disabled', 'severely-ill', 'custody-revoked', 'deported'])
    const leavesAlone = new Set(['working-away', 'severely-ill', 'severely-disabled'])
    for (const child of all('child')) {
      const own = facts.get(child.key) ?? []
      const valueOf = (fact: string, about = 'child') => own.find((it) => it.fact === fact && it.about === about)?.value ?? ''
      const conditions = own.filter(({ fact }) => fact === 'condition').map(({ value }) => value)
      const states = [valueOf('parent-state', 'father'), valueOf('parent-state', 'mother')]
      const isUnder16 = ageOn(child.birthOn, today) < 16
      const isUnattended = states.every((state) => lost.has(state))
      const isAway = states.every((state) => leavesAlone.has(state)) && states.includes('working-away')
      add('孤儿', states.every((state) => state === 'dead'))
      add('事实无人抚养', isUnattended && !states.every((state) => state === 'dead'))
      add('农村留守', isUnder16 && isAway && valueOf('hukou') === 'rural')
      add('流动', isUnder16 && valueOf('residence') === 'elsewhere')
      add('特困', valueOf('household-economy', 'household') === 'destitute-support')
      add('低保', valueOf('household-economy', 'household') === 'subsistence-allowance')
      add('未登记户口', valueOf('hukou') === 'unregistered')
      add('失管', ['poor', 'none'].includes(valueOf('guardianship')))
      add('失学', valueOf('schooling') === 'dropped-out')
      add('失业', valueOf('schooling') === 'neither-school-nor-work')
      add('失亲', states.includes('dead'))
      for (const condition of conditions) add(condition, true)
    }
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([])
    expect(Object.keys(counts)).toEqual(expect.arrayContaining([
      'disabled', 'severely-ill', 'hiv-infected', 'abused', 'neglected', 'abandoned',
      'injured-by-accident', 'harmed-by-crime', 'rescued-from-trafficking', 'delinquent', 'in-temporary-hardship',
    ]))
    within((counts['农村留守'] ?? 0) / 5000, [0.28, 0.42])
    within((counts['事实无人抚养'] ?? 0) / 5000, [0.06, 0.14])
    within((counts['孤儿'] ?? 0) / 5000, [0.01, 0.03])
    within((counts['流动'] ?? 0) / 5000, [0.08, 0.17])
  })

  test('every state of a parent occurs, and some that count after six months are younger than that', () => {
    const states = all('fact').filter(({ fact }) => fact === 'parent-state')
    expect(new Set(states.map(({ value }) => value)).size).toBe(12)
    expect(states.some(({ value, since, until }) => value === 'out-of-contact' && until === null && since > '2026-05-22')).toBe(true)
  })

  test('civil affairs has recognised most but not all, under every category', () => {
    within(all('recognition').length / 5000, [0.7, 0.92])
    expect(new Set(all('recognition').map(({ category }) => category)).size).toBe(8)
  })
})

describe('cases, pairings and visits', () => {
  const covers = (pairing: PlannedPairing, on: string) => pairing.startedOn <= on && (pairing.endedOn === null || on <= pairing.endedOn)
  const isCleared = ({ clearances }: PlannedVolunteer, on: string) =>
    clearances.some((it) => it.result === 'passed' && it.checkedOn <= on && on <= it.validUntil)

  test('a case opens only after a guardian agreed, and closes with a reason', () => {
    const standing = all('consent').filter((it) => it.purpose === 'service' && it.answer === 'given' && it.withdrawnOn === null)
    const agreed = new Map(standing.map((it) => [it.childKey, it.decidedOn]))
    expect(all('case').filter(({ childKey, openedOn, closedOn, closingReason }) =>
      (agreed.get(childKey) ?? '9') > openedOn ||
      (closedOn === null) !== (closingReason === null) || (closedOn ?? '9') <= openedOn)).toEqual([])
    within(share(all('case'), ({ closedOn }) => closedOn !== null), [0.03, 0.1])
  })

  test('every colour occurs, and each is the highest of its three scales', () => {
    const order = ['none', 'low', 'medium', 'high']
    const colours = ['green', 'blue', 'yellow', 'red']
    expect(all('assessment').filter(({ guardianship, physical, behaviour, colour }) =>
      colours[Math.max(...[guardianship, physical, behaviour].map((level) => order.indexOf(level)))] !== colour)).toEqual([])
    for (const colour of colours) within(share(all('assessment'), (it) => it.colour === colour), [0.04, 0.5])
  })

  test('a pairing begins in its case, with a clearance that counts on that day', () => {
    const volunteers = byKey(all('volunteer'))
    const cases = byKey(all('case'))
    expect(all('pairing').filter(({ volunteerKey, caseKey, startedOn, endedOn }) => {
      const [volunteer, childCase] = [volunteers.get(volunteerKey), cases.get(caseKey)]
      return !volunteer || !childCase || !isCleared(volunteer, startedOn) || startedOn < childCase.openedOn ||
        (endedOn !== null && endedOn < startedOn) ||
        (childCase.closedOn !== null && (endedOn === null || endedOn > childCase.closedOn))
    })).toEqual([])
  })

  test('nobody accompanies more children than the capacity, and no child has one volunteer twice at a time', () => {
    const count = new Map<string, number>()
    for (const { volunteerKey } of all('pairing')) count.set(volunteerKey, (count.get(volunteerKey) ?? 0) + 1)
    expect(all('volunteer').filter(({ key, capacity }) => (count.get(key) ?? 0) > capacity)).toEqual([])
    expect(new Set(all('pairing').map(({ caseKey, volunteerKey }) => `${caseKey} ${volunteerKey}`)).size).toBe(all('pairing').length)
  })

  test('a visit lies in its case and in the last twelve months, and whoever goes as a volunteer is paired and cleared that day', () => {
    const volunteers = byKey(all('volunteer'))
    const pairings = byKey(all('pairing'))
    const cases = byKey(all('case'))
    expect(all('visit').filter((visit) => {
      const childCase = cases.get(visit.caseKey)
      return !childCase || visit.madeOn < childCase.openedOn || visit.madeOn > (childCase.closedOn ?? '9') || visit.madeOn < '2025-11-22' ||
        visit.enteredOn < visit.madeOn || (visit.voidedOn ?? '9') < visit.enteredOn
    })).toEqual([])
    expect(all('visit').filter(({ volunteerKey, pairingKey, caseKey, madeOn }) => {
      if (volunteerKey === null || pairingKey === null) return volunteerKey !== pairingKey
      const [volunteer, pairing] = [volunteers.get(volunteerKey), pairings.get(pairingKey)]
      return !volunteer || !pairing || !covers(pairing, madeOn) || pairing.volunteerKey !== volunteerKey || pairing.caseKey !== caseKey ||
        !isCleared(volunteer, madeOn)
    })).toEqual([])
    within(share(all('visit'), ({ volunteerKey }) => volunteerKey === null), [0.02, 0.2])
  })

  test('visits fill all twelve months, some late, some attempted, some entered after their month', () => {
    const months = new Map<string, number>()
    for (const { madeOn } of all('visit')) months.set(madeOn.slice(0, 7), (months.get(madeOn.slice(0, 7)) ?? 0) + 1)
    const whole = [...months].filter(([month]) => month > '2025-11' && month < '2026-11').map(([, count]) => count)
    expect(whole.length).toBe(11)
    within(Math.min(...whole) / Math.max(...whole), [0.55, 1])
    within(share(all('visit'), ({ outcome }) => outcome === 'attempted'), [0.04, 0.1])
    within(share(all('visit'), ({ dueOn, madeOn }) => madeOn > dueOn), [0.1, 0.3])
    within(share(all('visit'), ({ enteredOn, madeOn }) => enteredOn.slice(0, 7) > madeOn.slice(0, 7)), [0.01, 0.08])
    within(share(all('visit'), ({ enteredBy }) => enteredBy === 'worker'), [0.2, 0.5])
  })

  test('an attempt took no minutes, a visit took at least five', () => {
    expect(all('visit').filter(({ outcome, minutes }) => (outcome === 'attempted' ? minutes !== 0 : minutes < 5))).toEqual([])
  })
})
