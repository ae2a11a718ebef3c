import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { listFigures } from '#modules/figures/queries/list-figures.ts'
import { listFigureRows } from '#modules/figures/queries/list-figure-rows.ts'
import type { NewVisit } from '../contract.ts'
import { careModule } from '../module.ts'
import { getVisit } from '../queries/get-visit.ts'
import { listVisits } from '../queries/list-visits.ts'
import { correctVisit } from './correct-visit.ts'
import { openCareScene, type CareScene } from './steps/sample-scene.ts'
import { voidVisit } from './void-visit.ts'
import { recordVisit } from './record-visit.ts'

describe('what a visit was for', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const record = (caseId: string, visit: Partial<NewVisit>, by: By = '孙主任') => scene.as(by, (context) => recordVisit(context, {
    caseId, madeOn: '2026-03-10', medium: 'home', minutes: 45, outcome: 'made', note: '', volunteerIds: [], ...visit,
  }))
  const attempt = { outcome: 'attempted' as const, minutes: 0 }
  const figures = async () => new Map((await scene.as('陈主任', (context) => listFigures(context, { unit: '9901', period: '2026' }))).items
    .map(({ code, value }) => [code, value]))

  it('is counted apart beside the visit, by the number and by its rows, and follows a correction and a void', async () => {
    const opened = await scene.open('张一')
    const before = await figures()
    const gained = async () => {
      const now = await figures()
      return ['visits.made', 'visits.festive', 'visits.rehabilitation', 'visits.rehabilitation.children']
        .map((code) => (now.get(code) ?? 0) - (before.get(code) ?? 0))
    }
    const visit = await record(opened.id, { purpose: 'festive' })
    expect(visit).toMatchObject({ purpose: 'festive', version: 1 })
    expect(await gained()).toEqual([1, 1, 0, 0])
    const asked = { code: 'visits.festive', unit: '9901', period: '2026', part: 'numerator' as const, limit: 10 }
    const rows = await scene.as('郑部长', (context) => listFigureRows(context, asked))
    expect(rows.items.filter(({ recordId }) => recordId === visit.id)).toMatchObject([{ label: '张某 · 节日慰问' }])
    const again = await scene.as('孙主任', (context) => correctVisit(context, { id: visit.id, version: 1, reason: '目的选错', purpose: 'rehabilitation' }))
    await record(opened.id, { purpose: 'rehabilitation', madeOn: '2026-03-11' })
    expect(await gained()).toEqual([2, 0, 2, 1])
    expect((await scene.as('孙主任', (context) => getVisit(context, { id: visit.id }))).versions).toMatchObject([{ purpose: 'festive' }])
    await scene.as('孙主任', (context) => voidVisit(context, { id: visit.id, version: again.version, reason: '重复录入' }))
    expect(await gained()).toEqual([1, 0, 1, 1])
  })

  it('is refused, with everything else of the visit, when it is not of the list of the day or contradicts the outcome', async () => {
    const opened = await scene.open('张二')
    await expect(record(opened.id, { purpose: 'party' })).rejects.toThrow('PURPOSE_UNKNOWN')
    await expect(record(opened.id, { ...attempt, attemptReason: 'rain' })).rejects.toThrow('ATTEMPT_REASON_UNKNOWN')
    await expect(record(opened.id, { attemptReason: 'family-absent' })).rejects.toThrow('REASON_WITHOUT_ATTEMPT')
    expect((await scene.as('孙主任', (context) => listVisits(context, { caseId: opened.id, limit: 10 }))).total).toBe(0)
  })

  it('family absent is counted apart from other attempts, never as made, and two in a row are a task for the office', async () => {
    const opened = await scene.open('张三')
    const first = await record(opened.id, { ...attempt, attemptReason: 'family-absent' })
    const second = await record(opened.id, { ...attempt, attemptReason: 'family-absent', madeOn: '2026-03-11' })
    await record(opened.id, { ...attempt, attemptReason: 'moved', madeOn: '2026-03-12' })
    const counted = (id: string) => Promise.all(['visit.made', 'visit.attempted', 'visit.attempted.family-absent'].map((measure) => scene.counted(id, measure)))
    expect([await counted(first.id), await counted(second.id)]).toEqual([[0, 1, 1], [0, 1, 1]])
    const listed = await scene.as('孙主任', (context) => listVisits(context, { caseId: opened.id, attemptReason: 'family-absent', limit: 10 }))
    expect(listed.items.map(({ id }) => id)).toEqual([second.id, first.id])
    await runJobsInline(scene, [careModule])
    const { rows } = await scene.owner.query(`select title from notices.notices where source_id = $1 and source_verb = 'escalate-visits'`, [opened.id])
    expect(rows).toEqual([{ title: '连续两次走访未见到张某，请核实情况' }])
  })

  it('a reason goes when it turns out that the child was met', async () => {
    const opened = await scene.open('张四')
    const visit = await record(opened.id, { ...attempt, attemptReason: 'family-absent' })
    const met = await scene.as('孙主任', (context) => correctVisit(context, { id: visit.id, version: 1, reason: '见到了', outcome: 'made', minutes: 20 }))
    expect(met).toMatchObject({ outcome: 'made', attemptReason: null })
    expect(await scene.counted(visit.id, 'visit.attempted.family-absent')).toBe(0)
  })

  it('is recorded by those who record visits, nobody else', async () => {
    const opened = await scene.open('张五')
    await expect(record(opened.id, { purpose: 'festive' }, '郑部长')).rejects.toThrow('FORBIDDEN')
    await expect(record(opened.id, { purpose: 'festive' }, '王组长')).rejects.toThrow('NOT_FOUND')
  })
})
