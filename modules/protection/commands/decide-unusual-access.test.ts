import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import type { PersonName } from '#tests/city/people.ts'
import { readMigrations } from '#platform/database/migrate.ts'
import { newId } from '#platform/crypto/id.ts'
import { openRightsScene, type RightsScene } from './steps/sample-scene.ts'
import { protectionModule } from '../module.ts'
import { findUnusualAccesses } from '../jobs/find-unusual-accesses.ts'
import { getIncident, shownChildren } from '../queries/get-incident.ts'
import { listIncidentChildren } from '../queries/list-incident-children.ts'
import { getUnusualAccess } from '../queries/get-unusual-access.ts'
import { listUnusualAccesses } from '../queries/list-unusual-accesses.ts'
import { decideUnusualAccess } from './decide-unusual-access.ts'

describe('judging unusual access', () => {
  let scene: RightsScene
  beforeAll(async () => { scene = await openRightsScene() })
  afterAll(() => scene.close())
  const list = (by: PersonName = '冯科长') => scene.as(by, (context) => listUnusualAccesses(context, { limit: 200 }))
  const decide = (input: { id: string; version: number }, justified: boolean, by: PersonName = '冯科长') =>
    scene.as(by, (context) => decideUnusualAccess(context, { ...input, justified, explanation: '已当面核实' }))
  /** An opening of a file in the audit, at a time of the past week. */
  const opened = async (childId: string, at: string, by: PersonName = '赵干事', verb = 'child-file.opened', fields = ['name']) => scene.owner.query(
    `insert into audit.entries (city_id, id, scope_code, epoch, at, verb, subject_kind, subject_id, account_id, person_name, unit_id, details)
     select $1, $2, child.scope_code, 1, $4, $5, 'child', child.id, account.id, account.person_name, account.unit_id, $7::jsonb
       from children.children child, accounts.accounts account where child.id = $3 and account.id = $6`,
    [scene.cityId, newId(), childId, at, verb, await scene.accountId(by), JSON.stringify({ fields })])
  const night = async (by: PersonName = '赵干事') => {
    const child = await scene.child()
    await scene.owner.query('delete from protection.unusual_accesses')
    await opened(child.id, '2026-03-12T23:30:00+08:00', by)
    await runScheduledJob(scene, findUnusualAccesses)
    const [found] = (await list('审计员')).items
    if (found === undefined) throw new Error('nothing was found')
    return { ...found, child }
  }

  it('finds a reading at night, once, and makes it a to-do with a day', async () => {
    const found = await night()
    expect(found).toMatchObject({ rule: 'night', personName: '赵干事', happenedOn: '2026-03-12', count: 1, status: 'open', dueOn: '2026-03-30', unitName: '东街镇' })
    await runScheduledJob(scene, findUnusualAccesses)
    expect((await list()).items.length).toBe(1)
    const { rows } = await scene.owner.query(`select n.title, a.person_name from notices.notices n join accounts.accounts a on a.id = n.recipient_account_id
      where n.source_id = $1`, [found.id])
    expect(rows).toEqual([{ title: '赵干事2026年3月12日夜间打开档案，请核实', person_name: '冯科长' }])
    await scene.owner.query('delete from audit.entries where at < \'2026-03-16\'')
  })

  it('names the child, masked, to the responsible person and to nobody else', async () => {
    const found = await night()
    expect((await scene.as('冯科长', (context) => getUnusualAccess(context, found))).reads).toMatchObject([
      { verb: 'child-file.opened', fields: ['name'], childId: found.child.id, maskedName: '张某' }])
    const asAudit = await scene.as('审计员', (context) => getUnusualAccess(context, found))
    expect(asAudit).toMatchObject({ reads: [{ childId: null, maskedName: null }], childrenCount: 1 })
    for (const name of ['赵干事', '陈主任', '郑部长', '孙主任', '吴老师', '安全员', '系统员'] as const) {
      await expect(scene.as(name, (context) => getUnusualAccess(context, found))).rejects.toThrow('FORBIDDEN')
    }
    await expect(scene.as('褚科长', (context) => getUnusualAccess(context, found))).rejects.toThrow('NOT_FOUND')
    await scene.owner.query('delete from audit.entries where at < \'2026-03-16\'')
  })

  it('justified, it ends; unjustified, it becomes an incident with its children', async () => {
    const right = await night()
    await decide(right, true)
    await runJobsInline(scene, [protectionModule])
    await expect(decide({ ...right, version: 2 }, true)).rejects.toThrow('UNUSUAL_ACCESS_DECIDED')
    const { rows } = await scene.owner.query('select done_at is not null as is_done from notices.notices where source_id = $1', [right.id])
    expect(rows).toEqual([{ is_done: true }])
    await scene.owner.query('delete from audit.entries where at < \'2026-03-16\'')
    const wrong = await night()
    const { incidentId } = await decide(wrong, false)
    expect(await scene.as('冯科长', (context) => getIncident(context, { id: incidentId ?? '' }))).toMatchObject({
      kind: 'misuse', cause: '已当面核实', fields: ['name'], childrenCount: 1, listedCount: 1, children: [{ id: wrong.child.id, maskedName: '张某' }] })
    await scene.owner.query('delete from audit.entries where at < \'2026-03-16\'')
  })

  it('names the fields that were opened, also by readings outside the range of who judges it, and no others', async () => {
    await scene.owner.query('delete from protection.unusual_accesses')
    const [own, elsewhere] = [await scene.child(), await scene.child()]
    await scene.owner.query(`update children.children set scope_code = (select scope_lo from organization.units where code = '99010020001') where id = $1`,
      [elsewhere.id])
    await opened(own.id, '2026-03-12T23:10:00+08:00')
    await opened(elsewhere.id, '2026-03-12T23:20:00+08:00', '赵干事', 'child-file.opened', ['guardians', 'address'])
    await opened(own.id, '2026-03-12T10:00:00+08:00', '赵干事', 'child-file.opened', ['health'])
    await runScheduledJob(scene, findUnusualAccesses)
    const found = (await list()).items.find(({ rule }) => rule === 'night') ?? { id: '', version: 0 }
    const read = await scene.as('冯科长', (context) => getUnusualAccess(context, found))
    expect(read).toMatchObject({ fields: ['name', 'address', 'guardians'], readsElsewhere: 1, reads: [{ fields: ['name'] }] })
    const move = (await readMigrations()).find(({ name }) => name.startsWith('0375'))?.sql.match(/^update .*?;$/ms)?.[0] ?? ''
    await scene.owner.query(`update protection.unusual_accesses set fields = '{}'`)
    await scene.owner.query(move)
    expect((await scene.as('冯科长', (context) => getUnusualAccess(context, found))).fields, 'found before they were kept').toEqual(read.fields)
    const { incidentId } = await decide(found, false)
    expect(await scene.as('冯科长', (context) => getIncident(context, { id: incidentId ?? '' }))).toMatchObject({ fields: ['name', 'address', 'guardians'] })
    await scene.owner.query('delete from audit.entries where at < \'2026-03-16\'')
  })

  it('found by many cards it names no field of a file, counts the children and lists them on a page of their own', async () => {
    await scene.owner.query('delete from protection.unusual_accesses')
    const children = []
    for (let at = 0; at < shownChildren + 1; at += 1) children.push(await scene.child())
    await scene.owner.query(`insert into platform.settings (city_id, name, valid_from, value, source)
      values ($1, 'protection.cardsPerDay', '2026-01-01', '10', '测试')`, [scene.cityId])
    for (const { id } of children) await opened(id, '2026-03-12T10:00:00+08:00', '赵干事', 'child.read')
    await runScheduledJob(scene, findUnusualAccesses)
    const found = (await list()).items.find(({ rule }) => rule === 'many-cards')
    const { incidentId } = await decide(found ?? { id: '', version: 0 }, false)
    const id = incidentId ?? ''
    const incident = await scene.as('冯科长', (context) => getIncident(context, { id }))
    expect(incident).toMatchObject({ fields: [], childrenCount: children.length, listedCount: children.length })
    expect(incident.children).toHaveLength(shownChildren)
    const pages = async (by: PersonName) => {
      const first = await scene.as(by, (context) => listIncidentChildren(context, { id, limit: 10 }))
      const rest = first.next === null ? [] : (await scene.as(by, (context) => listIncidentChildren(context, { id, limit: 10, after: first.next ?? '' }))).items
      return { total: first.total, ids: [...first.items, ...rest].map((child) => child.id) }
    }
    expect((await pages('冯科长')).ids.toSorted()).toEqual(children.map((child) => child.id).toSorted())
    expect(await pages('审计员'), 'an audit administrator sees no child').toEqual({ total: 0, ids: [] })
    await expect(pages('褚科长')).rejects.toThrow('NOT_FOUND')
    await scene.owner.query('delete from audit.entries where at < \'2026-03-16\'')
  })

  it('is nobody\'s judgement of himself, and only the responsible person\'s in range', async () => {
    const own = await night('冯科长')
    await expect(decide(own, true)).rejects.toThrow('OWN_ACCESS')
    for (const name of ['审计员', '赵干事', '陈主任', '郑部长'] as const) await expect(decide(own, true, name)).rejects.toThrow('FORBIDDEN')
    await expect(decide(own, true, '褚科长')).rejects.toThrow('NOT_FOUND')
    await scene.owner.query('delete from audit.entries where at < \'2026-03-16\'')
  })
})
