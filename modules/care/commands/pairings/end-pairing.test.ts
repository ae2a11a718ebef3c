import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { endPairings } from '../../jobs/end-pairings.ts'
import { endPairing } from './end-pairing.ts'
import { listPlannedVisits } from '../../queries/list-planned-visits.ts'
import { planVisits } from '../plan-visits.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'

describe('ending a pairing', () => {
  let scene: CareScene
  let volunteer: string
  beforeAll(async () => {
    scene = await openCareScene()
    volunteer = await scene.volunteer({ name: '吴老师', unit: '99010010001', capacity: 20 })
  })
  afterAll(() => scene.close())
  const end = (pairing: { id: string; version: number }, untilOn: string, by: Parameters<CareScene['as']>[0] = '赵干事') =>
    scene.as(by, (context) => endPairing(context, { id: pairing.id, version: pairing.version, untilOn, reason: '志愿者迁居' }))

  it('stops counting on the day after the last one', async () => {
    const opened = await scene.open('张一')
    const pairing = await scene.pair(opened.id, volunteer)
    expect(await end(pairing, '2026-03-10')).toMatchObject({ untilOn: '2026-03-10', endedReason: '志愿者迁居', version: 2 })
    for (const measure of ['pairing.active', 'pairing.child', 'pairing.volunteer']) {
      expect([measure, await scene.counted(pairing.id, measure, '2026-03-10'), await scene.counted(pairing.id, measure, '2026-03-11')]).toEqual([measure, 1, 0])
    }
    expect(await scene.counted(pairing.id, 'pairing.made')).toBe(1)
    expect(await scene.audits('pairing.ended', pairing.id)).toBe(1)
  })

  it('ahead counts until that day is over; the nightly job may run twice', async () => {
    const opened = await scene.open('张二')
    const pairing = await scene.pair(opened.id, volunteer)
    await end(pairing, '2026-03-18')
    expect(await scene.counted(pairing.id, 'pairing.active', '2026-03-30')).toBe(1)
    scene.clock.moveTo('2026-03-19T00:05:00+08:00')
    await runScheduledJob(scene, endPairings)
    await runScheduledJob(scene, endPairings)
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
    expect([await scene.counted(pairing.id, 'pairing.active', '2026-03-18'), await scene.counted(pairing.id, 'pairing.active', '2026-03-19')]).toEqual([1, 0])
  })

  it('leaves what was planned for later to the worker: nobody is sent to a child with whom he is not paired', async () => {
    const opened = await scene.open('张九')
    const pairing = await scene.pair(opened.id, volunteer)
    const wishes = ['2026-03-16', '2026-03-23'].map((plannedOn) => (
      { caseId: opened.id, plannedOn, medium: 'home' as const, volunteerId: volunteer, withWorker: true }))
    await scene.as('孙主任', (context) => planVisits(context, { visits: wishes }))
    await end(pairing, '2026-03-16')
    const { items } = await scene.as('孙主任', (context) => listPlannedVisits(context, { limit: 50 }))
    expect(items.map(({ plannedOn, volunteerName }) => [plannedOn, volunteerName])).toEqual([['2026-03-16', '吴老师'], ['2026-03-23', null]])
  })

  it('leaves to the worker at night what was forgotten when a pairing ended in former days', async () => {
    const opened = await scene.open('张十')
    const pairing = await scene.pair(opened.id, volunteer)
    const wish = { caseId: opened.id, plannedOn: '2026-03-23', medium: 'home' as const, volunteerId: volunteer, withWorker: true }
    const { items: [planned] } = await scene.as('孙主任', (context) => planVisits(context, { visits: [wish] }))
    await scene.owner.query("update care.pairings set until_on = '2026-03-15' where id = $1", [pairing.id])
    await runScheduledJob(scene, endPairings)
    await runScheduledJob(scene, endPairings)
    const { items } = await scene.as('孙主任', (context) => listPlannedVisits(context, { limit: 50 }))
    expect(items.filter(({ id }) => id === planned?.id).map(({ volunteerName }) => volunteerName)).toEqual([null])
  })

  it('lets the same two be paired again from the next day', async () => {
    const opened = await scene.open('张三')
    const pairing = await scene.pair(opened.id, volunteer)
    await end(pairing, '2026-03-10')
    expect(await scene.pair(opened.id, volunteer, { fromOn: '2026-03-11' })).toMatchObject({ fromOn: '2026-03-11' })
  })

  it('is refused before the last visit, before its beginning, a second time and by an older copy', async () => {
    const opened = await scene.open('张四')
    const pairing = await scene.pair(opened.id, volunteer)
    await scene.visit(opened.id, { madeOn: '2026-03-10' })
    await expect(end(pairing, '2026-03-09')).rejects.toMatchObject({ code: 'VISITED_LATER', data: { madeOn: '2026-03-10' } })
    await expect(end(pairing, '2026-01-31')).rejects.toThrow('END_BEFORE_START')
    const ended = await end(pairing, '2026-03-12')
    await expect(end(pairing, '2026-03-13')).rejects.toMatchObject({ code: 'STALE', data: { version: 2 } })
    await expect(end(ended, '2026-03-13')).rejects.toThrow('PAIRING_ENDED')
  })

  it('is refused to a volunteer and not found by the neighbour', async () => {
    const opened = await scene.open('张五')
    const pairing = await scene.pair(opened.id, volunteer)
    await expect(end(pairing, '2026-03-16', '吴老师')).rejects.toThrow('FORBIDDEN')
    await expect(end(pairing, '2026-03-16', '王组长')).rejects.toThrow('NOT_FOUND')
  })
})
