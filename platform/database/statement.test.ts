import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { runPrepared } from './prepared.ts'
import { given, statement } from './statement.ts'

describe('rows handed to a statement', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => ({
    id: `019f0000-0000-7000-8000-00000000000${index}`, day: index === 1 ? null : '2026-03-05', fen: 10 + index,
    text: index === 2 ? null : `“${index}” 'x' \\ \n`,
  }))
  const asked = (rows: ReturnType<typeof rowsOf>) => statement<ReturnType<typeof rowsOf>[number]>`
    select r.id, r.day, (r.fen * ${2}::int) as fen, r.text from ${given('r', { id: 'uuid', day: 'date', fen: 'int', text: 'text' }, rows)}
     where ${'yes'}::text = 'yes' order by r.id`

  it('arrive the same, few or many, with what lacks', async () => {
    for (const count of [0, 1, 3, 4, 5, 9]) {
      const rows = rowsOf(count)
      const found = await city.as('赵干事', ({ tx }) => runPrepared(tx, asked(rows)))
      expect(found).toEqual(rows.map((row) => ({ ...row, fen: row.fen * 2 })))
    }
  })

  it('have one text for each small number and one for all greater ones', () => {
    const texts = [1, 2, 1, 2, 5, 6, 50].map((count) => asked(rowsOf(count)).sql)
    expect(new Set(texts).size).toBe(3)
    expect(texts[0]).toBe(texts[2])
    expect(texts[4]).toBe(texts[6])
  })
})
