import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBodies } from '../queries/list-bodies.ts'
import { addBody } from './add-body.ts'
import { openReferralScene, type ReferralScene } from './steps/sample-referral.ts'

describe('adding an outside body', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())
  const add = (name: string, by: Parameters<ReferralScene['as']>[0] = '赵干事') =>
    scene.as(by, (context) => addBody(context, { kind: 'department', name, address: '中山路1号', phone: '12345', contact: '儿童福利科' }))

  it('is seen by the whole city, one name once', async () => {
    const body = await add('市民政局')
    await expect(add('市民政局', '王组长')).rejects.toMatchObject({ code: 'BODY_KNOWN', data: { id: body.id } })
    const found = await scene.as('蒋主任', (context) => listBodies(context, { q: '民政', kind: 'department', limit: 20 }))
    expect(found.items).toEqual([body])
    expect((await scene.as('蒋主任', (context) => listBodies(context, { q: '%', limit: 20 }))).items).toEqual([])
    expect((await scene.as('蒋主任', (context) => listBodies(context, { kind: 'school', limit: 20 }))).items).toEqual([])
  })

  it('is for offices', async () => {
    for (const by of ['孙主任', '冯科长', '郑部长', '吴老师', '系统员'] as const) await expect(add('某医院', by)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
