import { describe, expect, it } from 'vitest'
import { findEndingObstacle, findPairingObstacle, lastDayOfStopped, loadOn, overlap, type PairingFacts, type PairingObstacle } from './pairing.ts'
import { pairingObstacleWords } from './words.ts'

const sound: PairingFacts = {
  child: { status: 'open', openedOn: '2026-01-01', hasConsent: true },
  wished: { fromOn: '2026-03-16', untilOn: null, role: 'primary' },
  volunteer: { id: 'v', status: 'active', capacity: 2, clearance: { validFrom: '2025-12-01', validUntil: '2026-11-30' } },
  ofCase: [], ofVolunteer: [],
}
const obstacle = (change: Partial<PairingFacts>) => findPairingObstacle({ ...sound, ...change })
const clearedUntil = (validUntil: string | null) => ({ volunteer: { ...sound.volunteer, clearance: { validFrom: '2025-12-01', validUntil } } })

describe('a pairing', () => {
  it('is made when nothing stands against it', () => expect(findPairingObstacle(sound)).toBeUndefined())
  it('needs an open case', () => expect(obstacle({ child: { status: 'closed', openedOn: '2026-01-01', hasConsent: true } })?.code).toBe('CASE_CLOSED'))
  it('needs the consent of the family', () => {
    expect(obstacle({ child: { status: 'open', openedOn: '2026-01-01', hasConsent: false } })?.code).toBe('VOLUNTEER_NEEDS_CONSENT')
  })
  it('does not begin before the case', () => {
    const child = { status: 'open', openedOn: '2026-03-17', hasConsent: true } as const
    expect(obstacle({ child })).toEqual({ code: 'PAIRING_BEFORE_CASE', data: { openedOn: '2026-03-17' } })
  })
  it('does not end before it begins', () => {
    expect(obstacle({ wished: { fromOn: '2026-03-16', untilOn: '2026-03-15', role: 'primary' } })?.code).toBe('PERIOD_REVERSED')
  })
  it.each(['resting', 'left'] as const)('is not made with a volunteer who is %s', (status) => {
    expect(obstacle({ volunteer: { ...sound.volunteer, status } })?.code).toBe('VOLUNTEER_NOT_ACTIVE')
  })
})

describe('the clearance of a pairing', () => {
  it('is needed', () => expect(obstacle({ volunteer: { ...sound.volunteer, clearance: null } })?.code).toBe('VOLUNTEER_NOT_CLEARED'))
  it('does not count while it is pending or something was found', () => expect(obstacle(clearedUntil(null))?.code).toBe('VOLUNTEER_NOT_CLEARED'))
  it('that expires tomorrow is not enough for a pairing without an end', () => {
    expect(obstacle(clearedUntil('2026-03-17'))).toEqual({ code: 'VOLUNTEER_NOT_CLEARED', data: { clearedUntilOn: '2026-03-17' } })
  })
  it('that holds for thirty more days is enough for a pairing without an end', () => {
    expect(obstacle(clearedUntil('2026-04-15'))).toBeUndefined()
    expect(obstacle(clearedUntil('2026-04-14'))?.code).toBe('VOLUNTEER_NOT_CLEARED')
  })
  it('that expires tomorrow is enough for a pairing that ends tomorrow', () => {
    expect(obstacle({ ...clearedUntil('2026-03-17'), wished: { fromOn: '2026-03-16', untilOn: '2026-03-17', role: 'primary' } })).toBeUndefined()
  })
  it('must cover the last day of a pairing with an end', () => {
    expect(
      obstacle({ ...clearedUntil('2026-06-29'), wished: { fromOn: '2026-03-16', untilOn: '2026-06-30', role: 'primary' } })?.code
    ).toBe('VOLUNTEER_NOT_CLEARED')
  })
  it('must cover the first day', () => {
    const child = { status: 'open', openedOn: '2025-01-01', hasConsent: true } as const
    expect(obstacle({ wished: { fromOn: '2025-11-30', untilOn: null, role: 'primary' }, child })?.code)
      .toBe('VOLUNTEER_NOT_CLEARED')
  })
})

describe('pairings of one child', () => {
  const former = { volunteerId: 'v', name: '吴老师', role: 'primary' as const, fromOn: '2026-01-05', untilOn: '2026-03-16' }
  it('do not overlap for the same volunteer, not even by a day', () => {
    expect(obstacle({ ofCase: [former] })).toEqual({ code: 'ALREADY_PAIRED', data: { fromOn: '2026-01-05', untilOn: '2026-03-16' } })
  })
  it('may follow one another', () => expect(obstacle({ ofCase: [{ ...former, untilOn: '2026-03-15' }] })).toBeUndefined())
  it('have one primary volunteer at a time', () => {
    const other = { ...former, volunteerId: 'w', name: '沈老师', untilOn: null }
    expect(obstacle({ ofCase: [other] })).toEqual({ code: 'PRIMARY_EXISTS', data: { name: '沈老师' } })
    expect(obstacle({ ofCase: [other], wished: { ...sound.wished, role: 'helper' } })).toBeUndefined()
    expect(obstacle({ ofCase: [{ ...other, role: 'helper' }] })).toBeUndefined()
  })
})

describe('the capacity of a volunteer', () => {
  const lasting = { fromOn: '2026-01-01', untilOn: null }
  it('is kept on the first day', () => {
    expect(obstacle({ ofVolunteer: [lasting, lasting] })).toEqual({ code: 'NO_CAPACITY', data: { capacity: 2, onDay: '2026-03-16' } })
    expect(obstacle({ ofVolunteer: [lasting, { fromOn: '2026-01-01', untilOn: '2026-03-15' }] })).toBeUndefined()
  })
  it('is kept on every later day, also where another pairing begins in the future', () => {
    expect(
      obstacle({ ofVolunteer: [lasting, { fromOn: '2026-05-01', untilOn: null }] })
    ).toEqual({ code: 'NO_CAPACITY', data: { capacity: 2, onDay: '2026-05-01' } })
  })
  it('is not asked after the last day', () => {
    expect(
      obstacle({ ofVolunteer: [lasting, { fromOn: '2026-05-01', untilOn: null }], wished: { fromOn: '2026-03-16', untilOn: '2026-04-30', role: 'primary' } })
    )
      .toBeUndefined()
  })
  it('of nobody is no capacity', () => expect(obstacle({ volunteer: { ...sound.volunteer, capacity: 0 } })?.code).toBe('NO_CAPACITY'))
  it('counts the pairings of a day', () => expect(loadOn([lasting, { fromOn: '2026-02-01', untilOn: '2026-02-02' }], '2026-02-02')).toBe(2))
})

describe('two intervals', () => {
  it('that meet on one day overlap', () => {
    expect(overlap({ fromOn: '2026-01-01', untilOn: '2026-01-31' }, { fromOn: '2026-01-31', untilOn: null })).toBe(true)
    expect(overlap({ fromOn: '2026-02-01', untilOn: null }, { fromOn: '2026-01-01', untilOn: '2026-01-31' })).toBe(false)
  })
})

describe('the end of a pairing', () => {
  const lasting = { fromOn: '2026-01-05', untilOn: null, lastDay: '2026-03-16', today: '2026-03-16', lastVisitOn: '2026-03-10' }
  it('may be today, earlier or planned', () => {
    expect(findEndingObstacle(lasting)).toBeUndefined()
    expect(findEndingObstacle({ ...lasting, lastDay: '2026-03-10' })).toBeUndefined()
    expect(findEndingObstacle({ ...lasting, lastDay: '2026-09-01' })).toBeUndefined()
  })
  it('is not set a second time once it is over', () => expect(findEndingObstacle({ ...lasting, untilOn: '2026-03-15' })?.code).toBe('PAIRING_ENDED'))
  it('may be brought forward while it lies ahead', () => expect(findEndingObstacle({ ...lasting, untilOn: '2026-06-30' })).toBeUndefined())
  it('does not lie before its beginning', () => expect(
    findEndingObstacle({ ...lasting, lastDay: '2026-01-04', lastVisitOn: null })?.code
  ).toBe('END_BEFORE_START'))
  it('does not lie before the last visit', () => {
    expect(findEndingObstacle({ ...lasting, lastDay: '2026-03-09' })).toEqual({ code: 'VISITED_LATER', data: { madeOn: '2026-03-10' } })
  })
})

describe('what stands against a pairing is told in words', () => {
  it.each<[PairingObstacle, string]>([
    [{ code: 'CASE_CLOSED' }, '个案已结案'],
    [{ code: 'PERIOD_REVERSED' }, '结束日期早于开始日期'],
    [{ code: 'PAIRING_BEFORE_CASE', data: { openedOn: '2026-03-02' } }, '开案日期是2026年3月2日'],
    [{ code: 'VOLUNTEER_NOT_ACTIVE' }, '目前不在岗'],
    [{ code: 'VOLUNTEER_NOT_CLEARED', data: { clearedUntilOn: null } }, '没有有效的准入查询'],
    [{ code: 'VOLUNTEER_NOT_CLEARED', data: { clearedUntilOn: '2026-04-01' } }, '准入查询2026年4月1日到期，不够覆盖结对期间'],
    [{ code: 'ALREADY_PAIRED', data: { fromOn: '2026-03-02', untilOn: null } }, '已与这个孩子结对'],
    [{ code: 'PRIMARY_EXISTS', data: { name: '吴老师' } }, '已有主要结对人吴老师，可改为协助'],
    [{ code: 'NO_CAPACITY', data: { capacity: 0, onDay: '2026-03-02' } }, '未承担结对任务'],
    [{ code: 'NO_CAPACITY', data: { capacity: 2, onDay: '2026-03-02' } }, '结对名额已满（2名）'],
  ])('%o', (standing, words) => {
    expect(pairingObstacleWords(standing)).toBe(words)
  })
})

describe('a pairing that is stopped because of the volunteer', () => {
  it('ends on the day meant, not before it began nor before its last visit', () => {
    const began = { fromOn: '2026-02-01', lastVisitOn: null, day: '2026-03-12' }
    expect(lastDayOfStopped(began)).toBe('2026-03-12')
    expect(lastDayOfStopped({ ...began, lastVisitOn: '2026-03-14' })).toBe('2026-03-14')
    expect(lastDayOfStopped({ ...began, lastVisitOn: '2026-03-01' })).toBe('2026-03-12')
    expect(lastDayOfStopped({ ...began, day: '2026-01-15' })).toBe('2026-02-01')
  })
})
