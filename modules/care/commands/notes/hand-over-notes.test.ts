import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { followTransferredChild } from '../../jobs/follow-transferred-child.ts'
import { getCase } from '../../queries/get-case.ts'
import { getVisit } from '../../queries/get-visit.ts'
import { correctVisit } from '../correct-visit.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { commentOnVisit } from '../visits/comment-on-visit.ts'
import { planSeries } from '../visits/plan-series.ts'
import { handOverNotes } from './hand-over-notes.ts'
import { openEarlierNotes } from './open-earlier-notes.ts'

// 赵干事's town hands over to a village of 王组长's county; 陈主任 answers for both.
describe('notes of before at a transfer', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const open = (id: string, by: By) => scene.as(by, (context) => getCase(context, { id }))
  const noteFor = async (id: string, by: By) => (await scene.as(by, (context) => getVisit(context, { id }))).note
  const decide = async (id: string, mayRead: boolean, by: By = '赵干事') => {
    const { version } = await open(id, '赵干事')
    return scene.as(by, (context) => handOverNotes(context, { id, version, mayRead }))
  }
  const openEarlier = async (id: string, by: By) => {
    const { version } = await open(id, '陈主任')
    return scene.as(by, (context) => openEarlierNotes(context, { id, version }))
  }
  /** What the job does once the holder has said yes. */
  const transfer = async (childId: string, code = '990100200010001') => {
    const to = { unitId: await scene.unitId(code), scopeCode: code.padEnd(18, '0') }
    await asWorker(scene, (run) => run((context) => followTransferredChild.run(context, { subjectId: childId, details: { to } } as never)))
  }
  const arrange = async (name: string) => {
    const opened = await scene.open(name)
    const visit = await scene.visit(opened.id, { note: '秘密：以前的话', volunteerIds: [] })
    // The clock of a test stands still: this one was recorded the day before.
    await scene.owner.query(`update care.visits set recorded_at = recorded_at - interval '1 day' where id = $1`, [visit.id])
    return { ...opened, visitId: visit.id }
  }

  it('stay closed to the unit that takes the child over, which writes its own; whoever answers for both reads them', async () => {
    const { id, childId, visitId } = await arrange('张一')
    expect(await noteFor(visitId, '赵干事')).toBe('秘密：以前的话')
    await transfer(childId)
    expect(await scene.as('王组长', (context) => getVisit(context, { id: visitId }))).toMatchObject({ note: null, isNoteClosed: true })
    expect((await open(id, '王组长')).notes).toEqual({ areHandedOver: false, closedUntilOn: '2026-03-16', mayOpen: false })
    expect(await noteFor(visitId, '陈主任')).toBe('秘密：以前的话')
    const own = await scene.visit(id, { by: '蒋主任', madeOn: '2026-03-16', note: '新的话', volunteerIds: [] })
    expect(await noteFor(own.id, '王组长')).toBe('新的话')
  })

  it('are not told by the way of an older copy either', async () => {
    const { childId, visitId } = await arrange('张二')
    await transfer(childId)
    await expect(scene.as('王组长', (context) => correctVisit(context, { id: visitId, version: 9, reason: '试试', minutes: 20 })))
      .rejects.toMatchObject({ code: 'STALE', data: { current: { note: '' } } })
  })

  it('go along where an office of the former unit decided so; a care worker or a leader does not decide', async () => {
    const { id, childId, visitId } = await arrange('张三')
    for (const by of ['孙主任', '郑部长'] as const) await expect(decide(id, true, by)).rejects.toThrow('FORBIDDEN')
    await expect(decide(id, true, '王组长')).rejects.toThrow('NOT_FOUND')
    await decide(id, true)
    await transfer(childId)
    expect(await noteFor(visitId, '王组长')).toBe('秘密：以前的话')
    // The yes was for one transfer.
    await transfer(childId, '990100100010002')
    expect(await noteFor(visitId, '周主任')).toBeNull()
  })

  it('are opened afterwards by an office that answers for both units, not by the one that would read them', async () => {
    const { id, childId, visitId } = await arrange('张四')
    await expect(openEarlier(id, '赵干事')).rejects.toThrow('NOTES_ARE_OPEN')
    await transfer(childId)
    await expect(openEarlier(id, '王组长')).rejects.toThrow('NOTES_OF_FORMER_UNIT')
    await openEarlier(id, '陈主任')
    expect([await noteFor(visitId, '王组长'), await scene.audits('earlier-notes.opened', id)]).toEqual(['秘密：以前的话', 1])
  })

  it('and everything that hangs on a visit or a series go to the range of the new unit', async () => {
    const { id, childId, visitId } = await arrange('张五')
    await scene.as('赵干事', (context) => commentOnVisit(context, { id: visitId, text: '辛苦了' }))
    await scene.as('赵干事', (context) => planSeries(context, { caseId: id, fromOn: '2026-04-01', untilOn: '2026-04-15', everyWeeks: 2, medium: 'home' }))
    await transfer(childId)
    const { rows } = await scene.owner.query(`select distinct scope_code::text from (select scope_code from care.visit_comments where visit_id = $1
      union all select scope_code from care.visit_series where case_id = $2
      union all select scope_code from care.planned_visits where case_id = $2) parts`, [visitId, id])
    expect(rows).toEqual([{ scope_code: '990100200010001000' }])
  })
})
