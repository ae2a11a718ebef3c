import { describe, expect, it } from 'vitest'
import type { KnownSeat, KnownTerm, PostUnit } from './known-posts.ts'
import { planPosts } from './plan-posts.ts'
import type { ReadPost } from './post-row.ts'

const today = '2026-03-16'
const unit: PostUnit = { id: 'town', scopeLo: '990100100010000000', name: '东街镇', shortName: '东街镇关工委', establishedOn: '2020-05-04' }
const blank: ReadPost = {
  unitText: '东街镇', titleCode: 'deputy-director', seat: null, personName: '何新', isFullTime: null, fromOn: null, dueToEndOn: null, ending: null, seatFromOn: null,
}
const held = (personName: string, change: Partial<KnownTerm> = {}): KnownTerm =>
  ({ id: `term of ${personName}`, personId: personName, personName, fromOn: '2022-01-01', dueToEndOn: null, isFullTime: false, version: 1, isLinked: false,
    ...change })
const seat = (number: number, term: KnownTerm | null, change: Partial<KnownSeat> = {}): KnownSeat => ({
  id: `seat ${number}`, unitId: 'town', titleCode: 'deputy-director', seat: number, fromOn: '2020-05-04', closedOn: null, vacantSince: null, version: 1, term,
  past: [], ...change,
})

const planAll = (seats: KnownSeat[], reads: Partial<ReadPost>[], of: PostUnit = unit) =>
  planPosts(reads.map((read, index) => ({ rowNumber: index + 2, unit: of, read: { ...blank, ...read } })), seats, today)
/** What each row does, without the row itself. */
const does = (seats: KnownSeat[], ...reads: Partial<ReadPost>[]) => planAll(seats, reads).plans.map(({ rowNumber, does: deed, ...plan }) =>
  `${rowNumber} ${deed}${'seat' in plan ? ` ${plan.seat.id}` : ''}${'holder' in plan && plan.holder !== null ? ` ${plan.holder.personName}` : ''}`)
/** Row and column of each fault; each is told by a sentence. */
const wrong = (seats: KnownSeat[], ...reads: Partial<ReadPost>[]) => planAll(seats, reads).problems.map(({ rowNumber, key, message }) => {
  expect(message).toMatch(/。$/)
  return `${rowNumber} ${key}`
})

describe('a row about a post that the committee does not have yet', () => {
  it('sets it up with its holder, from the day of the row, else the day of the holder', () => {
    expect(planAll([], [{ fromOn: '2024-03-01', dueToEndOn: '2029-02-28', isFullTime: true }]).plans).toMatchObject([
      { rowNumber: 2, does: 'create', seatFromOn: '2024-03-01',
        holder: { personName: '何新', fromOn: '2024-03-01', dueToEndOn: '2029-02-28', isFullTime: true } }])
    expect(planAll([], [{ fromOn: '2024-03-01', seatFromOn: '2023-01-01' }]).plans).toMatchObject([{ seatFromOn: '2023-01-01', holder: { isFullTime: false } }])
  })

  it('sets it up vacant, from today unless it names a day', () => {
    expect(planAll([], [{ personName: null }, { personName: null, seatFromOn: '2023-01-01' }]).plans)
      .toMatchObject([{ does: 'create', seatFromOn: today, holder: null }, { does: 'create', seatFromOn: '2023-01-01', holder: null }])
  })

  it('wants the day on which its holder began', () => {
    expect(wrong([], {})).toEqual(['2 fromOn'])
  })

  it('wants no day before the committee was founded', () => {
    expect(wrong([], { fromOn: '2020-05-03' })).toEqual(['2 fromOn'])
    expect(wrong([], { fromOn: '2020-06-01', seatFromOn: '2020-05-03' })).toEqual(['2 seatFromOn'])
    expect(wrong([], { fromOn: '2020-05-04' })).toEqual([])
  })

  it('wants a committee', () => {
    expect(planAll([], [{ fromOn: '2024-03-01' }], { ...unit, establishedOn: null }).problems).toMatchObject([{ rowNumber: 2, key: 'unit' }])
  })

  it('does not number a seat that is not there', () => {
    expect(wrong([seat(1, null)], { seat: 2, fromOn: '2024-03-01' })).toEqual(['2 seat'])
    expect(wrong([seat(1, null)], { seat: 1, titleCode: 'director', fromOn: '2024-03-01' })).toEqual(['2 seat'])
  })
})

describe('a row means a seat', () => {
  const seats = [seat(1, held('王一')), seat(2, null), seat(3, held('王三'))]

  it('by its number', () => {
    expect(does(seats, { seat: 3, personName: '王三' })).toEqual(['2 nothing seat 3'])
  })

  it('else by who holds it', () => {
    expect(does(seats, { personName: '王三' }, { personName: '王一' })).toEqual(['2 nothing seat 3', '3 nothing seat 1'])
  })

  it('else a vacant one, which is filled; the next row makes a new one', () => {
    expect(does(seats, { fromOn: '2024-03-01' }, { personName: '李二', fromOn: '2024-03-01' })).toEqual(['2 appoint seat 2 何新', '3 create 李二'])
  })

  it('not a vacant one that another row numbers', () => {
    expect(does(seats, { fromOn: '2024-03-01' }, { seat: 2, personName: '李二', fromOn: '2024-03-01' })).toEqual(['2 create 何新', '3 appoint seat 2 李二'])
  })

  it('not one of another title, a closed one, or one in which somebody else sat on the day', () => {
    expect(does([seat(1, null, { titleCode: 'director' })], { fromOn: '2024-03-01' })).toEqual(['2 create 何新'])
    expect(does([seat(1, null, { closedOn: '2025-01-01' })], { fromOn: '2024-03-01' })).toEqual(['2 create 何新'])
    expect(does([seat(1, held('何新'), { closedOn: '2025-01-01' })], { fromOn: '2024-03-01' })).toEqual(['2 create 何新'])
    expect(does([seat(1, null, { past: [{ fromOn: '2022-01-01', untilOn: '2024-03-01' }] })], { fromOn: '2024-03-01' })).toEqual(['2 create 何新'])
    expect(does([seat(1, null, { past: [{ fromOn: '2022-01-01', untilOn: '2024-02-29' }] })], { fromOn: '2024-03-01' })).toEqual(['2 appoint seat 1 何新'])
  })

  it('in its own committee only', () => {
    const other = { ...unit, id: 'other' }
    const { plans } = planPosts([{ rowNumber: 3, unit: other, read: { ...blank, fromOn: '2024-03-01' } },
      { rowNumber: 2, unit, read: { ...blank, fromOn: '2024-03-01' } }], [seat(1, null)], today)
    expect(plans.map(({ rowNumber, does: deed }) => `${rowNumber} ${deed}`)).toEqual(['2 appoint', '3 create'])
  })

  it('which no other row means: the second one is a fault', () => {
    const { plans, problems } = planAll(seats, [{ seat: 1, personName: '王一' }, { seat: 1, personName: '王一' }])
    expect(plans.map(({ rowNumber }) => rowNumber)).toEqual([2])
    expect(problems).toMatchObject([{ rowNumber: 3, key: 'title', message: expect.stringContaining('第2行') }])
  })

  it('that is closed: it has to be set up anew', () => {
    expect(wrong([seat(1, null, { closedOn: '2025-01-01' })], { seat: 1, fromOn: '2024-03-01' })).toEqual(['2 seat'])
  })
})

describe('a row about a vacant seat', () => {
  it('says nothing new when it names nobody', () => {
    expect(does([seat(1, null)], { seat: 1, personName: null })).toEqual(['2 nothing seat 1'])
    expect(does([seat(1, null)], { personName: null })).toEqual(['2 nothing seat 1'])
  })

  it('appoints somebody from a day on, on which the seat stands and nobody else sat there', () => {
    expect(planAll([seat(1, null)], [{ seat: 1, fromOn: '2024-03-01', dueToEndOn: '2029-02-28' }]).plans)
      .toMatchObject([{ does: 'appoint', seat: { id: 'seat 1' },
        holder: { personName: '何新', fromOn: '2024-03-01', dueToEndOn: '2029-02-28', isFullTime: false } }])
    expect(wrong([seat(1, null)], { seat: 1 })).toEqual(['2 fromOn'])
    expect(wrong([seat(1, null)], {})).toEqual(['2 fromOn'])
    expect(wrong([seat(1, null, { fromOn: '2024-03-02' })], { seat: 1, fromOn: '2024-03-01' })).toEqual(['2 fromOn'])
    expect(wrong([seat(1, null, { past: [{ fromOn: '2022-01-01', untilOn: '2024-03-01' }] })], { seat: 1, fromOn: '2024-03-01' })).toEqual(['2 fromOn'])
  })
})

describe('a row about a seat that somebody holds', () => {
  const seats = [seat(1, held('王一'))]

  it('does not end the term: that has its day and its manner', () => {
    expect(wrong(seats, { seat: 1, personName: null })).toEqual(['2 personName'])
  })

  it('corrects the end and the working time of the same person', () => {
    expect(planAll(seats, [{ personName: '王一', dueToEndOn: '2027-01-01', isFullTime: true }]).plans)
      .toMatchObject([{ does: 'amend', seat: { id: 'seat 1' }, term: { id: 'term of 王一' }, amendment: { dueToEndOn: '2027-01-01', isFullTime: true } }])
    expect(planAll([seat(1, held('王一', { dueToEndOn: '2027-01-01', isFullTime: true }))],
      [{ personName: '王一', dueToEndOn: '2027-01-01', isFullTime: false }]).plans)
      .toEqual([expect.objectContaining({ does: 'amend', amendment: { isFullTime: false } })])
    expect(does(seats, { personName: '王一', fromOn: '2022-01-01', isFullTime: false })).toEqual(['2 nothing seat 1'])
  })

  it('does not let a term end on its first day or before', () => {
    expect(wrong(seats, { personName: '王一', dueToEndOn: '2022-01-01' })).toEqual(['2 dueToEndOn'])
    expect(wrong(seats, { personName: '王一', dueToEndOn: '2022-01-02' })).toEqual([])
  })

  it('does not change the first day of the same person', () => {
    expect(wrong(seats, { personName: '王一', fromOn: '2022-01-02' })).toEqual(['2 fromOn'])
  })

  it('corrects a name where the first day is the same, unless the name is kept elsewhere', () => {
    expect(planAll(seats, [{ seat: 1, personName: '王义', fromOn: '2022-01-01' }]).plans).toMatchObject([{ does: 'amend', amendment: { personName: '王义' } }])
    expect(wrong([seat(1, held('王一', { isLinked: true }))], { seat: 1, personName: '王义', fromOn: '2022-01-01' })).toEqual(['2 personName'])
    expect(wrong(seats, { seat: 1, personName: '王义' })).toEqual(['2 fromOn'])
  })

  it('replaces who holds it by somebody who begins later, when it says how the one before left', () => {
    expect(planAll(seats, [{ seat: 1, fromOn: '2024-03-01', ending: 'resigned' }]).plans).toMatchObject([
      { does: 'replace', seat: { id: 'seat 1' }, term: { id: 'term of 王一' }, ending: 'resigned', holder: { personName: '何新', fromOn: '2024-03-01' } }])
    expect(wrong(seats, { seat: 1, fromOn: '2024-03-01' })).toEqual(['2 ending'])
    expect(wrong(seats, { seat: 1, fromOn: '2021-12-31', ending: 'resigned' })).toEqual(['2 fromOn'])
  })
})

describe('one person in one committee', () => {
  const fromOn = '2024-03-01'
  const director = (term: KnownTerm | null, change: Partial<KnownSeat> = {}) => seat(9, term, { titleCode: 'director', ...change })

  it('leads it once: not as director and deputy, and not as deputy twice', () => {
    expect(wrong([director(held('何新'))], { fromOn })).toEqual(['2 title'])
    expect(wrong([], { fromOn }, { fromOn })).toEqual(['3 title'])
    expect(planAll([], [{ fromOn }, { fromOn, titleCode: 'director' }]).problems)
      .toMatchObject([{ rowNumber: 3, key: 'title', message: expect.stringContaining('第2行') }])
    expect(planAll([], [{ fromOn }, { fromOn, titleCode: 'director' }]).plans.map(({ rowNumber }) => rowNumber)).toEqual([2])
  })

  it('holds none of the four leading posts beside another', () => {
    for (const titleCode of ['executive-director', 'standing-deputy-director', 'deputy-director']) {
      expect(wrong([director(held('何新'))], { titleCode, fromOn })).toEqual(['2 title'])
    }
  })

  it('may be a member or secretary-general besides, once', () => {
    expect(wrong([director(held('何新'))], { titleCode: 'secretary-general', fromOn })).toEqual([])
    expect(wrong([], { titleCode: 'member', fromOn }, { titleCode: 'director', fromOn })).toEqual([])
    expect(wrong([], { titleCode: 'member', fromOn }, { titleCode: 'member', fromOn })).toEqual(['3 title'])
    expect(wrong([], { titleCode: 'member', fromOn }, { titleCode: 'secretary-general', fromOn })).toEqual([])
  })

  it('leads it once also beside a row that says nothing new, above or below', () => {
    const known = { titleCode: 'director', fromOn: '2022-01-01' }
    expect(wrong([director(held('何新'))], known, { fromOn })).toEqual(['3 title'])
    expect(wrong([director(held('何新'))], { fromOn }, known)).toEqual(['2 title'])
  })

  it('may take another post in the same workbook in which it is replaced in the old one', () => {
    expect(wrong([director(held('何新'))], { seat: 9, titleCode: 'director', personName: '李二', fromOn, ending: 'transferred' }, { fromOn })).toEqual([])
  })

  it('may take a post anew where its old one is closed, and several may be vacant', () => {
    expect(wrong([director(held('何新'), { closedOn: '2025-01-01' })], { fromOn })).toEqual([])
    expect(wrong([], { personName: null }, { personName: null })).toEqual([])
  })
})
