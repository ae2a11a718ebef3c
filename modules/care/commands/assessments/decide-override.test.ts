import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { careModule } from '../../module.ts'
import { getCase } from '../../queries/get-case.ts'
import { assessRisk } from './assess-risk.ts'
import { decideOverride } from './decide-override.ts'
import { openCareScene, scoresOf, type CareScene } from '../steps/sample-scene.ts'

describe('deciding a colour wished against the scales', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const wish = async (name: string, colours: { scores: keyof typeof scoresOf; colour: 'red' | 'yellow' | 'blue' | 'green' }, by: By = '孙主任') => {
    const opened = await scene.open(name, { scores: scoresOf[colours.scores] })
    await scene.as(by, (context) => assessRisk(context, {
      id: opened.id, scores: scoresOf[colours.scores], colour: colours.colour, overrideReason: '近期家庭变故',
    }))
    return { caseId: opened.id, ...(await readCase(opened.id)) }
  }
  const readCase = async (id: string, by: By = '赵干事') => {
    const read = await scene.as(by, (context) => getCase(context, { id }))
    return { colour: read.colour, isOverridden: read.isColourOverridden, dueOn: read.nextVisitDueOn, latest: read.assessments[0]! }
  }
  const decide = (id: string, answer: { isApproved: boolean; answer?: string }, by: By = '赵干事') =>
    scene.as(by, (context) => decideOverride(context, { id, ...answer }))
  const tasks = async (assessmentId: string) => (await scene.owner.query(
    `select a.person_name, n.kind, n.done_at is not null as is_done from notices.notices n join accounts.accounts a on a.city_id = n.city_id
       and a.id = n.recipient_account_id where n.source_id = $1 order by n.kind desc, a.person_name`, [assessmentId])).rows

  it('a milder one waits: the scales hold until another person says yes', async () => {
    const asked = await wish('张一', { scores: 'red', colour: 'green' })
    expect([asked.colour, asked.isOverridden, asked.latest.override]).toMatchObject(['red', false, { colour: 'green', status: 'pending', mayDecide: true }])
    expect(await decide(asked.latest.id, { isApproved: true, answer: '入户核实过' })).toMatchObject({ colour: 'green' })
    const after = await readCase(asked.caseId)
    expect([after.isOverridden, after.latest.colour, after.latest.override]).toMatchObject(
      [true, 'green', { status: 'approved', decidedName: '赵干事', decidedOn: '2026-03-16', answer: '入户核实过' }])
    expect([await scene.counted(asked.caseId, 'case.risk.red'), await scene.counted(asked.caseId, 'case.risk.green')]).toEqual([0, 1])
    expect(await scene.audits('override.approved', asked.latest.id)).toBe(1)
  })

  it('a graver one holds at once, and gives way to the scales after a no', async () => {
    const asked = await wish('张二', { scores: 'green', colour: 'red' })
    expect([asked.colour, asked.dueOn]).toEqual(['red', '2026-03-23'])
    await expect(decide(asked.latest.id, { isApproved: false })).rejects.toThrow('ANSWER_NEEDED')
    expect(await decide(asked.latest.id, { isApproved: false, answer: '情况已缓解' })).toMatchObject({ colour: 'green', nextVisitDueOn: '2026-07-06' })
    expect((await readCase(asked.caseId)).isOverridden).toBe(false)
  })

  it('is not for the person who wished it, nor a second time', async () => {
    const own = await wish('张三', { scores: 'red', colour: 'blue' }, '赵干事')
    expect(own.latest.override?.mayDecide).toBe(false)
    await expect(decide(own.latest.id, { isApproved: true })).rejects.toThrow('OVERRIDE_OWN')
    await decide(own.latest.id, { isApproved: true }, '李组长')
    await expect(decide(own.latest.id, { isApproved: true }, '李组长')).rejects.toThrow('OVERRIDE_NOT_PENDING')
  })

  it('lapses when the risk is assessed anew', async () => {
    const asked = await wish('张四', { scores: 'red', colour: 'green' })
    await scene.as('孙主任', (context) => assessRisk(context, { id: asked.caseId, scores: scoresOf.yellow }))
    await expect(decide(asked.latest.id, { isApproved: true })).rejects.toThrow('OVERRIDE_NOT_PENDING')
  })

  it('is asked of the office, or of the one above where the office itself wished it, and answered to who wished', async () => {
    const [asked, own] = [await wish('张五', { scores: 'red', colour: 'green' }), await wish('张六', { scores: 'red', colour: 'green' }, '赵干事')]
    await runJobsInline(scene, [careModule])
    expect([await tasks(asked.latest.id), await tasks(own.latest.id)]).toMatchObject([
      [{ person_name: '赵干事', kind: 'task', is_done: false }], [{ person_name: '李组长', kind: 'task', is_done: false }]])
    await decide(asked.latest.id, { isApproved: true })
    await runJobsInline(scene, [careModule])
    expect(await tasks(asked.latest.id)).toMatchObject(
      [{ person_name: '赵干事', kind: 'task', is_done: true }, { person_name: '孙主任', kind: 'message' }])
  })

  it('carries its words to who wished it, in the notice too, and names them in the audit as changed', async () => {
    const asked = [await wish('张八', { scores: 'red', colour: 'green' }), await wish('张九', { scores: 'red', colour: 'green' }),
      await wish('张十', { scores: 'red', colour: 'green' })] as const
    await decide(asked[0].latest.id, { isApproved: false, answer: '情况没有好转' })
    await decide(asked[1].latest.id, { isApproved: true, answer: '入户核实过' })
    await decide(asked[2].latest.id, { isApproved: true })
    await runJobsInline(scene, [careModule])
    const told = async (id: string) => (await scene.owner.query(
      `select n.body, e.details -> 'changed' as changed from notices.notices n join audit.entries e on e.id::text = n.source_key
        where n.source_id = $1 and n.kind = 'message'`, [id])).rows
    expect(await told(asked[0].latest.id)).toEqual([{ body: '赵干事说明：情况没有好转', changed: ['overrideStatus', 'overrideAnswer'] }])
    expect(await told(asked[1].latest.id)).toEqual([{ body: '赵干事说明：入户核实过', changed: ['overrideStatus', 'overrideAnswer'] }])
    expect(await told(asked[2].latest.id)).toEqual([{ body: '', changed: ['overrideStatus'] }])
  })

  it('is refused to a care worker and a leader and not found by the neighbour', async () => {
    const asked = await wish('张七', { scores: 'red', colour: 'green' })
    for (const by of ['周主任', '郑部长', '吴老师'] as const) await expect(decide(asked.latest.id, { isApproved: true }, by)).rejects.toThrow('FORBIDDEN')
    await expect(decide(asked.latest.id, { isApproved: true }, '王组长')).rejects.toThrow('NOT_FOUND')
  })
})
