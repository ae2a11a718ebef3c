import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { openPool } from './pool.ts'

describe('a connection that is not pipelined', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('answers questions asked together in their order, also behind one that fails, and the driver warns of nothing', async () => {
    const warnings: string[] = []
    const note = (warning: Error) => void warnings.push(warning.message)
    process.on('warning', note)
    const pool = openPool(city.urls.app, { max: 1, pipeline: false })
    const client = await pool.connect()
    try {
      const asked = [client.query('select 1 as n'), client.query('select 1 / 0'), client.query({ text: 'select $1::int as n', values: [3] }),
        client.query('select 4 as n')]
      const told = await Promise.allSettled(asked)
      expect(told.map((one) => (one.status === 'fulfilled' ? one.value.rows[0].n as number : String(one.reason)))).toEqual([1, 'error: division by zero', 3, 4])
      await new Promise((resolve) => { setTimeout(resolve, 10) })
      expect(warnings).toEqual([])
    } finally {
      process.off('warning', note)
      client.release()
      await pool.end()
    }
  })
})
