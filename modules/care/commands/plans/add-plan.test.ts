import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPlan } from '../../queries/plans/get-plan.ts'
import { listPlans } from '../../queries/plans/list-plans.ts'
import { samplePlan } from '../steps/sample-plan.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { addPlan } from './add-plan.ts'
import { submitPlan } from './submit-plan.ts'
import { updatePlan } from './update-plan.ts'

describe('writing a plan', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const add = (caseId: string, change: Partial<typeof samplePlan> = {}, by: By = '孙主任') =>
    scene.as(by, (context) => addPlan(context, { id: caseId, ...samplePlan, ...change }))
  const read = (id: string, by: By = '孙主任') => scene.as(by, (context) => getPlan(context, { id }))

  it('keeps goals and services as they were written, sealed under the key of the case, and records who read them', async () => {
    const opened = await scene.open('张一')
    const plan = await add(opened.id)
    expect(plan).toMatchObject({ status: 'draft', goals: 1, goalsReached: 0, writtenName: '孙主任', reviewOn: '2026-06-16' })
    expect(await read(plan.id)).toMatchObject({
      aim: '秘密：改善监护', goals: [{ text: '秘密：每天有人接送', dueOn: '2026-06-01', outcome: 'open', words: null }],
      services: [{ text: '秘密：周末辅导', responsible: '吴老师' }], mayDecide: false,
    })
    const { rows } = await scene.owner.query(`select encode(sealed_text, 'escape') as sealed from care.plan_goals where plan_id = $1`, [plan.id])
    expect(rows[0].sealed).not.toContain('接送')
    expect([await scene.audits('plan.added', plan.id), await scene.audits('plan.read', opened.childId)]).toEqual([1, 1])
  })

  it('shows a leader how it stands, not what is written', async () => {
    const opened = await scene.open('张二')
    const plan = await add(opened.id)
    expect(await read(plan.id, '郑部长')).toMatchObject({ status: 'draft', aim: null, goals: [{ text: null }], services: [{ text: null }] })
    const { items } = await scene.as('郑部长', (context) => listPlans(context, { limit: 50, caseId: opened.id }))
    expect(items.map(({ id, childLabel }) => [id, childLabel])).toEqual([[plan.id, expect.stringMatching(/^张某/)]])
  })

  it('is possible once at a time, in an open case, with days in order', async () => {
    const opened = await scene.open('张三')
    const first = await add(opened.id)
    await expect(add(opened.id)).rejects.toMatchObject({ code: 'PLAN_EXISTS', data: { planId: first.id } })
    const other = await scene.open('张四')
    await expect(add(other.id, { fromOn: '2026-01-04' })).rejects.toMatchObject({ code: 'PLAN_BEFORE_CASE', data: { openedOn: '2026-01-05' } })
    await expect(add(other.id, { reviewOn: '2026-09-17' })).rejects.toThrow('PLAN_DAYS_REVERSED')
    await expect(add(other.id, { goals: [{ text: '返校', dueOn: '2026-09-17' }] })).rejects.toMatchObject({ code: 'GOAL_OUTSIDE_PLAN', data: { place: 1 } })
  })

  it('may be written anew until it is handed in; who writes it last is its author', async () => {
    const opened = await scene.open('张五')
    const plan = await add(opened.id)
    const written = await scene.as('赵干事', (context) => updatePlan(context, {
      id: plan.id, version: plan.version, ...samplePlan, goals: [{ text: '返校', dueOn: '2026-09-01' }, { text: '体检', dueOn: '2026-04-01' }],
    }))
    expect(written).toMatchObject({ goals: 2, writtenName: '赵干事', version: 2 })
    expect((await read(plan.id)).goals.map(({ text }) => text)).toEqual(['返校', '体检'])
    await expect(scene.as('孙主任', (context) => updatePlan(context, { id: plan.id, version: 1, ...samplePlan }))).rejects.toThrow('STALE')
    const submitted = await scene.as('孙主任', (context) => submitPlan(context, { id: plan.id, version: 2 }))
    expect(submitted.status).toBe('submitted')
    await expect(scene.as('孙主任', (context) => updatePlan(context, { id: plan.id, version: 3, ...samplePlan }))).rejects.toThrow('PLAN_NOT_DRAFT')
    await expect(scene.as('孙主任', (context) => submitPlan(context, { id: plan.id, version: 3 }))).rejects.toThrow('PLAN_NOT_DRAFT')
  })

  it('is not handed in without a goal and a service', async () => {
    const opened = await scene.open('张六')
    const plan = await add(opened.id, { services: [] })
    await expect(scene.as('孙主任', (context) => submitPlan(context, { id: plan.id, version: 1 }))).rejects.toThrow('PLAN_INCOMPLETE')
  })

  it('is refused to a leader and a volunteer and not found by the neighbour', async () => {
    const opened = await scene.open('张七')
    for (const by of ['郑部长', '吴老师'] as const) await expect(add(opened.id, {}, by)).rejects.toThrow('FORBIDDEN')
    await expect(add(opened.id, {}, '王组长')).rejects.toThrow('NOT_FOUND')
    const plan = await add(opened.id)
    await expect(read(plan.id, '王组长')).rejects.toThrow('NOT_FOUND')
    await expect(read(plan.id, '吴老师')).rejects.toThrow('FORBIDDEN')
  })
})
