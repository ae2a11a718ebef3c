import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { planVisits } from '../plan-visits.ts'
import { dropSeries } from './drop-series.ts'
import { movePlannedVisit } from './move-planned-visit.ts'
import { planSeries } from './plan-series.ts'

describe('a series of visits', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const plan = (caseId: string, change: Partial<Parameters<typeof planSeries>[1]> = {}, by: By = '孙主任') => scene.as(by, (context) => planSeries(context, {
    caseId, fromOn: '2026-03-18', untilOn: '2026-04-15', everyWeeks: 2, medium: 'home', ...change,
  }))
  const days = async (id: string, status = 'planned') => (await scene.owner.query<{ day: string }>(
    'select planned_on::text as day from care.planned_visits where series_id = $1 and status = $2 order by 1', [id, status])).rows.map(({ day }) => day)

  it('stands on the plan day by day; one may be moved alone, and the rest dropped from a day on', async () => {
    const opened = await scene.open('张一')
    const { id, items } = await plan(opened.id)
    expect(items.map(({ plannedOn }) => plannedOn)).toEqual(['2026-03-18', '2026-04-01', '2026-04-15'])
    const moved = await scene.as('孙主任', (context) => movePlannedVisit(context, { id: items[1]!.id, plannedOn: '2026-04-03' }))
    expect([moved.plannedOn, moved.seriesId]).toEqual(['2026-04-03', id])
    expect(await days(id)).toEqual(['2026-03-18', '2026-04-03', '2026-04-15'])
    expect(await scene.as('孙主任', (context) => dropSeries(context, { id, fromOn: '2026-04-03' }))).toEqual({ dropped: 2 })
    expect([await days(id), await scene.audits('visit-series.dropped', id)]).toEqual([['2026-03-18'], 1])
  })

  it('is all or nothing, ends after it begins and keeps within sixty visits', async () => {
    const opened = await scene.open('张二')
    await scene.as('孙主任', (context) => planVisits(context, { visits: [{ caseId: opened.id, plannedOn: '2026-04-01', medium: 'phone' }] }))
    await expect(plan(opened.id)).rejects.toThrow('ALREADY_PLANNED')
    await expect(plan(opened.id, { untilOn: '2026-03-17' })).rejects.toThrow('PERIOD_REVERSED')
    await expect(plan(opened.id, { everyWeeks: 1, untilOn: '2028-03-18' })).rejects.toMatchObject({ code: 'SERIES_TOO_LONG', data: { most: 60 } })
    await expect(plan(opened.id, { fromOn: '2026-03-15' })).rejects.toThrow('PLANNED_IN_PAST')
    expect((await scene.owner.query('select 1 from care.visit_series where case_id = $1', [opened.id])).rowCount).toBe(0)
  })

  it('is moved neither into the past, nor onto another, nor out of the pairing', async () => {
    const opened = await scene.open('张三')
    const volunteer = await scene.volunteer({ name: '尤老师', unit: '99010010001' })
    await scene.pair(opened.id, volunteer, { untilOn: '2026-04-20' })
    const { items } = await plan(opened.id, { volunteerId: volunteer, withWorker: true })
    const move = (plannedOn: string, by: By = '孙主任') => scene.as(by, (context) => movePlannedVisit(context, { id: items[0]!.id, plannedOn }))
    await expect(move('2026-03-15')).rejects.toThrow('PLANNED_IN_PAST')
    await expect(move('2026-04-01')).rejects.toThrow('ALREADY_PLANNED')
    await expect(move('2026-04-21')).rejects.toThrow('VOLUNTEER_NOT_PAIRED')
    await expect(move('2026-03-19', '王组长')).rejects.toThrow('NOT_FOUND')
    await expect(move('2026-03-19', '郑部长')).rejects.toThrow('FORBIDDEN')
  })

  it('sends two people on its first visits', async () => {
    const opened = await scene.open('张四')
    const volunteer = await scene.volunteer({ name: '元老师', unit: '99010010001' })
    await scene.pair(opened.id, volunteer)
    await expect(plan(opened.id, { volunteerId: volunteer })).rejects.toThrow('SECOND_PERSON_NEEDED')
  })

  it('is refused to a leader and not found by the neighbour', async () => {
    const opened = await scene.open('张五')
    await expect(plan(opened.id, {}, '郑部长')).rejects.toThrow('FORBIDDEN')
    await expect(plan(opened.id, {}, '王组长')).rejects.toThrow('NOT_FOUND')
    const { id } = await plan(opened.id)
    await expect(scene.as('王组长', (context) => dropSeries(context, { id, fromOn: '2026-03-16' }))).rejects.toThrow('NOT_FOUND')
  })
})
