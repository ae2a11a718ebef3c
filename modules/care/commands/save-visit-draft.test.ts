import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getVisitDraft } from '../queries/get-visit-draft.ts'
import { saveVisitDraft } from './save-visit-draft.ts'
import { openCareScene, type CareScene } from './steps/sample-scene.ts'

describe('a draft of a visit', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  const draft = { madeOn: '2026-03-15', medium: 'home' as const, note: '写到一半的话' }
  const read = (id: string, by: Parameters<CareScene['as']>[0] = '孙主任') => scene.as(by, (context) => getVisitDraft(context, { id }))

  it('comes back as it was saved, to its writer only, and lies sealed', async () => {
    const opened = await scene.open('张一')
    expect(await read(opened.id)).toEqual({ draft: null, savedAt: null })
    await scene.as('孙主任', (context) => saveVisitDraft(context, { id: opened.id, draft: { note: '先写一句' } }))
    await scene.as('孙主任', (context) => saveVisitDraft(context, { id: opened.id, draft }))
    expect((await read(opened.id)).draft).toEqual(draft)
    expect((await read(opened.id, '赵干事')).draft).toBeNull()
    const { rows } = await scene.owner.query('select sealed from care.visit_drafts')
    expect(rows[0].sealed.includes(Buffer.from('写到一半'))).toBe(false)
  })

  it('is gone when the visit was recorded', async () => {
    const opened = await scene.open('张二')
    await scene.as('孙主任', (context) => saveVisitDraft(context, { id: opened.id, draft }))
    await scene.visit(opened.id, { volunteerIds: [] })
    expect((await read(opened.id)).draft).toBeNull()
  })

  it('is refused to those who record no visits and not found by the neighbour', async () => {
    const opened = await scene.open('张三')
    await expect(scene.as('郑部长', (context) => saveVisitDraft(context, { id: opened.id, draft }))).rejects.toThrow('FORBIDDEN')
    await expect(scene.as('蒋主任', (context) => saveVisitDraft(context, { id: opened.id, draft }))).rejects.toThrow('NOT_FOUND')
    await expect(read(opened.id, '蒋主任')).rejects.toThrow('NOT_FOUND')
  })
})
