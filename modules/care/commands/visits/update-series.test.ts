import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planVisits } from '../plan-visits.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { movePlannedVisit } from './move-planned-visit.ts'
import { planSeries } from './plan-series.ts'
import { updateSeries } from './update-series.ts'

describe('changing a series', () => {
  let scene: CareScene
  let volunteer: string
  beforeAll(async () => {
    scene = await openCareScene()
    volunteer = await scene.volunteer({ name: '尤老师', unit: '99010010001', capacity: 20, clearedUntilOn: '2026-04-20' })
  })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  type Change = Partial<Parameters<typeof updateSeries>[1]>
  const arrange = async (name: string, visit: Partial<Parameters<typeof planSeries>[1]> = {}) => {
    const opened = await scene.open(name)
    if (visit.volunteerId !== undefined) await scene.pair(opened.id, volunteer, { untilOn: '2026-04-20' })
    const series = await scene.as('孙主任', (context) => planSeries(context, {
      caseId: opened.id, fromOn: '2026-03-18', untilOn: '2026-04-15', everyWeeks: 2, medium: 'home', ...visit,
    }))
    return { opened, ...series }
  }
  const update = (id: string, change: Change = {}, by: By = '孙主任') => scene.as(by, (context) => updateSeries(context, {
    id, fromOn: '2026-03-20', untilOn: '2026-04-03', everyWeeks: 1, ...change,
  }))
  const days = async (id: string) => (await scene.owner.query<{ day: string }>(
    `select planned_on::text as day from care.planned_visits where series_id = $1 and status = 'planned' order by 1`, [id])).rows.map(({ day }) => day)

  it('plans anew what lies ahead, on another day of the week, and leaves what was', async () => {
    const { id, opened } = await arrange('张一')
    await scene.visit(opened.id, { madeOn: '2026-03-16', volunteerIds: [] })
    const changed = await update(id)
    expect([changed.dropped, await days(id)]).toEqual([2, ['2026-03-20', '2026-03-27', '2026-04-03']])
    const { rows } = await scene.owner.query(`select status, planned_on::text as day from care.planned_visits where series_id = $1 and status = 'done'`, [id])
    expect(rows).toEqual([{ status: 'done', day: '2026-03-18' }])
    const { rows: [series] } = await scene.owner.query(
      'select from_on::text as "from", until_on::text as "until", every_weeks as weeks from care.visit_series where id = $1', [id])
    expect([series, await scene.audits('visit-series.updated', id)]).toEqual([{ from: '2026-03-18', until: '2026-04-03', weeks: 1 }, 1])
  })

  it('keeps who goes and how, unless something else is said', async () => {
    const { id } = await arrange('张二', { volunteerId: volunteer, withWorker: true, medium: 'school' })
    const { items } = await update(id)
    expect(items[0]).toMatchObject({ medium: 'school', volunteerName: '尤老师', withWorker: true })
    expect((await update(id, { medium: 'phone', withWorker: false })).items[0]).toMatchObject({ medium: 'phone', volunteerName: '尤老师', withWorker: false })
  })

  it('is all or nothing, by the same rules as planning', async () => {
    const { id, opened } = await arrange('张三', { volunteerId: volunteer, withWorker: true })
    await scene.as('孙主任', (context) => planVisits(context, { visits: [{ caseId: opened.id, plannedOn: '2026-03-27', medium: 'phone' }] }))
    await expect(update(id)).rejects.toThrow('ALREADY_PLANNED')
    await expect(update(id, { fromOn: '2026-03-15' })).rejects.toThrow('PLANNED_IN_PAST')
    await expect(update(id, { untilOn: '2026-03-19' })).rejects.toThrow('PERIOD_REVERSED')
    await expect(update(id, { untilOn: '2028-01-01' })).rejects.toThrow('SERIES_TOO_LONG')
    await expect(update(id, { fromOn: '2026-03-21', untilOn: '2026-04-25' })).rejects.toThrow('VOLUNTEER_NOT_PAIRED')
    expect(await days(id)).toEqual(['2026-03-18', '2026-04-01', '2026-04-15'])
  })

  it('of which nothing lies ahead is over', async () => {
    const { id } = await arrange('张四')
    await scene.owner.query(`update care.planned_visits set status = 'dropped' where series_id = $1`, [id])
    await expect(update(id)).rejects.toThrow('SERIES_OVER')
  })

  it('nobody is sent on a day after the clearance has ended, neither by a series nor by moving one visit', async () => {
    const { id, opened } = await arrange('张五')
    await scene.pair(opened.id, volunteer, { untilOn: '2026-04-20' })
    await scene.owner.query(`update care.pairings set until_on = '2026-05-30' where case_id = $1`, [opened.id])
    await expect(update(id, { volunteerId: volunteer, withWorker: true, untilOn: '2026-04-24' })).rejects.toThrow('VOLUNTEER_NOT_CLEARED')
    const { items } = await update(id, { volunteerId: volunteer, withWorker: true })
    const move = (plannedOn: string) => scene.as('孙主任', (context) => movePlannedVisit(context, { id: items[0]!.id, plannedOn }))
    await expect(move('2026-04-21')).rejects.toThrow('VOLUNTEER_NOT_CLEARED')
    expect((await move('2026-04-20')).plannedOn).toBe('2026-04-20')
  })

  it('is refused to a leader and not found by the neighbour', async () => {
    const { id } = await arrange('张六')
    await expect(update(id, {}, '郑部长')).rejects.toThrow('FORBIDDEN')
    await expect(update(id, {}, '王组长')).rejects.toThrow('NOT_FOUND')
  })
})
