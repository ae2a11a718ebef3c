import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { allInvariants, verifyEverything } from './invariants.ts'
import { modules } from './modules.ts'

let city: TestCity
beforeAll(async () => { city = await openTestCity() })
afterAll(() => city.close())

describe('what must be true at any moment', () => {
  test('is one list of at least forty, each with a name of its own and a Chinese sentence', () => {
    expect(allInvariants.length).toBeGreaterThanOrEqual(40)
    expect(new Set(allInvariants.map(({ name }) => name)).size).toBe(allInvariants.length)
    expect(new Set(allInvariants.map(({ sentence }) => sentence)).size).toBe(allInvariants.length)
    for (const { name, sentence } of allInvariants) expect([name, sentence])
      .toEqual([expect.stringMatching(/^[a-z-]+$/), expect.stringMatching(/^\p{Script=Han}[^a-z]{4,}$/u)])
  })
  test('is looked at each night by a job of the module it belongs to', () => {
    for (const { name, invariants, jobs } of modules) {
      const nightly = jobs.filter((job) => job.name === `verify-${name}` && job.schedule !== undefined)
      expect([name, nightly.length]).toEqual([name, invariants.length > 0 ? 1 : nightly.length])
    }
  })
  test('holds in a city that has just begun', async () => {
    expect(await asWorker(city, (run) => run(verifyEverything))).toEqual({ checked: allInvariants.length, broken: [] })
  })
})
