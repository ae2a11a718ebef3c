import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeStatus } from '#modules/volunteers/commands/change-status.ts'
import { recordClearance } from '#modules/volunteers/commands/record-clearance.ts'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { endPairing } from '../../commands/pairings/end-pairing.ts'
import { planVisits } from '../../commands/plan-visits.ts'
import { movePlannedVisit } from '../../commands/visits/move-planned-visit.ts'
import { openCareScene, type CareScene } from '../../commands/steps/sample-scene.ts'
import { careModule } from '../../module.ts'
import { tellOfPausedPairings } from './tell-of-paused-pairings.ts'

// Today is 16 March 2026; pairings begin on 1 February.
describe('a pairing whose volunteer rests or is cleared no more', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  const work = () => runJobsInline(scene, [careModule])
  const morning = () => runScheduledJob(scene, tellOfPausedPairings)
  const paired = async (child: string, volunteer: string) => {
    const id = await scene.volunteer({ name: volunteer, unit: '99010010001' })
    const opened = await scene.open(child)
    return { id, opened, pairing: await scene.pair(opened.id, id) }
  }
  const plan = (caseId: string, volunteerId: string, plannedOn: string) => scene.as('孙主任', (context) =>
    planVisits(context, { visits: [{ caseId, plannedOn, medium: 'home', volunteerId, withWorker: true }] }))
  const rest = (id: string, status: 'resting' | 'active', version: number) => scene.as('赵干事', (context) =>
    changeStatus(context, { id, version, status, on: '2026-03-16', reason: '住院休养' }))
  const expire = (id: string) => scene.owner.query(
    `update volunteers.volunteers set clearance_on = '2025-03-01', clearance_until = '2026-02-28' where id = $1`, [id])
  const tasksOf = async (pairingId: string) => (await scene.owner.query(
    `select title, body, done_at is not null as is_done from notices.notices n join accounts.accounts a on a.id = n.recipient_account_id
      where source_kind = 'paused-pairing' and source_id = $1 and a.sign_in_name = 'sun' order by n.created_at`, [pairingId])).rows
  const untilOf = async (id: string) => (await scene.owner.query('select until_on from care.pairings where id = $1', [id])).rows[0].until_on as unknown

  it('is not ended, but no visit more is planned with one who rests; the office gets one task that names the pairing', async () => {
    const { id, opened, pairing } = await paired('张一', '吴息')
    await plan(opened.id, id, '2026-03-20')
    await rest(id, 'resting', 1)
    await work()
    await morning()
    expect(await tasksOf(pairing.id)).toEqual([{
      title: '吴息暂停服务，与张某的结对暂停安排走访，请改派、交接或结束结对',
      body: '结对没有结束，已经走访的仍可补录。今后还有1次已安排的走访，请改由他人前往或取消。', is_done: false }])
    await expect(plan(opened.id, id, '2026-03-25')).rejects.toThrow('VOLUNTEER_NOT_ACTIVE')
    expect(await untilOf(pairing.id)).toBeNull()
    const visit = await scene.visit(opened.id, { madeOn: '2026-03-15', volunteerIds: [id] })
    expect(visit.outcome).toBe('made')
    await rest(id, 'active', 2)
    await work()
    expect(await tasksOf(pairing.id)).toMatchObject([{ is_done: true }])
    await plan(opened.id, id, '2026-03-25')
  })

  it('is asked about once when the clearance has ended, until it is renewed', async () => {
    const { id, opened, pairing } = await paired('李二', '郑期')
    await expire(id)
    await morning()
    await morning()
    expect(await tasksOf(pairing.id)).toMatchObject([{ title: '郑期的准入查询已于2026年2月28日到期，与李某的结对暂停安排走访，请改派、交接或结束结对', is_done: false }])
    await expect(plan(opened.id, id, '2026-03-25')).rejects.toMatchObject({ code: 'VOLUNTEER_NOT_CLEARED', data: { clearedUntilOn: '2026-02-28' } })
    await scene.visit(opened.id, { madeOn: '2026-03-14', volunteerIds: [id] })
    await scene.as('赵干事', (context) => recordClearance(context, { id, checkedOn: '2026-03-16', result: 'clear' }))
    await work()
    expect(await tasksOf(pairing.id)).toMatchObject([{ is_done: true }])
  })

  it('needs no answer any more once it is ended', async () => {
    const { id, pairing } = await paired('王三', '冯息')
    await rest(id, 'resting', 1)
    await work()
    await scene.as('赵干事', (context) => endPairing(context, { id: pairing.id, version: pairing.version, untilOn: '2026-03-16', reason: '住院休养' }))
    await work()
    expect(await tasksOf(pairing.id)).toMatchObject([{ is_done: true }])
  })

  it('sends nobody along either who rests or is not cleared', async () => {
    const { id, opened } = await paired('陈四', '褚行')
    const second = await scene.volunteer({ name: '卫息', unit: '99010010001' })
    await scene.pair(opened.id, second, { role: 'helper' })
    const { items: [planned] } = await scene.as('孙主任', (context) => planVisits(context, {
      visits: [{ caseId: opened.id, plannedOn: '2026-03-24', medium: 'home', volunteerId: id, secondVolunteerId: second }] }))
    await expire(second)
    await expect(scene.as('孙主任', (context) => movePlannedVisit(context, { id: planned?.id ?? '', plannedOn: '2026-03-25' })))
      .rejects.toThrow('VOLUNTEER_NOT_CLEARED')
    await expect(scene.as('孙主任', (context) => planVisits(context, {
      visits: [{ caseId: opened.id, plannedOn: '2026-03-26', medium: 'home', volunteerId: id, secondVolunteerId: second }] })))
      .rejects.toThrow('VOLUNTEER_NOT_CLEARED')
  })
})
