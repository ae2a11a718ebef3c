import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChildFields } from '#modules/children/index.ts'
import { getCase } from '../queries/get-case.ts'
import { openCase } from './open-case.ts'
import { openCareScene, scoresOf, type CareScene } from './steps/sample-scene.ts'

describe('opening a case', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  const open = (childId: string, by: Parameters<CareScene['as']>[0] = '孙主任', change: object = {}) =>
    scene.as(by, (context) => openCase(context, { childId, need: '', scores: scoresOf.red, ...change }))

  it('takes the colour of the scores, the first due date and the unit of the child', async () => {
    const opened = await open(await scene.child('张一'), '赵干事', { need: '父母外出，需要陪伴。' })
    expect(opened).toMatchObject({
      unitCode: '990100100010001', unitName: '东一村', childLabel: '张某 · 6—13岁', colour: 'red', status: 'open', openedOn: '2026-03-16',
      lastMadeOn: null, nextVisitDueOn: '2026-03-23', isOverdue: false, volunteers: [],
    })
    for (const measure of ['case.open', 'case.opened', 'case.risk.red']) expect([measure, await scene.counted(opened.id, measure)]).toEqual([measure, 1])
    expect(await scene.audits('child-case.opened', opened.id)).toBe(1)
    expect((await scene.as('孙主任', (context) => getCase(context, { id: opened.id }))).need).toBe('父母外出，需要陪伴。')
  })

  it('opens to who opened it the fields the work needs, for a time, and health not', async () => {
    const childId = await scene.child('张二')
    await open(childId, '赵干事')
    const opened = await scene.as('赵干事', (context) => openChildFields(context, { childId, fields: ['name', 'guardians'], purpose: 'case' }))
    expect(opened.name).toBe('张二')
    await expect(scene.as('赵干事', (context) => openChildFields(context, { childId, fields: ['health'], purpose: 'case' }))).rejects.toThrow('ACCESS_REQUIRED')
  })

  it('needs the guardian\'s consent and says where to enter it', async () => {
    const childId = await scene.child('张三', { hasConsent: false })
    await expect(open(childId)).rejects.toMatchObject({ code: 'CONSENT_MISSING', data: { childId } })
  })

  it('happens once for a child at a time; the open one is named', async () => {
    const childId = await scene.child('张四')
    const first = await open(childId)
    await expect(open(childId)).rejects.toMatchObject({ code: 'CASE_ALREADY_OPEN', data: { caseId: first.id } })
  })

  it('does not lie in the future', async () => {
    await expect(open(await scene.child('张五'), '孙主任', { openedOn: '2026-03-17' })).rejects.toThrow('OPENING_IN_FUTURE')
  })

  it('is for the office and the care worker of the child; others are refused or find nothing, and nothing is written', async () => {
    const childId = await scene.child('张六')
    for (const by of ['郑部长', '吴老师', '系统员', '安全员', '审计员'] as const) await expect(open(childId, by)).rejects.toThrow('FORBIDDEN')
    for (const by of ['王组长', '蒋主任', '周主任', '钱干事'] as const) await expect(open(childId, by)).rejects.toThrow('NOT_FOUND')
    const { rows } = await scene.owner.query('select 1 from care.cases where child_id = $1', [childId])
    expect(rows).toEqual([])
  })
})
