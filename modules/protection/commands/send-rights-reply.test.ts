import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getRightsRequest } from '../queries/get-rights-request.ts'
import { decideRightsRequest } from './decide-rights-request.ts'
import { sendRightsReply } from './send-rights-reply.ts'
import { openRightsScene, type RightsScene } from './steps/sample-scene.ts'

describe('handing over the written answer', () => {
  let scene: RightsScene
  beforeAll(async () => { scene = await openRightsScene() })
  afterAll(() => scene.close())
  const decided = async () => {
    const asked = await scene.request({ kind: 'delete' })
    return scene.as('冯科长', (context) => decideRightsRequest(context, { ...asked, granted: true, reply: '将依法删除' }))
  }
  const send = (input: { id: string; version: number; sentOn?: string }, by: Parameters<RightsScene['as']>[0] = '冯科长') =>
    scene.as(by, (context) => sendRightsReply(context, { sentOn: '2026-03-16', sentHow: 'post', ...input }))

  it('keeps the deadline, with the day and the way', async () => {
    const request = await decided()
    await send(request)
    expect(await scene.as('冯科长', (context) => getRightsRequest(context, { id: request.id }))).toMatchObject({
      status: 'sent', sentOn: '2026-03-16', sentHow: 'post', sentName: '冯科长', isLate: false })
  })

  it('comes after the decision, once, not in the future and not before the decision', async () => {
    const open = await scene.request()
    await expect(send(open)).rejects.toThrow('RIGHTS_REQUEST_OPEN')
    const request = await decided()
    await expect(send({ ...request, sentOn: '2026-03-17' })).rejects.toMatchObject({ data: { issues: [{ path: ['sentOn'] }] } })
    await expect(send({ ...request, sentOn: '2026-03-15' })).rejects.toMatchObject({ data: { issues: [{ path: ['sentOn'] }] } })
    await expect(send({ ...request, version: 1 })).rejects.toThrow('STALE')
    const sent = await send(request)
    await expect(send(sent)).rejects.toThrow('RIGHTS_REPLY_SENT')
  })

  it('is recorded by the responsible persons of the range only', async () => {
    const request = await decided()
    for (const name of ['孙主任', '赵干事', '陈主任', '郑部长', '吴老师', '审计员'] as const) await expect(send(request, name)).rejects.toThrow('FORBIDDEN')
    await expect(send(request, '褚科长')).rejects.toThrow('NOT_FOUND')
  })

  it('is readable without name and words once the child is erased', async () => {
    const asked = await scene.request()
    await scene.owner.query('update children.person_keys set wrapped = null, erased_at = now() where id = $1', [asked.childId])
    expect(await scene.as('冯科长', (context) => getRightsRequest(context, { id: asked.id }))).toMatchObject({ requesterName: null, wish: null, phone: null })
  })
})
