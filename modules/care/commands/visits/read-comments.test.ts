import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOwnComments } from '../../queries/visits/list-own-comments.ts'
import { getVisit } from '../../queries/get-visit.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { voidVisit } from '../void-visit.ts'
import { commentOnVisit } from './comment-on-visit.ts'
import { readComments } from './read-comments.ts'

describe('comments shown elsewhere than with their visit', () => {
  let scene: CareScene
  let wu: string
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', capacity: 20, account: '吴老师' })
  })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const commented = async (name: string) => {
    const { id: caseId } = await scene.open(name)
    await scene.pair(caseId, wu)
    const visit = await scene.visit(caseId, { volunteerIds: [wu] })
    const comment = await scene.as('赵干事', (context) => commentOnVisit(context, { id: visit.id, text: '辛苦了' }))
    return { caseId, visitId: visit.id, id: comment.id }
  }
  const own = (caseIds: string[], by: By = '吴老师', sinceOn = '2026-03-01') =>
    scene.as(by, (context) => listOwnComments(context, { caseIds, sinceOn, most: 20 }))
  const read = (id: string, by: By = '吴老师', at = '2026-03-16T02:00:00Z') => scene.as(by, (context) => readComments(context, [{ id, at: new Date(at) }]))
  const readAt = async (visitId: string) => (await scene.as('赵干事', (context) => getVisit(context, { id: visitId }))).comments.map((each) => each.readAt)

  it('are listed with their words for whoever went, of the named cases and days alone', async () => {
    const { caseId, id } = await commented('张一')
    const other = await commented('张二')
    expect(await own([caseId])).toMatchObject([{ id, caseId, madeOn: '2026-03-10', text: '辛苦了', commentedName: '赵干事' }])
    expect(await own([caseId, other.caseId])).toHaveLength(2)
    expect(await own([caseId], '吴老师', '2026-03-17')).toEqual([])
    expect(await own([])).toEqual([])
  })

  it('are listed neither for whoever wrote them, nor for somebody who did not go, nor of a visit that was a mistake', async () => {
    const { caseId, visitId } = await commented('张三')
    expect(await own([caseId], '赵干事')).toEqual([])
    expect(await own([caseId], '王组长')).toEqual([])
    await scene.as('孙主任', (context) => voidVisit(context, { id: visitId, version: 1, reason: '重复录入' }))
    expect(await own([caseId])).toEqual([])
  })

  it('count as read once, at the moment they were shown, and the reading is recorded', async () => {
    const { id, visitId } = await commented('张四')
    expect(await readAt(visitId)).toEqual([null])
    const before = await scene.audits('visit.read')
    const { rows: [written] } = await scene.owner.query('select commented_at from care.visit_comments where id = $1', [id])
    await read(id, '吴老师', '2099-01-01T00:00:00Z')
    const [first] = await readAt(visitId)
    expect(first?.getTime()).toBe(written.commented_at.getTime())
    await read(id)
    expect(await readAt(visitId)).toEqual([first])
    // One reading of the comment; the other two are those of this test itself.
    expect(await scene.audits('visit.read') - before).toBe(1 + 2)
  })

  it('are not read by showing them to anybody else', async () => {
    const { id, visitId } = await commented('张五')
    for (const by of ['赵干事', '王组长'] as const) await read(id, by)
    expect(await readAt(visitId)).toEqual([null])
  })
})
