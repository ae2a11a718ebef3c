import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCase } from '#modules/care/commands/open-case.ts'
import { listCases } from '#modules/care/queries/list-cases.ts'
import { careModule } from '#modules/care/module.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { childrenModule } from '../../module.ts'
import { findDuplicateChildren } from '../../queries/find-duplicate-children.ts'
import { getChild } from '../../queries/get-child.ts'
import { listChildren } from '../../queries/list-children.ts'
import { listChildDuplicates } from '../../queries/merging/list-child-duplicates.ts'
import { correctChild } from '../correct-child.ts'
import { recordFact } from '../facts/record-fact.ts'
import { endFact } from '../facts/end-fact.ts'
import { withdrawConsent } from '../consents/record-consent.ts'
import { countAudit, liveCount, orphanFacts, registerSample, sampleNumber } from '../steps/sample-child.ts'
import { decideChildDuplicate } from './decide-child-duplicate.ts'
import { mergeChildren } from './merge-children.ts'
import { undoMerge } from './undo-merge.ts'

const consent = { kind: 'service', form: 'paper', covers: '接受帮扶', fromOn: '2026-01-01' } as const

// 孙主任 keeps 东一村 and 周主任 东二村, both of 东街镇 with 赵干事; 钱干事 keeps the next town.
describe('two records of one child', () => {
  let city: TestCity
  let [kept, merged, mergeId] = ['', '', '']
  beforeAll(async () => {
    city = await openTestCity()
    kept = (await registerSample(city, { name: '章小双', facts: [orphanFacts[0]!] })).id
    merged = (await registerSample(city, { name: '张小双', facts: [orphanFacts[1]!], consents: [consent] }, '周主任')).id
    await city.as('周主任', (context) => openCase(context, {
      childId: merged, openedOn: '2026-03-10', need: '', scores: { guardianship: 1, physical: 0, behaviour: 0 } } as never))
    await work()
  })
  afterAll(() => city.close())

  const work = () => runJobsInline(city, [childrenModule, careModule])
  const card = (id: string, by: PersonName = '赵干事') => city.as(by, (context) => getChild(context, { id }))
  const queue = async (by: PersonName = '赵干事') => (await city.as(by, (context) => listChildDuplicates(context, { limit: 20 }))).items
  const merge = (input: { id: string; mergedId: string }, by: PersonName = '赵干事') => city.as(by, async (context) => mergeChildren(context, {
    ...input, version: await versionOf(input.id), mergedVersion: await versionOf(input.mergedId), reason: '户口本核对为同一人' }))
  const versionOf = async (id: string) => (await city.owner.query('select version from children.children where id = $1', [id])).rows[0].version as number
  const countedApart = async () => (await city.owner.query(`select count(distinct subject_id)::int as count from (select subject_id, sum(sign) as live
    from figures.facts where subject_id = any($1) and measure in ('child.registered', 'case.open') group by subject_id, measure) held where live > 0`,
    [[kept, merged]])).rows[0].count

  it('are found by how the name sounds and the birth date, and stand in the queue of the unit above both', async () => {
    expect(await queue()).toMatchObject([{ unitCode: '99010010001', reasons: expect.arrayContaining(['pinyin-and-birth']) }])
    expect(await queue('钱干事')).toEqual([])
    await expect(queue('孙主任')).rejects.toThrow('FORBIDDEN')
    await expect(queue('冯科长')).rejects.toThrow('FORBIDDEN')
  })

  it('are two children in the figures before', async () => {
    expect(await countedApart()).toBe(2)
  })

  it('are merged by an office that has both in its range, with a reason, as they stand', async () => {
    await expect(merge({ id: kept, mergedId: merged }, '孙主任')).rejects.toThrow('FORBIDDEN')
    await expect(merge({ id: kept, mergedId: merged }, '钱干事')).rejects.toThrow('NOT_FOUND')
    await expect(merge({ id: kept, mergedId: kept })).rejects.toThrow('SAME_RECORD')
    await expect(city.as('赵干事', (context) => mergeChildren(context, { id: kept, mergedId: merged, version: 99, mergedVersion: 1, reason: '核对' })))
      .rejects.toThrow('STALE')
    await merge({ id: kept, mergedId: merged })
    await work()
    expect(await countAudit(city, 'child.merged', merged)).toBe(1)
    expect(await queue()).toEqual([])
  })

  it('are one child afterwards: either address opens the one that goes on, with the facts, guardians and consents of both', async () => {
    for (const id of [kept, merged]) {
      const shown = await card(id)
      expect(shown).toMatchObject({ id: kept, status: 'registered', maskedName: '章某', merged: [{ id: merged, unitName: '东二村', mergedName: '赵干事' }] })
      expect([shown.facts.length, shown.guardians.length, shown.consents.length]).toEqual([2, 2, 1])
      expect(shown.derivedTypes).toContain('orphan')
      mergeId = shown.merged[0]!.mergeId
    }
    expect((await card(merged, '周主任')).id).toBe(merged)
  })

  it('are listed once, and found by either name', async () => {
    for (const q of ['章小双', '张小双']) {
      const { items } = await city.as('赵干事', (context) => listChildren(context, { q, limit: 20 }))
      expect(items.map(({ id }) => id)).toEqual([kept])
    }
    const { candidates } = await city.as('赵干事', (context) => findDuplicateChildren(context, { name: '张小双', birthOn: '2015-05-20' }))
    expect(candidates.map(({ id }) => id)).toContain(kept)
    expect(candidates.map(({ id }) => id)).not.toContain(merged)
  })

  it('are counted once, also what other modules count of the record that ended', async () => {
    expect(await countedApart()).toBe(1)
    expect(await liveCount(city, merged, { measure: 'child.registered', on: '2026-12-31' })).toBe(0)
    const { items } = await city.as('赵干事', (context) => listCases(context, { limit: 20 }))
    expect(items.map(({ childId }) => childId)).toEqual([merged])
  })

  it('accept what is written about the child through the one that goes on, wherever it stands', async () => {
    const theirs = (await card(kept)).facts.find(({ subject }) => subject === 'mother')!
    await city.as('赵干事', (context) => endFact(context, { id: kept, factId: theirs.id, untilOn: '2026-03-01' }))
    expect((await card(kept)).derivedTypes).not.toContain('orphan')
    await expect(city.as('赵干事', (context) => recordFact(context, { id: merged, ...orphanFacts[0]! }))).rejects.toThrow('CHILD_CLOSED')
    const given = (await card(kept)).consents[0]!
    await city.as('赵干事', (context) => withdrawConsent(context, { id: kept, consentId: given.id }))
    const { rows } = await city.owner.query('select has_service_consent as holds from children.children where id = any($1)', [[kept, merged]])
    expect(rows).toEqual([{ holds: false }, { holds: false }])
    expect(await countAudit(city, 'consent.withdrawn', merged)).toBe(1)
  })

  it('are not merged once more, nor into one another in a chain', async () => {
    const third = (await registerSample(city, { name: '李小三', birthOn: '2013-01-01' })).id
    await expect(merge({ id: third, mergedId: merged })).rejects.toThrow('NOT_MERGEABLE')
    await expect(merge({ id: third, mergedId: kept })).rejects.toThrow('HAS_MERGED')
  })

  it('are two again after an undo, and counted twice', async () => {
    await expect(city.as('孙主任', (context) => undoMerge(context, { id: mergeId, reason: '核对后是双胞胎' }))).rejects.toThrow('FORBIDDEN')
    await city.as('赵干事', (context) => undoMerge(context, { id: mergeId, reason: '核对后是双胞胎' }))
    await work()
    await expect(city.as('赵干事', (context) => undoMerge(context, { id: mergeId, reason: '核对后是双胞胎' }))).rejects.toThrow('MERGE_UNDONE')
    expect(await countedApart()).toBe(2)
    expect(await liveCount(city, merged, { measure: 'child.registered', on: '2026-12-31' })).toBe(1)
    const [one, other] = [await card(kept), await card(merged)]
    expect([one.id, one.merged, one.facts.length, other.id, other.status, other.facts.length]).toEqual([kept, [], 1, merged, 'registered', 1])
    const { items } = await city.as('赵干事', (context) => listChildren(context, { q: '张小双', limit: 20 }))
    expect(items.map(({ id }) => id)).toEqual([merged])
    expect(await queue()).toEqual([])
  })

  it('with two numbers are two children', async () => {
    const paper = (order: number) => ({ name: '钱小号', sex: undefined, paperKind: 'id-card' as const, paperNumber: sampleNumber('2015-05-20', order) })
    const [one, other] = [(await registerSample(city, paper(701))).id, (await registerSample(city, paper(703))).id]
    await expect(merge({ id: one, mergedId: other })).rejects.toThrow('DIFFERENT_NUMBERS')
    await work()
    const [pair] = await queue()
    await city.as('赵干事', (context) => decideChildDuplicate(context, { id: pair!.id, note: '同名两人' }))
    await expect(city.as('赵干事', (context) => decideChildDuplicate(context, { id: pair!.id }))).rejects.toThrow('ALREADY_DECIDED')
    expect(await queue()).toEqual([])
  })

  it('the number of the other record may be entered in the one that goes on; parted again, only one may bear it', async () => {
    const number = sampleNumber('2013-07-08', 21)
    const bare = (await registerSample(city, { name: '范小双', birthOn: '2013-07-08' })).id
    const numbered = (await registerSample(city, { name: '樊小双', birthOn: '2013-07-08', sex: undefined, paperKind: 'id-card', paperNumber: number })).id
    await merge({ id: bare, mergedId: numbered })
    const correct = async (change: Partial<Parameters<typeof correctChild>[1]>) => {
      const { version } = await card(bare, '孙主任')
      return city.as('孙主任', (context) => correctChild(context, { id: bare, version, ...change }))
    }
    await correct({ paperKind: 'id-card', paperNumber: number })
    const third = { name: '别人', birthOn: '2013-07-08', sex: undefined, paperKind: 'id-card' as const, paperNumber: number }
    await expect(registerSample(city, third)).rejects.toThrow('CHILD_ALREADY_REGISTERED')
    const { rows } = await city.owner.query('select id from children.merges where merged_id = $1', [numbered])
    const part = () => city.as('赵干事', (context) => undoMerge(context, { id: rows[0].id, reason: '核对后是两个孩子' }))
    await expect(part()).rejects.toThrow('NUMBER_SHARED')
    await correct({ paperKind: 'none' })
    await expect(part()).resolves.toMatchObject({ mergedId: numbered })
  })
})
