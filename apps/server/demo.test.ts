import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoLines, loadDemoAtFirstStart, mustHaveRoomForDemo } from './demo.ts'
import type { RunningGround } from './ground.ts'
import type { ServerSettings } from './options.ts'

const account = { name: 'city-office', password: 'k7mp-3xqd4-wn8h', role: 'office', unitCode: '5113', unitName: '南充市', personName: '陈立' }
let settings: ServerSettings

beforeAll(async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'xinhuo-demo-'))
  settings = { host: '127.0.0.1', port: 8080, dataFolder, databaseUrl: undefined, empty: false, isLoopback: true, requestsPerMinute: 1200 }
})
afterAll(() => rm(settings.dataFolder, { recursive: true, force: true }))

describe('the demo at the first start', () => {
  test('is not loaded into a city, nor when an empty start was asked for', async () => {
    const said: string[] = []
    const say = ({ zh }: { zh: string }) => void said.push(zh)
    expect(await loadDemoAtFirstStart(settings, { cities: [{ cityId: 511300, name: '南充市' }] } as RunningGround, say)).toBeUndefined()
    expect(await loadDemoAtFirstStart({ ...settings, empty: true }, { cities: [] as unknown } as RunningGround, say)).toBeUndefined()
    expect(said).toEqual([])
  })

  test('is not loaded where others can reach the address, and says so', async () => {
    const said: string[] = []
    const say = ({ zh }: { zh: string }) => void said.push(zh)
    expect(await loadDemoAtFirstStart({ ...settings, isLoopback: false }, { cities: [] as unknown } as RunningGround, say)).toBeUndefined()
    expect(said).toEqual(['本机以外也能访问这个地址，因此不载入演示数据，按 --empty 启动。'])
  })
})

describe('the folder of the demo', () => {
  test('is empty, or an installation whose first start was broken off; other files are not put beside it', async () => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'xinhuo-room-'))
    const here = { ...settings, dataFolder }
    try {
      expect(() => mustHaveRoomForDemo({ ...settings, dataFolder: path.join(dataFolder, 'not-yet') })).not.toThrow()
      expect(() => mustHaveRoomForDemo(here)).not.toThrow()
      await writeFile(path.join(dataFolder, 'letter.txt'), 'mine')
      expect(() => mustHaveRoomForDemo(here)).toThrow('演示数据只载入空的文件夹')
      expect(() => mustHaveRoomForDemo({ ...here, empty: true })).not.toThrow()
      expect(() => mustHaveRoomForDemo({ ...here, isLoopback: false })).not.toThrow()
      await mkdir(path.join(dataFolder, 'secrets'))
      expect(() => mustHaveRoomForDemo(here)).not.toThrow()
    } finally {
      await rm(dataFolder, { recursive: true, force: true })
    }
  })
})

describe('what is told at the end of a start', () => {
  test('is a table of sign-ins and where the list lies, after the first one', () => {
    const lines = demoLines(settings, [account])
    expect(lines.find((line) => line.includes('city-office'))).toMatch(/city-office +k7mp-3xqd4-wn8h +office +南充市/)
    expect(lines.at(-1)).toContain(path.join(settings.dataFolder, 'demo-accounts.json'))
  })

  test('is only where the list lies later on, and nothing without a demo', async () => {
    expect(demoLines(settings, undefined)).toEqual([])
    await writeFile(path.join(settings.dataFolder, 'demo-accounts.json'), '[]')
    expect(demoLines(settings, undefined)).toHaveLength(1)
  })
})
