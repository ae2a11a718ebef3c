import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCase } from '../../queries/get-case.ts'
import { assessRisk } from './assess-risk.ts'
import { openCareScene, scoresOf, type CareScene } from '../steps/sample-scene.ts'

describe('assessing the risk anew', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  const assess = (id: string, change: Partial<Parameters<typeof assessRisk>[1]> = {}, by: Parameters<CareScene['as']>[0] = '孙主任') =>
    scene.as(by, (context) => assessRisk(context, { id, scores: scoresOf.red, ...change }))

  it('changes colour, due date and figures from that day, and keeps the history', async () => {
    const opened = await scene.open('张一', { scores: scoresOf.green })
    expect(await assess(opened.id)).toMatchObject({ colour: 'red', nextVisitDueOn: '2026-03-23', version: 2 })
    expect([await scene.counted(opened.id, 'case.risk.green', '2026-03-15'), await scene.counted(opened.id, 'case.risk.green')]).toEqual([1, 0])
    expect([await scene.counted(opened.id, 'case.risk.red', '2026-03-15'), await scene.counted(opened.id, 'case.risk.red')]).toEqual([0, 1])
    const { assessments } = await scene.as('孙主任', (context) => getCase(context, { id: opened.id }))
    expect(assessments.map(({ colour, assessedName }) => [colour, assessedName])).toEqual([['red', '孙主任'], ['green', '孙主任']])
    expect(await scene.audits('risk.assessed', opened.id)).toBe(1)
  })

  it('may wish another colour than the scales give, with a reason only; a graver one holds at once', async () => {
    const opened = await scene.open('张二', { scores: scoresOf.green })
    await expect(assess(opened.id, { scores: scoresOf.green, colour: 'yellow' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await assess(opened.id, { scores: scoresOf.green, colour: 'yellow', overrideReason: '近期家庭变故' })).toMatchObject({ colour: 'yellow' })
    const { assessments, isColourOverridden } = await scene.as('孙主任', (context) => getCase(context, { id: opened.id }))
    expect([isColourOverridden, assessments[0]?.derivedColour, assessments[0]?.overrideReason]).toEqual([true, 'green', '近期家庭变故'])
    expect(assessments[0]?.levels.guardianship.title).toBe('监护良好')
  })

  it('lies between the assessment before and today', async () => {
    const opened = await scene.open('张三')
    await expect(assess(opened.id, { assessedOn: '2026-03-17' })).rejects.toThrow('ASSESSMENT_OUTSIDE_CASE')
    await expect(assess(opened.id, { assessedOn: '2026-01-04' })).rejects.toThrow('ASSESSMENT_OUTSIDE_CASE')
  })

  it('is refused to a leader and a volunteer and not found by the neighbour', async () => {
    const opened = await scene.open('张四')
    for (const by of ['郑部长', '吴老师'] as const) await expect(assess(opened.id, {}, by)).rejects.toThrow('FORBIDDEN')
    await expect(assess(opened.id, {}, '王组长')).rejects.toThrow('NOT_FOUND')
  })
})
