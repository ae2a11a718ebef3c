import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeChildren } from '#modules/children/commands/merging/merge-children.ts'
import type { NewRightsRequest } from '../contract.ts'
import { listRightsRequests } from '../queries/list-rights-requests.ts'
import { decideRightsRequest } from './decide-rights-request.ts'
import { recordRightsRequest } from './record-rights-request.ts'
import { openRightsScene, type RightsScene } from './steps/sample-scene.ts'

describe('recording what a child or guardian asks', () => {
  let scene: RightsScene
  beforeAll(async () => { scene = await openRightsScene() })
  afterAll(() => scene.close())
  const list = (name: Parameters<RightsScene['as']>[0]) => scene.as(name, (context) => listRightsRequests(context, { limit: 200 }))

  it('sets the last day for the answer, in working days (Tomb-sweeping lies between), and keeps who asks and what sealed', async () => {
    const asked = await scene.request()
    expect(asked).toMatchObject({ dueOn: '2026-04-07', countsCalendarDays: false })
    const { rows } = await scene.owner.query(`select asked::text as line from protection.rights_requests asked where id = $1`, [asked.id])
    expect(rows[0].line).not.toMatch(/李桂花|全部资料|13900001234/)
    const { rows: entries } = await scene.owner.query('select details::text as details from audit.entries where subject_id = $1', [asked.id])
    expect(entries[0].details).not.toMatch(/李桂花|全部资料/)
  })

  it('is counted once in the figures, under a masked name', async () => {
    const asked = await scene.request()
    const { rows } = await scene.owner.query('select measure, label, sign, happened_on::text as day from figures.facts where record_id = $1', [asked.id])
    expect(rows).toEqual([{ measure: 'rights-request.received', label: '张某', sign: 1, day: '2026-03-16' }])
  })

  it('follows the days the city has set, from the day on which they hold', async () => {
    await scene.owner.query(`insert into platform.settings (city_id, name, valid_from, value, source) values
      ($1, 'protection.rightsDays', '2026-01-01', '10', '市关工委'), ($1, 'protection.rightsDays', '2026-09-01', '5', '市关工委')`, [scene.cityId])
    expect((await scene.request()).dueOn).toBe('2026-03-30')
    await scene.owner.query('delete from platform.settings')
  })

  it('is seen by the units of the range, masked; by nobody else', async () => {
    const asked = await scene.request()
    for (const name of ['孙主任', '赵干事', '冯科长', '陈主任'] as const) {
      expect((await list(name)).items.find(({ id }) => id === asked.id)).toMatchObject({ maskedName: '张某', status: 'open', isLate: false })
    }
    for (const name of ['周主任', '钱干事', '褚科长', '王组长'] as const) expect((await list(name)).items.map(({ id }) => id)).not.toContain(asked.id)
    for (const name of ['郑部长', '吴老师', '系统员', '安全员', '审计员'] as const) await expect(list(name)).rejects.toThrow('FORBIDDEN')
  })

  it('is refused for a child, or for the guardian of a child, that the caller cannot see or that do not belong together', async () => {
    const [one, other] = [await scene.child(), await scene.child()]
    const ask = (name: '孙主任' | '蒋主任', guardianId: string) => scene.as(name, (context) => recordRightsRequest(context, {
      childId: one.id, guardianId, kind: 'see', askedBy: 'guardian', proof: 'court', requesterName: '李桂花', wish: '查看', receivedOn: '2026-03-16',
    }))
    await expect(ask('蒋主任', one.guardianId)).rejects.toThrow('NOT_FOUND')
    await expect(ask('孙主任', other.guardianId)).rejects.toThrow('NOT_FOUND')
  })

  it('says beside the field what is wrong', async () => {
    await expect(scene.request({ receivedOn: '2026-03-17' })).rejects.toMatchObject({ data: { issues: [{ path: ['receivedOn'] }] } })
    await expect(scene.request({ askedBy: 'agent' })).rejects.toMatchObject({ data: { issues: [{ path: ['guardianId'] }] } })
  })

  it('says that nothing is kept any more once the child was erased', async () => {
    const { id, guardianId } = await scene.child()
    await scene.owner.query('update children.person_keys set wrapped = null, erased_at = now() where id = $1', [id])
    await expect(scene.request({ childId: id, guardianId })).rejects.toThrow('CHILD_ERASED')
  })

  it('is not recorded twice: what waits for a decision is led to, another kind is another request, and after the decision it may be asked again', async () => {
    const { id: childId, guardianId } = await scene.child()
    const ask = (change: Partial<NewRightsRequest> = {}, by: '孙主任' | '赵干事' = '孙主任') => scene.request({ childId, guardianId, ...change }, by)
    const first = await ask()
    await expect(ask()).rejects.toMatchObject({ code: 'RIGHTS_REQUEST_KNOWN', data: { id: first.id } })
    await expect(ask({ askedBy: 'child', guardianId: undefined }, '赵干事')).rejects.toMatchObject({ data: { id: first.id } })
    await ask({ kind: 'delete' })
    await scene.as('冯科长', (context) => decideRightsRequest(context, { id: first.id, version: 1, granted: true, reply: '请来领取' }))
    expect((await ask()).id).not.toBe(first.id)
  })

  it('is recorded once when several record it at the same time', async () => {
    const { id: childId } = await scene.child()
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => scene.as('孙主任', (context) => recordRightsRequest(context, {
      childId, kind: 'correct', askedBy: 'child', proof: 'known', requesterName: '张小明', wish: '改正地址', receivedOn: '2026-03-16' }))))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is not recorded twice either for the other record of the same child', async () => {
    const [kept, merged] = [await scene.child('程同名'), await scene.child('成同名')]
    const first = await scene.request({ childId: merged.id, guardianId: merged.guardianId })
    await scene.as('赵干事', (context) => mergeChildren(context, {
      id: kept.id, mergedId: merged.id, version: 1, mergedVersion: 1, reason: '户口本核对为同一人' }))
    await expect(scene.request({ childId: kept.id, guardianId: kept.guardianId })).rejects.toMatchObject({ data: { id: first.id } })
  })
})
