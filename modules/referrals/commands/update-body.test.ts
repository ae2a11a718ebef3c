import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBodies } from '../queries/list-bodies.ts'
import { updateBody } from './update-body.ts'
import { openReferralScene, type ReferralScene } from './steps/sample-referral.ts'

describe('putting an outside body right', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())

  it('changes it, takes it out of use and back, and refuses a stale save', async () => {
    const id = await scene.body('县医院')
    const update = (version: number, isClosed: boolean, by: Parameters<ReferralScene['as']>[0] = '赵干事') => scene.as(by, (context) => (
      updateBody(context, { id, version, kind: 'hospital', name: '县人民医院', address: '', phone: '', contact: '', isClosed })))
    expect(await update(1, true)).toMatchObject({ name: '县人民医院', closedOn: '2026-03-16', version: 2 })
    expect((await scene.as('孙主任', (context) => listBodies(context, { limit: 20 }))).items).toEqual([])
    expect((await scene.as('孙主任', (context) => listBodies(context, { closed: true, limit: 20 }))).items).toHaveLength(1)
    await expect(update(1, false)).rejects.toMatchObject({ code: 'STALE' })
    expect(await update(2, false)).toMatchObject({ closedOn: null })
    await expect(update(3, true, '孙主任')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
