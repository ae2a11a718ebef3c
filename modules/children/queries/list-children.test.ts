import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { orphanFacts, registerSample } from '../commands/steps/sample-child.ts'
import type { ChildListQuery } from '../contract.ts'
import { listChildren } from './list-children.ts'

describe('the list of children', () => {
  let city: TestCity
  const list = (name: PersonName, query: Partial<ChildListQuery> = {}) =>
    city.as(name, (context) => listChildren(context, { limit: 20, ...query }))
  const found = async (name: PersonName, q: string) => (await list(name, { q })).items.map((row) => row.maskedName)
  beforeAll(async () => {
    city = await openTestCity()
    await registerSample(city, { name: '张建国', facts: orphanFacts })
    await registerSample(city, { name: '𤧯䶮雪', sex: 'female', birthOn: '2011-02-01', phone: '13700007777' })
    await registerSample(city, { name: '单小美', sex: 'female' }, '周主任')
    await registerSample(city, { name: '张建军' }, '蒋主任')
  })
  afterAll(() => city.close())

  it('shows each level its own range and all below, masked', async () => {
    expect((await list('孙主任')).total).toBe(2)
    expect((await list('赵干事')).total).toBe(3)
    expect((await list('李组长')).total).toBe(3)
    expect((await list('郑部长')).total).toBe(4)
    expect((await list('王组长')).items.map((row) => [row.maskedName, row.unitName])).toEqual([['张某', '北一村']])
    expect(JSON.stringify(await list('陈主任'))).not.toMatch(/建国|䶮|小美|1380000|2015-05-20/)
  })

  it('is not for volunteers and administrators', async () => {
    for (const name of ['吴老师', '系统员', '安全员', '审计员'] as const) await expect(list(name)).rejects.toThrow('FORBIDDEN')
  })

  it('finds by two characters, pinyin, initials, phone tail, in the own range only', async () => {
    expect(await found('赵干事', '建国')).toEqual(['张某'])
    expect(await found('赵干事', 'zjg')).toEqual(['张某'])
    expect(await found('赵干事', 'zhangjian')).toEqual(['张某'])
    expect(await found('赵干事', 'shan xiao')).toEqual(['单某'])
    expect(await found('赵干事', '7777')).toEqual(['𤧯某'])
    expect(await found('赵干事', '䶮')).toEqual(['𤧯某'])
    // As the list itself writes a child.
    for (const label of ['𤧯某', '𤧯某 · 14—15岁', '𤧯某（14—15岁）']) expect(await found('赵干事', label)).toEqual(['𤧯某'])
    expect((await found('赵干事', '1234')).length).toBe(3)
    expect(await found('赵干事', '建军')).toEqual([])
    expect(await found('赵干事', '%')).toEqual([])
    expect(await found('赵干事', '张 7777')).toEqual([])
  })

  it('narrows by type, sex, age band, difference, unit', async () => {
    expect((await list('郑部长', { type: 'orphan' })).total).toBe(1)
    expect((await list('郑部长', { differs: true })).total).toBe(1)
    expect((await list('郑部长', { sex: 'female', ageBand: '14-15' })).items.map((row) => row.maskedName)).toEqual(['𤧯某'])
    expect((await list('郑部长', { unit: '9901002' })).total).toBe(1)
    await expect(list('孙主任', { unit: '9901002' })).rejects.toThrow('NOT_FOUND')
  })

  it('pages without losing or repeating a child, though two changed in the same millisecond', async () => {
    await city.owner.query(`update children.children set updated_at = '2026-03-16T09:00:00.123Z'`)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await list('陈主任', { limit: 1, ...(after === undefined ? {} : { after }) })
      seen.push(...page.items.map((row) => row.id))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect([seen.length, new Set(seen).size]).toEqual([4, 4])
    await expect(list('陈主任', { after: 'x' })).rejects.toThrow('INVALID_INPUT')
  })

  it('takes two statements beside begin and commit', async () => {
    let statements = 0
    await city.as('赵干事', async (context) => {
      const tx = context.tx.withPlugin({
        transformQuery: (args) => args.node,
        transformResult: async (args) => {
          statements += 1
          return args.result
        },
      })
      return listChildren({ ...context, tx: tx as typeof context.tx }, { limit: 20, q: '建国' })
    })
    expect(statements).toBe(2)
  })
})
