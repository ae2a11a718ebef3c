import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { careModule } from '../../module.ts'
import { getCase } from '../../queries/get-case.ts'
import { getVisit } from '../../queries/get-visit.ts'
import { listVisits } from '../../queries/list-visits.ts'
import { printWeekLists } from '../../exchange/print-week-lists.ts'
import { listPlannedVisits } from '../../queries/list-planned-visits.ts'
import { planVisits } from '../plan-visits.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { handOverPairing } from './hand-over-pairing.ts'

describe('handing over a pairing', () => {
  let scene: CareScene
  let before: string
  let wu: string
  beforeAll(async () => {
    scene = await openCareScene()
    before = await scene.volunteer({ name: '尤老师', unit: '99010010001', capacity: 20 })
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', capacity: 20, account: '吴老师' })
  })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const arrange = async (name: string) => {
    const opened = await scene.open(name)
    const pairing = await scene.pair(opened.id, before)
    const visit = await scene.visit(opened.id, { note: '秘密：以前的话', volunteerIds: [before], withWorker: true })
    const alone = await scene.visit(opened.id, { note: '秘密：工作人员的话', volunteerIds: [], madeOn: '2026-03-11' })
    return { opened, pairing, visit, alone }
  }
  type Change = { mayReadEarlier?: boolean; untilOn?: string; volunteerId?: string }
  const handOver = (pairing: { id: string; version: number }, change: Change = {}, by: By = '赵干事') =>
    scene.as(by, (context) => handOverPairing(context, {
      id: pairing.id, version: pairing.version, untilOn: '2026-03-15', reason: '志愿者迁居', volunteerId: wu, mayReadEarlier: false, ...change,
    }))
  const seenBy = async (caseId: string) => (await scene.as('吴老师', (context) => listVisits(context, { limit: 50, caseId }))).items.map(({ id }) => id)

  it('ends the one and begins the other on the next day, with the same part', async () => {
    const { opened, pairing } = await arrange('张一')
    expect(await handOver(pairing)).toMatchObject({ volunteerName: '吴老师', role: 'primary', fromOn: '2026-03-16', takenOverFrom: '尤老师', mayReadEarlier: false })
    const read = await scene.as('赵干事', (context) => getCase(context, { id: opened.id }))
    expect(read.pairings.map(({ volunteerName, fromOn, untilOn, takenOverFrom }) => [volunteerName, fromOn, untilOn, takenOverFrom]))
      .toEqual([['吴老师', '2026-03-16', null, '尤老师'], ['尤老师', '2026-02-01', '2026-03-15', null]])
    expect([await scene.audits('pairing.ended', pairing.id), await scene.audits('pairing.handed-over', read.pairings[0]?.id)]).toEqual([1, 1])
  })

  it('leaves the successor without the notes of before, unless the office opens them', async () => {
    const { opened, pairing, visit } = await arrange('张二')
    await handOver(pairing)
    expect(await seenBy(opened.id)).toEqual([])
    await expect(scene.as('吴老师', (context) => getVisit(context, { id: visit.id }))).rejects.toThrow('NOT_FOUND')
  })

  it('opens to the successor the notes of the one taken over, and those alone, while the pairing lasts', async () => {
    const { opened, pairing, visit, alone } = await arrange('张三')
    const made = await handOver(pairing, { mayReadEarlier: true })
    expect(await seenBy(opened.id)).toEqual([visit.id])
    expect((await scene.as('吴老师', (context) => getVisit(context, { id: visit.id }))).note).toBe('秘密：以前的话')
    await expect(scene.as('吴老师', (context) => getVisit(context, { id: alone.id }))).rejects.toThrow('NOT_FOUND')
    await scene.owner.query(`update care.pairings set from_on = '2026-03-12', until_on = '2026-03-15' where id = $1`, [made.id])
    expect(await seenBy(opened.id)).toEqual([])
  })

  it('opens notes by the word of an office only', async () => {
    const { pairing } = await arrange('张四')
    await expect(handOver(pairing, { mayReadEarlier: true }, '孙主任')).rejects.toThrow('NOTES_NEED_OFFICE')
  })

  it('hands over what was planned for later: the child is on the paper of the successor, and no more on that of who left', async () => {
    const { opened, pairing } = await arrange('张八')
    const wishes = ['2026-03-17', '2026-03-20', '2026-03-22', '2026-03-25'].map((plannedOn) => (
      { caseId: opened.id, plannedOn, medium: 'home' as const, volunteerId: before, withWorker: plannedOn === '2026-03-17' }))
    await scene.as('孙主任', (context) => planVisits(context, { visits: wishes }))
    await handOver(pairing, { untilOn: '2026-03-17' })
    const { items } = await scene.as('孙主任', (context) => listPlannedVisits(context, { limit: 50 }))
    expect(items.filter(({ caseId }) => caseId === opened.id).map(({ plannedOn, volunteerName, withWorker }) => [plannedOn, volunteerName, withWorker]))
      .toEqual([['2026-03-17', '尤老师', true], ['2026-03-20', '吴老师', true], ['2026-03-22', '吴老师', true], ['2026-03-25', '吴老师', false]])
    const paperOf = (volunteerId: string) => scene.as('孙主任', (context) => printWeekLists(context, { on: '2026-03-25', volunteerIds: [volunteerId] }))
    expect((await paperOf(wu)).lists.flatMap(({ lines }) => lines.map(({ caseId }) => caseId))).toContain(opened.id)
    await expect(paperOf(before)).rejects.toThrow('NOT_FOUND')
  })

  it('is all or nothing: a successor who may not be paired leaves the pairing as it was', async () => {
    const { opened, pairing } = await arrange('张五')
    const tomorrow = await scene.volunteer({ name: '明老师', unit: '99010010001', clearedUntilOn: '2026-03-17' })
    await expect(handOver(pairing, { volunteerId: tomorrow })).rejects.toMatchObject({ code: 'VOLUNTEER_NOT_CLEARED', data: { clearedUntilOn: '2026-03-17' } })
    await expect(handOver(pairing, { untilOn: '2026-03-09' })).rejects.toThrow('VISITED_LATER')
    expect((await scene.as('赵干事', (context) => getCase(context, { id: opened.id }))).pairings).toMatchObject([{ volunteerName: '尤老师', untilOn: null }])
    await expect(handOver(pairing)).resolves.toMatchObject({ volunteerName: '吴老师', fromOn: '2026-03-16' })
  })

  it('is to somebody else: nobody takes over from himself, and the pairing goes on', async () => {
    const { opened, pairing } = await arrange('张七')
    await expect(handOver(pairing, { volunteerId: before, mayReadEarlier: true })).rejects.toThrow('SUCCESSOR_IS_SAME')
    expect((await scene.as('赵干事', (context) => getCase(context, { id: opened.id }))).pairings).toMatchObject([{ volunteerName: '尤老师', untilOn: null }])
  })

  it('is refused to a volunteer and not found by the neighbour', async () => {
    const { pairing } = await arrange('张六')
    await expect(handOver(pairing, {}, '吴老师')).rejects.toThrow('FORBIDDEN')
    await expect(handOver(pairing, {}, '王组长')).rejects.toThrow('NOT_FOUND')
  })

  it('tells the office once of a first visit made alone, not of one made by two', async () => {
    const opened = await scene.open('张七')
    const [pairing, helper] = [await scene.pair(opened.id, before), await scene.pair(opened.id, wu, { role: 'helper' })]
    expect([pairing.role, helper.role]).toEqual(['primary', 'helper'])
    const two = await scene.visit(opened.id, { madeOn: '2026-03-02', volunteerIds: [before, wu] })
    const lone = await scene.visit(opened.id, { madeOn: '2026-03-03', volunteerIds: [before] })
    const third = await scene.visit(opened.id, { madeOn: '2026-03-04', volunteerIds: [before] })
    await runJobsInline(scene, [careModule])
    const { rows } = await scene.owner.query(`select source_id, title from notices.notices where source_verb = 'tell-of-lone-visit' and source_id = any ($1)`,
      [[two.id, lone.id, third.id]])
    expect(rows).toEqual([{ source_id: lone.id, title: '尤老师结对初期独自上门，请提醒两人同去' }])
  })
})
