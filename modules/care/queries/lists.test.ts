import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctVisit } from '../commands/correct-visit.ts'
import { endPairing } from '../commands/pairings/end-pairing.ts'
import { openCareScene, scoresOf, type CareScene } from '../commands/steps/sample-scene.ts'
import type { Context } from '#platform/http/context.ts'
import type { PersonName } from '#tests/city/people.ts'
import { careModule } from '../module.ts'
import { getCase } from './get-case.ts'
import { getVisit } from './get-visit.ts'
import { listCases } from './list-cases.ts'
import { listOverdue } from './list-overdue.ts'
import { listVisits } from './list-visits.ts'

describe('lists of care', () => {
  let scene: CareScene
  let wu: string
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', capacity: 20 })
    const shen = await scene.volunteer({ name: '沈老师', unit: '99010020001', account: '沈老师' })
    const open = async (name: string, options: Parameters<CareScene['open']>[1] = {}) => { ids[name] = (await scene.open(name, options)).id }
    await open('欧阳红', { scores: scoresOf.red, openedOn: '2026-03-01' })
    await open('张黄', { openedOn: '2026-03-10' })
    await open('李绿', { by: '周主任', scores: scoresOf.green })
    await open('王远', { by: '蒋主任', scores: scoresOf.red })
    await scene.pair(ids['张黄']!, wu, { fromOn: '2026-03-10' })
    await scene.pair(ids['王远']!, shen, { by: '卫干事' })
    for (const madeOn of ['2026-03-11', '2026-03-12', '2026-03-13']) await scene.visit(ids['张黄']!, { madeOn, note: '甲' })
    await scene.visit(ids['李绿']!, { by: '周主任', madeOn: '2026-03-12', outcome: 'attempted', minutes: 0 })
  })
  afterAll(() => scene.close())
  const cases = async (by: PersonName, input: object = {}) => (
    await scene.as(by, (context) => listCases(context, { limit: 50, ...input }))
  ).items.map(({ id }) =>
    nameOf(id))
  const late = async (by: PersonName, input: object = {}) => (
    await scene.as(by, (context) => listOverdue(context, { limit: 50, ...input }))
  ).items.map(({ id }) =>
    nameOf(id))
  const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? ''

  it('show each level its own range and nothing of the neighbour', async () => {
    expect((await cases('陈主任')).toSorted()).toEqual(['张黄', '李绿', '欧阳红', '王远'])
    expect((await cases('李组长')).toSorted()).toEqual(['张黄', '李绿', '欧阳红'])
    expect((await cases('孙主任')).toSorted()).toEqual(['张黄', '欧阳红'])
    expect(await cases('蒋主任')).toEqual(['王远'])
    expect(await cases('钱干事')).toEqual([])
    await expect(cases('李组长', { unit: '9901002' })).rejects.toThrow('NOT_FOUND')
  })

  it('show a volunteer own pairings and nothing else of the town', async () => {
    expect(await cases('吴老师')).toEqual(['张黄'])
    expect(await late('吴老师', { dueBy: '2026-12-31' })).toEqual(['张黄'])
    expect(
      (await scene.as('吴老师', (context) => listVisits(context, { limit: 50 }))).items.map(({ caseId }) => caseId)
    ).toEqual([ids['张黄'], ids['张黄'], ids['张黄']])
    await expect(scene.as('吴老师', (context) => getCase(context, { id: ids['欧阳红']! }))).rejects.toThrow('NOT_FOUND')
  })

  it('narrow by status, colour, volunteer, overdue and by the child that was searched', async () => {
    expect(await cases('李组长', { colour: 'green' })).toEqual(['李绿'])
    expect(await cases('李组长', { volunteer: wu })).toEqual(['张黄'])
    expect(await cases('李组长', { overdue: true })).toEqual(['欧阳红'])
    expect((await cases('李组长', { overdue: false })).toSorted()).toEqual(['张黄', '李绿'])
    expect(await cases('李组长', { status: 'closed' })).toEqual([])
    expect(await cases('李组长', { q: '欧阳红' })).toEqual(['欧阳红'])
    expect(await cases('李组长', { q: '王远' })).toEqual([])
    expect(await cases('李组长', { q: ' ' })).toEqual(await cases('李组长', {}))
    expect((await cases('李组长', {})).length).toBeGreaterThan(1)
    expect((await scene.as('李组长', (context) => listVisits(context, { q: '李绿', limit: 5 }))).items).toHaveLength(1)
  })

  it('never carry a name or a note', async () => {
    const text = JSON.stringify([
      await scene.as('陈主任', (context) => listCases(context, { limit: 50 })), await scene.as('陈主任', (context) => listVisits(context, { limit: 50 }))])
    for (const secret of ['欧阳红', '张黄', '李绿', '甲"']) expect(text).not.toContain(secret)
    expect(text).toContain('欧阳某 · 6—13岁')
  })

  it('name the overdue by the day since when, the longest first; what is due today is none', async () => {
    expect(await late('陈主任')).toEqual(['王远', '欧阳红'])
    expect(await late('孙主任')).toEqual(['欧阳红'])
    expect(await late('陈主任', { dueBy: '2026-04-12' })).toEqual(['王远', '欧阳红', '张黄'])
    scene.clock.moveTo('2026-03-08T09:00:00+08:00')
    expect(await late('孙主任')).toEqual([])
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  type AnyList = (context: Context, input: { limit: number; dueBy: string; after?: string }) => Promise<{ items: { id: string }[]; next: string | null }>
  const lists: [string, AnyList][] = [['cases', listCases], ['overdue', listOverdue], ['visits', listVisits]]
  it.each(lists)('page %s by keyset without losing or repeating a row', async (_name, list) => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await scene.as('陈主任', (context) => list(context, { limit: 1, dueBy: '2026-12-31', ...(after === undefined ? {} : { after }) }))
      seen.push(...page.items.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toHaveLength(4)
    expect(new Set(seen).size).toBe(4)
    await expect(
      scene.as('陈主任', (context) => list(context, { limit: 1, dueBy: '2026-12-31', after: 'WyIxIiwiMiJd' }))
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('open a case with its last ten visits and their volunteers, and record the reading', async () => {
    const before = await scene.audits('child-case.read')
    const opened = await scene.as('孙主任', (context) => getCase(context, { id: ids['张黄']! }))
    expect(
      opened.visits.map(({ madeOn, volunteers }) => [madeOn, volunteers[0]?.name])
    ).toEqual([['2026-03-13', '吴老师'], ['2026-03-12', '吴老师'], ['2026-03-11', '吴老师']])
    expect(opened).toMatchObject({ intervalDays: 30, pairings: [{ volunteerName: '吴老师' }] })
    expect(await scene.audits('child-case.read')).toBe(before + 1)
  })

  it('keep from a leader what was written, and from administrators everything', async () => {
    const visit = (await scene.as('郑部长', (context) => listVisits(context, { caseId: ids['张黄']!, limit: 1 }))).items[0]!
    expect((await scene.as('郑部长', (context) => getVisit(context, { id: visit.id }))).note).toBeNull()
    expect((await scene.as('郑部长', (context) => getCase(context, { id: ids['张黄']! }))).need).toBeNull()
    for (const by of ['系统员', '安全员', '审计员'] as const) {
      await expect(cases(by)).rejects.toThrow('FORBIDDEN')
      await expect(scene.as(by, (context) => getVisit(context, { id: visit.id }))).rejects.toThrow('FORBIDDEN')
    }
  })

  it('open a note to the volunteer who went, not to another one of the same child', async () => {
    const helper = await scene.volunteer({ name: '尤老师', unit: '99010010001', account: '韩校长' })
    await scene.owner.query(`update accounts.grants set role_code = 'volunteer', scope_code = '990100100010000000', unit_id = $1 where account_id = $2`,
      [await scene.unitId('99010010001'), await scene.accountId('韩校长')])
    await scene.pair(ids['张黄']!, helper, { role: 'helper', fromOn: '2026-03-12' })
    const visit = (await scene.as('孙主任', (context) => listVisits(context, { caseId: ids['张黄']!, limit: 1 }))).items[0]!
    expect((await scene.as('吴老师', (context) => getVisit(context, { id: visit.id }))).note).toBe('甲')
    expect((await scene.as('韩校长', (context) => getVisit(context, { id: visit.id }))).note).toBeNull()
  })

  it('leave a volunteer whose pairing has ended the visits of that time, and neither the case nor what came later', async () => {
    const { id } = await scene.open('赵后')
    const pairing = await scene.pair(id, wu, { fromOn: '2026-02-10' })
    const [early, own] = [await scene.visit(id, { madeOn: '2026-01-20', volunteerIds: [] }),
      await scene.visit(id, { madeOn: '2026-03-02', by: '吴老师', note: '甲' })]
    const asWu = <T>(work: (context: Context) => Promise<T>) => scene.as('吴老师', work)
    expect((await asWu((context) => getCase(context, { id }))).visits.map((visit) => visit.id)).toEqual([own.id])
    await scene.as('赵干事', (context) => endPairing(context, { id: pairing.id, version: 1, untilOn: '2026-03-05', reason: '工作调整' }))
    const later = await scene.visit(id, { madeOn: '2026-03-12', volunteerIds: [], note: '乙' })
    await expect(asWu((context) => getCase(context, { id }))).rejects.toThrow('NOT_FOUND')
    expect((await asWu((context) => listCases(context, { limit: 50 }))).items.map((row) => row.id)).not.toContain(id)
    expect((await asWu((context) => listVisits(context, { caseId: id, limit: 50 }))).items.map((visit) => visit.id)).toEqual([own.id])
    expect((await asWu((context) => getVisit(context, { id: own.id }))).note).toBe('甲')
    for (const hidden of [early, later]) await expect(asWu((context) => getVisit(context, { id: hidden.id }))).rejects.toThrow('NOT_FOUND')
    await expect(scene.visit(id, { madeOn: '2026-03-04', by: '吴老师' })).rejects.toThrow('NOT_FOUND')
    const corrected = { id: own.id, version: 1, minutes: 50, reason: '时长有误' }
    expect((await asWu((context) => correctVisit(context, corrected))).minutes).toBe(50)
  })

  it('answer over HTTP with id and unit code', async () => {
    const server = await scene.serve([careModule])
    const get = async (url: string) => (await server.inject({ url, headers: { cookie: await scene.cookieOf('李组长') } })).json()
    for (const url of ['/api/cases?overdue=true&limit=5', '/api/cases/overdue', '/api/visits?voided=false', '/api/planned-visits']) {
      const page = await get(url)
      expect(
        [url, Array.isArray(page.items), page.items.every((item: { id: string; unitCode: string }) => item.id !== '' && item.unitCode.startsWith('9901001'))]
      ).toEqual([url, true, true])
    }
    expect((await get('/api/care-standards')).scales).toHaveLength(12)
  })
})
