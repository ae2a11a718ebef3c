import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discardVisitDraft } from './discard-visit-draft.ts'
import { saveVisitDraft } from './save-visit-draft.ts'
import { openCareScene, type CareScene } from './steps/sample-scene.ts'

describe('discarding a draft', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())

  it('throws away one\'s own and leaves that of others', async () => {
    const { id } = await scene.open('张一')
    for (const by of ['孙主任', '赵干事'] as const) await scene.as(by, (context) => saveVisitDraft(context, { id, draft: { note: by } }))
    expect(await scene.as('孙主任', (context) => discardVisitDraft(context, { id }))).toEqual({ discarded: true })
    expect(await scene.as('孙主任', (context) => discardVisitDraft(context, { id }))).toEqual({ discarded: false })
    expect((await scene.owner.query('select 1 from care.visit_drafts')).rowCount).toBe(1)
    for (const by of ['王组长', '周主任'] as const) await expect(scene.as(by, (context) => discardVisitDraft(context, { id }))).rejects.toThrow('NOT_FOUND')
    await expect(scene.as('郑部长', (context) => discardVisitDraft(context, { id }))).rejects.toThrow('FORBIDDEN')
  })
})
