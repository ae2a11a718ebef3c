import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCaseRow } from '../queries/case-rows.ts'
import { getVisit } from '../queries/get-visit.ts'
import { correctVisit } from './correct-visit.ts'
import { endPairing } from './pairings/end-pairing.ts'
import { openCareScene, type CareScene } from './steps/sample-scene.ts'

describe('correcting a visit', () => {
  let scene: CareScene
  let wu: string
  let helper: string
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', capacity: 20 })
    helper = await scene.volunteer({ name: '尤老师', unit: '99010010001', capacity: 20 })
  })
  afterAll(() => scene.close())
  type Change = Partial<Parameters<typeof correctVisit>[1]>
  const correct = (visit: { id: string; version: number }, change: Change, by: Parameters<CareScene['as']>[0] = '孙主任') =>
    scene.as(by, (context) => correctVisit(context, { id: visit.id, version: visit.version, reason: '录入有误', ...change }))
  const visited = async (name: string, visit: Parameters<CareScene['visit']>[1] = {}) => {
    const opened = await scene.open(name)
    const pairing = await scene.pair(opened.id, wu)
    return { opened, pairing, visit: await scene.visit(opened.id, { note: '第一版', ...visit }) }
  }

  it('changes what is counted, the due date and the answer; what it said before is kept with the reason', async () => {
    const { opened, visit } = await visited('张一')
    const corrected = await correct(visit, { madeOn: '2026-02-10', minutes: 60, medium: 'school', note: '第二版' })
    expect(corrected).toMatchObject({ madeOn: '2026-02-10', minutes: 60, medium: 'school', version: 2 })
    expect(await scene.as('孙主任', (context) => getCaseRow(context, opened.id))).toMatchObject(
      { lastMadeOn: '2026-02-10', nextVisitDueOn: '2026-03-12', isOverdue: true }
    )
    expect([await scene.counted(visit.id, 'visit.made', '2026-02-10'), await scene.counted(visit.id, 'visit.made')]).toEqual([1, 1])
    expect([await scene.counted(visit.id, 'visit.medium.home'), await scene.counted(visit.id, 'visit.medium.school')]).toEqual([0, 1])
    const { rows } = await scene.owner.query(
      `select sum(sign * value)::int as minutes from figures.facts where record_id = $1 and measure = 'visit.made'`, [visit.id]
    )
    expect(rows[0].minutes).toBe(60)
    const read = await scene.as('孙主任', (context) => getVisit(context, { id: visit.id }))
    expect([read.note, read.versions]).toEqual(
      ['第二版', [expect.objectContaining({ version: 1, note: '第一版', minutes: 45, volunteerNames: '吴老师', reason: '录入有误', correctedName: '孙主任' })]]
    )
    expect(await scene.audits('visit.corrected', visit.id)).toBe(1)
  })

  it('that turns a made visit into an attempt takes the due date back', async () => {
    const { opened, visit } = await visited('张二')
    await correct(visit, { outcome: 'attempted' })
    expect(await scene.as('孙主任', (context) => getCaseRow(context, opened.id))).toMatchObject({ lastMadeOn: null, nextVisitDueOn: '2026-02-04' })
    expect([await scene.counted(visit.id, 'visit.made'), await scene.counted(visit.id, 'visit.attempted')]).toEqual([0, 1])
  })

  it('changes who went, among those paired on the day', async () => {
    const { opened, visit } = await visited('张三')
    await expect(correct(visit, { volunteerIds: [helper] })).rejects.toThrow('VOLUNTEER_NOT_PAIRED')
    await scene.pair(opened.id, helper, { role: 'helper' })
    expect((await correct(visit, { volunteerIds: [wu, helper] })).volunteers.map(({ name }) => name).toSorted()).toEqual(['吴老师', '尤老师'])
    expect(await scene.counted(visit.id, 'visit.service')).toBe(2)
  })

  it('of the minutes is possible although the pairing was ended since', async () => {
    const { pairing, visit } = await visited('张四', { madeOn: '2026-03-10' })
    await scene.as('赵干事', (context) => endPairing(context, { id: pairing.id, version: 1, untilOn: '2026-03-10', reason: '迁居' }))
    expect((await correct(visit, { minutes: 50 })).minutes).toBe(50)
  })

  it('by two people at once shows the second both values, field by field', async () => {
    const { visit } = await visited('张五')
    await correct(visit, { minutes: 60, note: '先改的' })
    await expect(correct(visit, { minutes: 90 }, '赵干事')).rejects.toMatchObject({
      code: 'STALE', data: { version: 2, current: { madeOn: '2026-03-10', medium: 'home', minutes: 60, outcome: 'made', volunteerIds: [wu], note: '先改的' } },
    })
  })

  it('is for who recorded it, for seven days, and for the office at any time', async () => {
    const { visit } = await visited('张六', { by: '吴老师' })
    await expect(correct(visit, { minutes: 50 }, '孙主任')).rejects.toThrow('CORRECTION_TOO_LATE')
    expect(await correct(visit, { minutes: 50 }, '吴老师')).toMatchObject({ version: 2 })
    scene.clock.moveTo('2026-03-24T09:00:00+08:00')
    await expect(correct({ id: visit.id, version: 2 }, { minutes: 55 }, '吴老师')).rejects.toThrow('CORRECTION_TOO_LATE')
    expect(await correct({ id: visit.id, version: 2 }, { minutes: 55 }, '李组长')).toMatchObject({ version: 3 })
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
    await expect(correct(visit, {}, '郑部长')).rejects.toThrow('FORBIDDEN')
    await expect(correct(visit, {}, '王组长')).rejects.toThrow('NOT_FOUND')
  })
})
