import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeChild } from '#modules/children/commands/close-child.ts'
import { withdrawConsent } from '#modules/children/commands/consents/record-consent.ts'
import { eraseChild } from '#modules/children/commands/erase-child.ts'
import { mergeChildren } from '#modules/children/commands/merging/merge-children.ts'
import { endKeeping } from '#modules/children/commands/steps/sample-child.ts'
import { undoMerge } from '#modules/children/commands/merging/undo-merge.ts'
import { countMergedChildren } from '#modules/children/jobs/count-merged-children.ts'
import { childrenModule } from '#modules/children/module.ts'
import { protectionModule } from '#modules/protection/module.ts'
import { getComplianceReport } from '#modules/protection/queries/get-compliance-report.ts'
import { findErasure, listErasures } from '#modules/protection/queries/list-erasures.ts'
import { careModule } from '#modules/care/module.ts'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { openAidScene, type AidScene } from '../commands/steps/sample-aid.ts'
import { aidModule } from '../module.ts'
import { listNeeds } from '../queries/list-needs.ts'

// 孙主任 keeps 东一村 and 周主任 东二村; 赵干事 is the office above both, 冯科长 answers for minors' data.
describe('aid for a child that two records tell of', () => {
  let scene: AidScene
  beforeAll(async () => { scene = await openAidScene() })
  afterAll(() => scene.close())

  const tonight = () => runScheduledJob(scene, countMergedChildren)
  const work = () => runJobsInline(scene, [childrenModule, careModule, aidModule, protectionModule])
  const versionOf = async (id: string) => (await scene.owner.query('select version from children.children where id = $1', [id])).rows[0].version as number
  const merge = (id: string, mergedId: string) => scene.as('赵干事', async (context) => mergeChildren(context, {
    id, mergedId, version: await versionOf(id), mergedVersion: await versionOf(mergedId), reason: '户口本核对为同一人' }))
  const part = async (mergedId: string) => {
    const { rows } = await scene.owner.query('select id from children.merges where merged_id = $1 and undone_at is null', [mergedId])
    await scene.as('赵干事', (context) => undoMerge(context, { id: rows[0].id, reason: '核对后是两个孩子' }))
    await work()
  }
  /** How many children a measure counts of these records. */
  const counted = async (measure: string, recordIds: string[]) => (await scene.owner.query(`select count(*)::int as count from (
    select subject_id from figures.facts where measure = $1 and record_id = any($2) group by subject_id having sum(sign) > 0) live`,
  [measure, recordIds])).rows[0].count as number
  /** What the yearly report of the county counts of children, whatever their age. */
  const figures = async () => Object.fromEntries((await scene.as('冯科长', (context) => getComplianceReport(context, {}))).figures
    .filter(({ code }) => ['children-kept', 'children-registered', 'erasures'].includes(code))
    .map((figure) => [figure.code, figure['under-14'] + figure['14-to-18'] + figure.other])) as Record<string, number>
  const statusOf = async (id: string) => (await scene.owner.query('select status from aid.wishes where id = $1', [id])).rows[0].status as string
  const two = async (consents: readonly ('service' | 'publication')[][] = [['service'], ['service']]) => [
    await scene.opened({ change: { name: '成小一', birthOn: '2014-06-01' }, consents: consents[0]! }),
    await scene.opened({ change: { name: '程晓亦', birthOn: '2014-06-01' }, consents: consents[1]! }),
  ] as const

  it('counts one household for the two that the records name, and two again after an undo, also of aid given meanwhile', async () => {
    const [kept, merged] = await two()
    const acts = [(await scene.givenAct({ caseId: kept.caseId })).id, (await scene.givenAct({ caseId: merged.caseId })).id]
    expect(await counted('aid.household', acts)).toBe(2)
    await merge(kept.childId, merged.childId)
    await work()
    expect(await counted('aid.household', acts)).toBe(1)
    acts.push((await scene.givenAct({ caseId: merged.caseId })).id)
    await tonight()
    expect(await counted('aid.household', acts)).toBe(1)
    await part(merged.childId)
    expect(await counted('aid.household', acts)).toBe(2)
  })

  it('counts one child while they are one, two before and two after an undo; every need and act stays under the record it was written for', async () => {
    const [kept, merged] = await two()
    const acts = [(await scene.givenAct({ caseId: kept.caseId })).id, (await scene.givenAct({ caseId: merged.caseId })).id]
    expect(await counted('aid.given', acts)).toBe(2)
    await merge(kept.childId, merged.childId)
    await work()
    expect(await counted('aid.given', acts)).toBe(1)
    const later = await scene.need({ caseId: merged.caseId })
    const { items } = await scene.as('赵干事', (context) => listNeeds(context, { childId: merged.childId, limit: 20 }))
    expect(items.map(({ id }) => id)).toEqual([later.id])
    await part(merged.childId)
    expect(await counted('aid.given', acts)).toBe(2)
  })

  it('publishes a wish under a consent that either record keeps, and takes it down when they are two children again', async () => {
    const [kept, merged] = await two([['service', 'publication'], ['service']])
    const wish = await scene.wish({ caseId: merged.caseId })
    await expect(scene.publishedWish({ caseId: merged.caseId })).rejects.toThrow('PUBLICATION_CONSENT_MISSING')
    await merge(kept.childId, merged.childId)
    const shown = await scene.publishedWish({ caseId: merged.caseId })
    await work()
    expect(await statusOf(shown.id)).toBe('published')
    await part(merged.childId)
    expect(await statusOf(shown.id)).toBe('withdrawn')
    expect(await statusOf(wish.id)).toBe('draft')
  })

  it('takes a wish of the other record down with the consent of the child', async () => {
    const [kept, merged] = await two([['service', 'publication'], ['service']])
    await merge(kept.childId, merged.childId)
    const shown = await scene.publishedWish({ caseId: merged.caseId })
    const { rows } = await scene.owner.query(`select id from children.consents where child_id = $1 and kind = 'publication'`, [kept.childId])
    await scene.as('赵干事', (context) => withdrawConsent(context, { id: kept.childId, consentId: rows[0].id }))
    await work()
    expect(await statusOf(shown.id)).toBe('withdrawn')
  })

  it('judges the text of a wish by what every record says of the child', async () => {
    const [kept, merged] = await two([['service', 'publication'], ['service']])
    await scene.wish({ caseId: merged.caseId, text: '成小一想要一个书包' })
    await merge(kept.childId, merged.childId)
    for (const [caseId, text] of [[merged.caseId, '成小一想要一个书包'], [kept.caseId, '程晓亦想要一个书包']] as const) {
      await expect(scene.wish({ caseId, text }), text).rejects.toMatchObject({ data: { issues: [{ path: ['text'] }] } })
    }
  })

  it('is forgotten with both records when the child is erased, one in the report; each proof names the other by number; nothing parts them', async () => {
    const before = await figures()
    const [kept, merged] = await two([['service', 'publication'], ['service']])
    expect(await figures()).toEqual({ 'children-kept': before['children-kept']! + 2, 'children-registered': before['children-registered']! + 2, erasures: 0 })
    await merge(kept.childId, merged.childId)
    expect(await figures()).toEqual({ 'children-kept': before['children-kept']! + 1, 'children-registered': before['children-registered']! + 1, erasures: 0 })
    const need = await scene.need({ caseId: merged.caseId })
    const act = await scene.givenAct({ caseId: merged.caseId })
    const wish = await scene.publishedWish({ caseId: merged.caseId })
    await scene.as('孙主任', async (context) => closeChild(context, {
      id: kept.childId, version: await versionOf(kept.childId), reason: 'guardian-request', closedOn: '2026-03-16' }))
    await endKeeping(scene, kept.childId)
    await scene.as('冯科长', (context) => eraseChild(context, { id: kept.childId, reason: '保存期满，依法删除' }))
    await work()
    const { rows: keys } = await scene.owner.query('select wrapped from children.person_keys where id = any($1)', [[kept.childId, merged.childId]])
    expect(keys).toEqual([{ wrapped: null }, { wrapped: null }])
    for (const [table, id] of [['needs', need.id], ['acts', act.id], ['wishes', wish.id]]) {
      expect((await scene.owner.query(`select wrapped_key, label from aid.${table} where id = $1`, [id])).rows).toEqual([{ wrapped_key: null, label: '已删除' }])
    }
    expect(await counted('aid.given', [act.id])).toBe(1)
    const { items } = await scene.as('冯科长', (context) => listErasures(context, { limit: 20 }))
    const proofs = await Promise.all(items.map(({ id }) => scene.as('冯科长', (context) => findErasure(context, id))))
    expect(proofs.map((proof) => [proof?.recordId, proof?.relatedIds])).toEqual(expect.arrayContaining([
      [kept.childId, [merged.childId]], [merged.childId, [kept.childId]]]))
    expect(JSON.stringify(proofs)).not.toMatch(/成|程/)
    expect(await figures()).toEqual({ 'children-kept': before['children-kept'], 'children-registered': before['children-registered']! + 1, erasures: 1 })
    await expect(part(merged.childId)).rejects.toThrow('CHILD_ERASED')
  })
})
