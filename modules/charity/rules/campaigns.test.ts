import { describe, expect, it } from 'vitest'
import { dutyOf, fileUntil, findFilingIssues, findPlanIssues, findSpendingIssues, mayFollowCampaign, takesGifts } from './campaigns.ts'

const law = { filingDays: 10, lateFilingDays: 10, emergencyDays: 5, longMonths: 6, progressMonths: 3, reportMonths: 3 }
const usual = { startsOn: '2026-04-01', endsOn: '2026-06-30', isEmergency: false }
const emergency = { ...usual, isEmergency: true }
const standing = (change: object) => ({ ...usual, status: 'filed' as const, lastToldOn: null, ...change })
const due = (change: object, today: string) => dutyOf(standing(change), { today, law })

describe('the plan of a campaign', () => {
  it('ends after it begins, and its partners were assessed before they signed, and signed before it begins', () => {
    const partner = { assessedOn: '2026-03-01', agreedOn: '2026-03-05' }
    const pathsOf = (change: object, ...partners: typeof partner[]) => findPlanIssues({ ...usual, ...change, partners }).map(({ path }) => path.join('.'))
    expect(pathsOf({}, partner)).toEqual([])
    expect(pathsOf({ endsOn: '2026-04-01' })).toEqual([])
    expect(pathsOf({ endsOn: '2026-03-31' })).toEqual(['endsOn'])
    expect(pathsOf({}, partner, { assessedOn: '2026-03-06', agreedOn: '2026-03-05' })).toEqual(['partners.1.agreedOn'])
    expect(pathsOf({}, { assessedOn: '2026-04-01', agreedOn: '2026-04-01' })).toEqual([])
    expect(pathsOf({}, { assessedOn: '2026-04-01', agreedOn: '2026-04-02' })).toEqual(['partners.0.agreedOn'])
  })

  it('is filed ten days before the start; in an emergency within ten days after it', () => {
    expect(fileUntil(usual, law)).toBe('2026-03-22')
    expect(fileUntil(emergency, law)).toBe('2026-04-11')
    const issuesOf = (campaign: typeof usual, filedOn: string, today = '2026-05-01') => findFilingIssues(campaign, { filedOn, today, law })
    expect(issuesOf(usual, '2026-03-22')).toEqual([])
    expect(issuesOf(usual, '2026-03-23')).toEqual([{ path: ['filedOn'], message: '方案应在开始募捐的10日前备案，最迟2026-03-22；请推迟开始日期后再备案' }])
    expect(issuesOf(emergency, '2026-04-11')).toEqual([])
    expect(issuesOf(emergency, '2026-04-12')[0]?.message).toContain('开始后10日内补办备案，最迟2026-04-11')
    expect(issuesOf(usual, '2026-03-20', '2026-03-19')).toEqual([{ path: ['filedOn'], message: '备案日期不能晚于今天' }])
  })

  it('never counts more as spent than was raised', () => {
    expect(findSpendingIssues({ spentFen: 100, raisedFen: 100 })).toEqual([])
    expect(findSpendingIssues({ spentFen: 101, raisedFen: 100 })).toMatchObject([{ path: ['spent'] }])
  })
})

describe('a campaign', () => {
  it('takes gifts of its period once it is filed, and from the first day in an emergency', () => {
    const takes = (campaign: object, day: string) => takesGifts(standing(campaign), day)
    expect(['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'].map((day) => takes({}, day))).toEqual([false, true, true, false])
    expect(takes({ status: 'draft' }, '2026-04-01')).toBe(false)
    expect(takes({ status: 'draft', isEmergency: true }, '2026-04-01')).toBe(true)
    expect(takes({ status: 'reported' }, '2026-04-01')).toBe(false)
  })

  it('goes from plan over filing to report', () => {
    const may = (step: Parameters<typeof mayFollowCampaign>[0], isEmergency = false) =>
      (['draft', 'filed', 'reported', 'discarded'] as const).filter((status) => mayFollowCampaign(step, { status, isEmergency }))
    expect([may('update'), may('discard'), may('file')]).toEqual([['draft'], ['draft'], ['draft']])
    expect([may('tell'), may('tell', true), may('report'), may('report', true)]).toEqual([['filed'], ['draft', 'filed'], ['filed'], ['filed']])
  })

  it('owes its filing, then nothing while it is short, then its report within three months', () => {
    expect(due({ status: 'draft' }, '2026-03-22')).toEqual({ kind: 'filing', dueOn: '2026-03-22', isLate: false })
    expect(due({ status: 'draft' }, '2026-03-23')).toMatchObject({ isLate: true })
    expect(due({}, '2026-05-01')).toBeNull()
    expect(due({}, '2026-06-30')).toBeNull()
    expect(due({}, '2026-07-01')).toEqual({ kind: 'report', dueOn: '2026-09-30', isLate: false })
    expect(due({}, '2026-10-01')).toMatchObject({ kind: 'report', isLate: true })
    expect([due({ status: 'reported' }, '2026-07-01'), due({ status: 'discarded' }, '2026-07-01')]).toEqual([null, null])
  })

  it('longer than six months tells of itself every three months', () => {
    expect(due({ endsOn: '2026-10-01' }, '2026-05-01')).toBeNull()
    expect(due({ endsOn: '2026-10-02' }, '2026-05-01')).toEqual({ kind: 'progress', dueOn: '2026-07-01', isLate: false })
    expect(due({ endsOn: '2026-12-31', lastToldOn: '2026-06-15' }, '2026-07-02')).toMatchObject({ kind: 'progress', dueOn: '2026-09-15' })
  })

  it('in an emergency tells every five days, and is filed within ten days of its start, whichever comes first', () => {
    expect(due({ isEmergency: true }, '2026-04-01')).toEqual({ kind: 'emergency', dueOn: '2026-04-06', isLate: false })
    expect(due({ isEmergency: true, lastToldOn: '2026-04-06' }, '2026-04-12')).toEqual({ kind: 'emergency', dueOn: '2026-04-11', isLate: true })
    expect(due({ isEmergency: true, status: 'draft' }, '2026-04-02')).toMatchObject({ kind: 'emergency', dueOn: '2026-04-06' })
    expect(due({ isEmergency: true, status: 'draft', lastToldOn: '2026-04-08' }, '2026-04-09')).toMatchObject({ kind: 'filing', dueOn: '2026-04-11' })
    expect(due({ isEmergency: true, status: 'draft' }, '2026-03-30')).toMatchObject({ kind: 'filing' })
    expect(due({ isEmergency: true }, '2026-07-01')).toMatchObject({ kind: 'report' })
  })
})
