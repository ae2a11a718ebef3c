import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { childrenModule } from '#modules/children/module.ts'
import { mergeChildren } from '#modules/children/commands/merging/merge-children.ts'
import { undoMerge } from '#modules/children/commands/merging/undo-merge.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { CaseRow } from '../contract.ts'
import { closeCase } from '../commands/close-case.ts'
import { openCase } from '../commands/open-case.ts'
import { reopenCase } from '../commands/reopen-case.ts'
import { openCareScene, type CareScene } from '../commands/steps/sample-scene.ts'
import { careModule } from '../module.ts'
import { getCase } from '../queries/get-case.ts'
import { listCases } from '../queries/list-cases.ts'

// 孙主任 keeps 东一村 and 周主任 东二村; 赵干事 of the town above both merges the records and closes cases.
describe('two open cases of one child', () => {
  let scene: CareScene
  let kept: CaseRow
  let double: CaseRow
  let mergeId: string
  beforeAll(async () => {
    scene = await openCareScene()
    kept = await scene.open('章小双')
    double = await scene.open('张小双', { by: '周主任', openedOn: '2026-02-02' })
  })
  afterAll(() => scene.close())
  const work = () => runJobsInline(scene, [childrenModule, careModule])
  const versionOf = async (id: string) => (await scene.owner.query('select version from children.children where id = $1', [id])).rows[0].version as number
  const merge = async (keptId: string, mergedId: string) => {
    const versions = { version: await versionOf(keptId), mergedVersion: await versionOf(mergedId) }
    await scene.as('赵干事', (context) => mergeChildren(context, { id: keptId, mergedId, ...versions, reason: '户口本核对为同一人' }))
    await work()
    return (await scene.owner.query('select id from children.merges where merged_id = $1 order by merged_at desc', [mergedId])).rows[0].id as string
  }
  const tasks = async () => (await scene.owner.query(`select a.person_name, n.title, n.link, n.due_on, n.done_at is not null as is_done from notices.notices n
    join accounts.accounts a on a.city_id = n.city_id and a.id = n.recipient_account_id where n.source_kind = 'double-case' order by n.created_at`)).rows
  const open = (id: string, by: PersonName = '赵干事') => scene.as(by, (context) => getCase(context, { id }))
  const close = (of: CaseRow, reason: 'duplicate' | 'solved' = 'duplicate') =>
    scene.as('赵干事', (context) => closeCase(context, { id: of.id, version: of.version, reason, result: '' }))

  it('are nothing to anybody before the records are merged; neither is a double', async () => {
    expect((await open(kept.id)).otherOpen).toBeNull()
    await expect(close(double)).rejects.toThrow('NO_OTHER_CASE')
  })

  it('are a task for the office that answers for both, once, and each case names the other to who may close it', async () => {
    mergeId = await merge(kept.childId, double.childId)
    expect(await tasks()).toEqual([
      { person_name: '赵干事', title: '章某有两个进行中的个案，请留一个', link: `/cases/${kept.id}`, due_on: '2026-03-23', is_done: false }])
    expect((await open(kept.id)).otherOpen).toEqual({ id: double.id, unitName: '东二村', openedOn: '2026-02-02' })
    expect((await open(double.id)).otherOpen).toMatchObject({ id: kept.id })
    expect((await open(double.id, '周主任')).otherOpen).toBeNull()
  })

  it('are listed together with the child, for which no third one is opened', async () => {
    const { items } = await scene.as('赵干事', (context) => listCases(context, { childId: kept.childId, limit: 10 }))
    expect(items.map(({ id }) => id).toSorted()).toEqual([kept.id, double.id].toSorted())
    const third = { childId: kept.childId, openedOn: '2026-03-16', need: '', scores: { guardianship: 0, physical: 0, behaviour: 0 } }
    await expect(scene.as('孙主任', (context) => openCase(context, third))).rejects.toMatchObject({ code: 'CASE_ALREADY_OPEN', data: { caseId: kept.id } })
  })

  it('the task ends when the records are two again, and comes back with the next merge', async () => {
    await scene.as('赵干事', (context) => undoMerge(context, { id: mergeId, reason: '核对后是两个孩子' }))
    await work()
    expect((await tasks()).map(({ is_done: isDone }) => isDone)).toEqual([true])
    mergeId = await merge(kept.childId, double.childId)
    expect((await tasks()).map(({ is_done: isDone }) => isDone)).toEqual([true, false])
  })

  it('one is closed as a double, also with a visit overdue; no closing is counted, the task ends, and the other is a double of none', async () => {
    await expect(close(double, 'solved')).rejects.toThrow('CASE_HAS_OVERDUE_VISIT')
    const closed = await close(double)
    await work()
    expect((await tasks()).map(({ is_done: isDone }) => isDone)).toEqual([true, true])
    expect([await scene.counted(double.id, 'case.open'), await scene.counted(double.id, 'case.closed')]).toEqual([0, 0])
    expect((await open(kept.id)).otherOpen).toBeNull()
    expect((await open(double.id)).closingReason).toBe('duplicate')
    await expect(close(kept)).rejects.toThrow('NO_OTHER_CASE')
    const again = { id: double.id, version: closed.version, reason: '结案有误' }
    await expect(scene.as('赵干事', (context) => reopenCase(context, again))).rejects.toMatchObject({ code: 'CASE_ALREADY_OPEN', data: { caseId: kept.id } })
  })
})
