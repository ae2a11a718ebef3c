import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { remindOfHolidayYear } from '../jobs/remind-of-holiday-year.ts'
import { listHolidayYears } from '../queries/list-holiday-years.ts'
import { recordHolidayYear } from './record-holiday-year.ts'
import { openRightsScene, type RightsScene } from './steps/sample-scene.ts'

const next = { year: 2027, daysOff: ['2027-01-01', '2027-02-08', '2027-05-01', '2027-10-01'], daysWorked: ['2027-02-14'], source: '放假通知（测试）' }

describe('the holidays of a year', () => {
  let scene: RightsScene
  beforeAll(async () => { scene = await openRightsScene() })
  afterAll(() => scene.close())
  const list = async () => (await scene.as('系统员', (context) => listHolidayYears(context))).items
  const record = (change: Partial<typeof next> = {}, by: Parameters<RightsScene['as']>[0] = '系统员') =>
    scene.as(by, (context) => recordHolidayYear(context, { ...next, ...change }))
  const reminders = async () => (await scene.owner.query(`select distinct title from notices.notices where source_verb = 'remind-of-holiday-year'`)).rows
    .map(({ title }) => title)

  it('of 2024 to 2026 come with the program, as the notices have them', async () => {
    const years = await list()
    expect((await scene.as('系统员', (context) => listHolidayYears(context))).missing).toEqual([2027])
    expect(years.map(({ year }) => year)).toEqual(expect.arrayContaining([2026, 2025, 2024]))
    const [latest] = years
    expect(latest).toMatchObject({
      year: 2026, recordedName: null,
      daysWorked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    })
    expect(latest?.daysOff.filter((day) => day < '2026-03')).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-02-15', '2026-02-16', '2026-02-17',
      '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'])
    expect(years.find(({ year }) => year === 2024)?.daysWorked).toEqual(['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14',
      '2024-09-29', '2024-10-12'])
  })

  it('of a year that is not known are asked for from November on, once', async () => {
    for (const day of ['2026-10-26', '2026-11-02', '2026-11-09']) {
      scene.clock.moveTo(`${day}T07:15:00+08:00`)
      await runScheduledJob(scene, remindOfHolidayYear)
      expect(await reminders()).toEqual(day < '2026-11' ? [] : ['请录入2027年放假安排'])
    }
  })

  it('that is not known make a last day count calendar days, and the request says so; entered, working days count', async () => {
    scene.clock.moveTo('2026-12-28T09:00:00+08:00')
    expect(await scene.request({ receivedOn: '2026-12-28' })).toMatchObject({ dueOn: '2027-01-12', countsCalendarDays: true })
    await record({ daysOff: ['2027-01-01', '2027-05-01', '2027-10-01'], daysWorked: [] })
    expect(await scene.request({ receivedOn: '2026-12-28' })).toMatchObject({ dueOn: '2027-01-19', countsCalendarDays: false })
    await record()
    const [latest] = await list()
    expect(latest).toMatchObject({ year: 2027, recordedName: '系统员', daysWorked: ['2027-02-14'] })
    await runScheduledJob(scene, remindOfHolidayYear)
    expect(await reminders()).toHaveLength(1)
    const { rows } = await scene.owner.query(`select count(*)::int as count from audit.entries where verb = 'holiday-year.recorded'`)
    expect(rows).toEqual([{ count: 2 }])
  })

  it('are refused beside the field when they cannot be right, and to everybody but the system administrator', async () => {
    await expect(record({ year: 2030 })).rejects.toMatchObject({ data: { issues: [{ path: ['year'] }] } })
    await expect(record({ daysOff: ['2027-01-01'] })).rejects.toMatchObject({ data: { issues: [{ path: ['daysOff'] }] } })
    await expect(record({ daysWorked: ['2027-02-12'] })).rejects.toMatchObject({ data: { issues: [{ path: ['daysWorked'] }] } })
    for (const by of ['冯科长', '李组长', '孙主任', '安全员', '审计员'] as const) await expect(record({}, by)).rejects.toThrow('FORBIDDEN')
    await expect(scene.as('冯科长', (context) => listHolidayYears(context))).rejects.toThrow('FORBIDDEN')
  })
})
