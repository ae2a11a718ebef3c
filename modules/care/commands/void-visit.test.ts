import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listFigureRows } from '#modules/figures/queries/list-figure-rows.ts'
import { listFigures } from '#modules/figures/queries/list-figures.ts'
import { getCaseRow } from '../queries/case-rows.ts'
import { listVisits } from '../queries/list-visits.ts'
import { openCareScene, type CareScene } from './steps/sample-scene.ts'
import { voidVisit } from './void-visit.ts'

describe('voiding a visit', () => {
  let scene: CareScene
  let wu: string
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', capacity: 20 })
  })
  afterAll(() => scene.close())
  const voided = (visit: { id: string; version: number }, by: Parameters<CareScene['as']>[0] = '孙主任') =>
    scene.as(by, (context) => voidVisit(context, { id: visit.id, version: visit.version, reason: '重复录入' }))
  const figure = (code: string) => scene.as('陈主任', async (context) => {
    const { items } = await listFigures(context, { period: '2026-03' })
    const rows = await listFigureRows(context, { code, period: '2026-03', limit: 200, part: 'numerator' })
    return [items.find((item) => item.code === code)?.value, rows.items.length]
  })

  it('takes it out of every figure, number and rows alike, and keeps it readable with the reason', async () => {
    const opened = await scene.open('张一')
    await scene.pair(opened.id, wu)
    await scene.visit(opened.id, { madeOn: '2026-03-02' })
    const twice = await scene.visit(opened.id, { madeOn: '2026-03-09' })
    expect([await figure('visits.made'), await figure('visits.minutes')]).toEqual([[2, 2], [90, 2]])
    expect(await voided(twice)).toMatchObject({ voidReason: '重复录入', version: 2, mayCorrect: false })
    expect([await figure('visits.made'), await figure('visits.minutes')]).toEqual([[1, 1], [45, 1]])
    expect(await scene.counted(twice.id, 'visit.service')).toBe(0)
    expect(await scene.as('孙主任', (context) => getCaseRow(context, opened.id))).toMatchObject({ lastMadeOn: '2026-03-02', nextVisitDueOn: '2026-04-01' })
    const standing = await scene.as('孙主任', (context) => listVisits(context, { caseId: opened.id, voided: false, limit: 20 }))
    expect(standing.items.map(({ madeOn }) => madeOn)).toEqual(['2026-03-02'])
    expect(await scene.audits('visit.voided', twice.id)).toBe(1)
  })

  it('happens once', async () => {
    const opened = await scene.open('张二')
    const visit = await scene.visit(opened.id, { volunteerIds: [] })
    await voided(visit)
    await expect(voided({ id: visit.id, version: 2 })).rejects.toThrow('VISIT_VOIDED')
  })

  it('is for who recorded it or the office; a volunteer of another child and the neighbour find nothing', async () => {
    const opened = await scene.open('张三')
    const visit = await scene.visit(opened.id, { by: '赵干事', volunteerIds: [] })
    await expect(voided(visit, '孙主任')).rejects.toThrow('CORRECTION_TOO_LATE')
    for (const by of ['吴老师', '王组长', '周主任'] as const) await expect(voided(visit, by)).rejects.toThrow('NOT_FOUND')
    await expect(voided(visit, '郑部长')).rejects.toThrow('FORBIDDEN')
    await expect(voided({ id: visit.id, version: 9 }, '李组长')).rejects.toMatchObject({ code: 'STALE' })
    expect(await scene.counted(visit.id, 'visit.made')).toBe(1)
    expect(await voided(visit, '李组长')).toMatchObject({ version: 2 })
  })
})
