import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listPlannedVisits } from '../queries/list-planned-visits.ts'
import { dropPlannedVisit, planVisits } from './plan-visits.ts'
import { openCareScene, type CareScene } from './steps/sample-scene.ts'

describe('planning visits', () => {
  let scene: CareScene
  let wu: string
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', clearedUntilOn: '2026-03-20' })
  })
  afterAll(() => scene.close())
  type Wish = Parameters<typeof planVisits>[1]['visits'][number]
  const plan = (visits: (Partial<Wish> & { caseId: string })[], by: Parameters<CareScene['as']>[0] = '孙主任') =>
    scene.as(by, (context) => planVisits(context, {
      visits: visits.map((visit) => ({ plannedOn: '2026-03-18', medium: 'home' as const, withWorker: true, ...visit })),
    }))
  const list = (by: Parameters<CareScene['as']>[0]) => scene.as(
    by, (context) => listPlannedVisits(context, { from: '2026-03-16', to: '2026-03-22', limit: 50 })
  )

  it('puts those of a week on the plan, for the office, the village and the volunteer who goes', async () => {
    const [one, two] = [await scene.open('张一'), await scene.open('张二')]
    await scene.pair(one.id, wu, { fromOn: '2026-02-01', untilOn: '2026-03-20' })
    const { items } = await plan([{ caseId: one.id, volunteerId: wu }, { caseId: two.id, plannedOn: '2026-03-17' }])
    expect(items.map(({ plannedOn, volunteerName }) => [plannedOn, volunteerName])).toEqual([['2026-03-17', null], ['2026-03-18', '吴老师']])
    expect((await list('赵干事')).total).toBe(2)
    expect((await list('吴老师')).items.map(({ caseId }) => caseId)).toEqual([one.id])
    expect((await list('蒋主任')).items).toEqual([])
    expect(await scene.audits('visits.planned')).toBe(1)
  })

  it('is all or nothing', async () => {
    const [one, two] = [await scene.open('张三'), await scene.open('张四')]
    await expect(plan([{ caseId: one.id }, { caseId: two.id, plannedOn: '2026-03-15' }])).rejects.toThrow('PLANNED_IN_PAST')
    await expect(plan([{ caseId: one.id }, { caseId: two.id, volunteerId: wu }])).rejects.toThrow('VOLUNTEER_NOT_PAIRED')
    await expect(plan([{ caseId: one.id }, { caseId: one.id }])).rejects.toThrow('ALREADY_PLANNED')
    expect((await scene.owner.query('select 1 from care.planned_visits where case_id = $1', [one.id])).rowCount).toBe(0)
  })

  it('needs a clearance that holds on the day', async () => {
    const volunteer = await scene.volunteer({ name: '尤老师', unit: '99010010001', clearedUntilOn: '2026-12-31' })
    const opened = await scene.open('张五')
    await scene.pair(opened.id, volunteer)
    await scene.owner.query(`update volunteers.volunteers set clearance_until = '2026-03-17' where id = $1`, [volunteer])
    await expect(plan([{ caseId: opened.id, volunteerId: volunteer }])).rejects.toMatchObject(
      { code: 'VOLUNTEER_NOT_CLEARED', data: { clearedUntilOn: '2026-03-17' } }
    )
    expect((await plan([{ caseId: opened.id, volunteerId: volunteer, plannedOn: '2026-03-17' }])).items).toHaveLength(1)
  })

  it('sends two people on the first visits: a second volunteer or a worker', async () => {
    const opened = await scene.open('张八')
    const [one, two] = [await scene.volunteer({ name: '元老师', unit: '99010010001' }), await scene.volunteer({ name: '卜老师', unit: '99010010001' })]
    await scene.pair(opened.id, one)
    const alone = { caseId: opened.id, volunteerId: one, withWorker: false }
    await expect(plan([alone])).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED', data: { firstVisits: 2 } })
    expect((await plan([{ ...alone, medium: 'phone' }])).items).toHaveLength(1)
    await expect(plan([{ ...alone, plannedOn: '2026-03-19', secondVolunteerId: two }])).rejects.toThrow('VOLUNTEER_NOT_PAIRED')
    await scene.pair(opened.id, two, { role: 'helper' })
    const { items } = await plan([{ ...alone, plannedOn: '2026-03-19', secondVolunteerId: two }])
    expect(items[0]).toMatchObject({ volunteerName: '元老师', secondName: '卜老师', withWorker: false })
    await plan([{ ...alone, plannedOn: '2026-03-20', withWorker: true }])
    expect((await plan([{ ...alone, plannedOn: '2026-03-21' }])).items).toHaveLength(1)
  })

  it('asks for as many visits of two as the city has set', async () => {
    const opened = await scene.open('张九')
    const one = await scene.volunteer({ name: '平老师', unit: '99010010001' })
    await scene.pair(opened.id, one)
    const set = (visits: number, from: string) => scene.owner.query(
      `insert into platform.settings (city_id, name, valid_from, value, source) values ($1, 'care.first-visits-of-two', $2, $3, '本市规定')`,
      [scene.cityId, from, JSON.stringify({ visits })])
    await set(0, '2026-03-01')
    expect((await plan([{ caseId: opened.id, volunteerId: one, withWorker: false }])).items).toHaveLength(1)
    await set(5, '2026-03-16')
    await expect(plan([{ caseId: opened.id, volunteerId: one, withWorker: false, plannedOn: '2026-03-19' }])).rejects.toThrow('SECOND_PERSON_NEEDED')
  })

  it('is refused to a leader and not found by the neighbour, and a plan can be dropped', async () => {
    const opened = await scene.open('张六')
    await expect(plan([{ caseId: opened.id }], '郑部长')).rejects.toThrow('FORBIDDEN')
    await expect(plan([{ caseId: opened.id }], '王组长')).rejects.toThrow('NOT_FOUND')
    const planned = (await plan([{ caseId: opened.id }])).items[0]!
    await expect(scene.as('蒋主任', (context) => dropPlannedVisit(context, planned))).rejects.toThrow('NOT_FOUND')
    await scene.as('孙主任', (context) => dropPlannedVisit(context, planned))
    await expect(scene.as('孙主任', (context) => dropPlannedVisit(context, planned))).rejects.toThrow('NOT_FOUND')
    expect(await scene.audits('planned-visit.dropped', planned.id)).toBe(1)
    expect((await plan([{ caseId: opened.id }])).items).toHaveLength(1)
  })
})
