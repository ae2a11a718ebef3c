import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#apps/server/modules.ts'
import { closeChild } from '#modules/children/commands/close-child.ts'
import { eraseChild } from '#modules/children/commands/erase-child.ts'
import { mergeChildren } from '#modules/children/commands/merging/merge-children.ts'
import { undoMerge } from '#modules/children/commands/merging/undo-merge.ts'
import { endKeeping, registerSample } from '#modules/children/commands/steps/sample-child.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openScene, type Scene } from './scene.ts'

/** What an erasure leaves of the sealed columns of a table that names a child: nothing, or what stands under the child's own key and is lost with it. */
type Left = 'nothing' | 'under the own key'

/** What becomes of a row that names a child when its record is merged into another: it stays where it is, or it goes and comes back with an undo. */
const follow: Record<string, { merge: 'stays' | 'is made anew'; left: Left }> = {
  'aid.acts.child_id': { merge: 'stays', left: 'nothing' },
  'aid.needs.child_id': { merge: 'stays', left: 'nothing' },
  'aid.wishes.child_id': { merge: 'stays', left: 'nothing' },
  'care.cases.child_id': { merge: 'stays', left: 'nothing' },
  'care.pairings.child_id': { merge: 'stays', left: 'nothing' },
  'care.plans.child_id': { merge: 'stays', left: 'nothing' },
  'care.visits.child_id': { merge: 'stays', left: 'nothing' },
  'children.access_grants.child_id': { merge: 'stays', left: 'nothing' },
  'children.access_requests.child_id': { merge: 'stays', left: 'nothing' },
  'children.children.merged_into_id': { merge: 'is made anew', left: 'nothing' },
  'children.compared_rows.child_id': { merge: 'stays', left: 'nothing' },
  'children.consents.child_id': { merge: 'stays', left: 'nothing' },
  'children.derived_types.child_id': { merge: 'stays', left: 'nothing' },
  'children.duplicates.first_id': { merge: 'stays', left: 'nothing' },
  'children.duplicates.second_id': { merge: 'stays', left: 'nothing' },
  'children.facts.child_id': { merge: 'stays', left: 'nothing' },
  'children.forms.child_id': { merge: 'stays', left: 'under the own key' },
  'children.guardians.child_id': { merge: 'stays', left: 'nothing' },
  'children.identities.id': { merge: 'stays', left: 'nothing' },
  'children.merges.kept_id': { merge: 'stays', left: 'nothing' },
  'children.merges.merged_id': { merge: 'is made anew', left: 'nothing' },
  'children.person_index.child_id': { merge: 'is made anew', left: 'nothing' },
  'children.person_keys.id': { merge: 'stays', left: 'nothing' },
  'children.search_terms.child_id': { merge: 'is made anew', left: 'nothing' },
  'children.transfers.child_id': { merge: 'stays', left: 'nothing' },
  'matching.no_go_pairs.child_id': { merge: 'stays', left: 'nothing' },
  'matching.proposals.child_id': { merge: 'stays', left: 'nothing' },
  'phone.letters.child_id': { merge: 'stays', left: 'nothing' },
  'phone.visit_files.child_id': { merge: 'stays', left: 'nothing' },
  'projects.awards.child_id': { merge: 'stays', left: 'nothing' },
  'projects.beneficiaries.child_id': { merge: 'stays', left: 'nothing' },
  'protection.incident_children.child_id': { merge: 'stays', left: 'nothing' },
  'protection.retentions.child_id': { merge: 'stays', left: 'nothing' },
  'protection.rights_requests.child_id': { merge: 'stays', left: 'under the own key' },
  'protection.unusual_accesses.child_ids': { merge: 'stays', left: 'nothing' },
  'referrals.referrals.child_id': { merge: 'stays', left: 'nothing' },
}

const named = `a.attname in ('child_id', 'child_ids') or exists (select 1 from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid
  and k.confrelid = 'children.children'::regclass and a.attnum = any (k.conkey[2:]))`

// One record of every kind stands at 东一村, most of them about one child, and another child is kept there.
describe('whoever keeps a child\'s number', () => {
  let scene: Scene
  let [kept, merged] = ['', '']
  const work = () => runJobsInline(scene.city, modules)
  const versionOf = async (id: string) => (await scene.owner.query('select version from children.children where id = $1', [id])).rows[0].version as number
  /** Nobody waits for an answer any more. */
  const answerAll = () => scene.owner.query(`update protection.rights_requests set status = 'sent', result = coalesce(result, 'granted'),
    decided_on = coalesce(decided_on, received_on), sent_on = '2026-03-16', sent_how = 'post' where child_id = any ($1) and status <> 'sent'`, [[kept, merged]])
  /** How many rows of each column name the child. */
  const rowsOf = async (id: string) => Object.fromEntries(await Promise.all(Object.keys(follow).map(async (name) => {
    const [table, column] = parted(name)
    const { rows } = await scene.owner.query(`select count(*)::int as count from ${table} where ${column === 'child_ids' ? `$1 = any (${column})`
      : `${column} = $1`}`, [id])
    return [name, rows[0].count as number] as const
  })))
  beforeAll(async () => {
    scene = await openScene({ at: ['东一村'] })
    await work()
    merged = String(scene.places.find(({ name }) => name === '东一村')?.ids.get('child'))
    kept = (await registerSample(scene.city, { name: '佟小双', birthOn: '2013-03-03' })).id
  }, 300_000)
  afterAll(() => scene.close())

  it('is named here, with what a merge and an erasure do', async () => {
    const { rows } = await scene.owner.query(`select n.nspname || '.' || c.relname || '.' || a.attname as name
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname not like 'pg\\_%' and (${named}) order by 1`)
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(follow).toSorted())
  })

  it('keeps its rows where they are when two records become one, and when they part again', async () => {
    const before = await rowsOf(merged)
    expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(20)
    await scene.city.as('赵干事', async (context) => mergeChildren(context, {
      id: kept, mergedId: merged, version: await versionOf(kept), mergedVersion: await versionOf(merged), reason: '户口本核对为同一人' }))
    await work()
    const staying = (counts: Record<string, number>) => Object.entries(counts).filter(([name]) => follow[name]?.merge === 'stays')
    expect(staying(await rowsOf(merged))).toEqual(staying(before))
    const { rows: [merge] } = await scene.owner.query('select id from children.merges where merged_id = $1 and undone_at is null', [merged])
    await scene.city.as('赵干事', (context) => undoMerge(context, { id: merge.id, reason: '核对后是两个孩子' }))
    await work()
    expect(await rowsOf(merged)).toEqual({ ...before, 'children.merges.merged_id': 1 })
  }, 120_000)

  it('keeps nothing that could be read once the child is erased, also under a merged record', async () => {
    await scene.city.as('赵干事', async (context) => mergeChildren(context, {
      id: kept, mergedId: merged, version: await versionOf(kept), mergedVersion: await versionOf(merged), reason: '户口本核对为同一人' }))
    await scene.city.as('孙主任', async (context) => closeChild(context, {
      id: kept, version: await versionOf(kept), reason: 'guardian-request', closedOn: '2026-03-16' }))
    await answerAll()
    await endKeeping(scene.city, kept)
    await scene.city.as('冯科长', (context) => eraseChild(context, { id: kept, reason: '保存期满，依法删除' }))
    await work()
    const found: string[] = []
    for (const [name, { left }] of Object.entries(follow).filter(([, rule]) => rule.left === 'nothing')) {
      const [table, column] = parted(name)
      if (column === 'child_ids') continue
      const { rows: sealed } = await scene.owner.query(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0
        and not attisdropped and (attname like 'sealed%' or attname like 'wrapped%')`, [table])
      for (const { name: each } of sealed) {
        const { rows } = await scene.owner.query(`select 1 from ${table} where ${column} = any ($1) and ${each} is not null limit 1`, [[kept, merged]])
        if (rows.length > 0) found.push(`${table}.${each} is not ${left}`)
      }
    }
    expect(found).toEqual([])
    const { rows: keys } = await scene.owner.query('select wrapped from children.person_keys where id = any($1)', [[kept, merged]])
    expect(keys).toEqual([{ wrapped: null }, { wrapped: null }])
  }, 120_000)
})

function parted(name: string): [table: string, column: string] {
  const at = name.lastIndexOf('.')
  return [name.slice(0, at), name.slice(at + 1)]
}
