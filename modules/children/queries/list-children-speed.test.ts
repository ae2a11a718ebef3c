import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { listChildren } from './list-children.ts'

const count = 100_000

/** The most rows that one step of a plan read from the children. */
const rowsRead = (plan: string) =>
  Math.max(...[...plan.matchAll(/(?:recent_idx|scope_idx|Seq Scan) on children\b.*actual rows=([\d.]+)/g)].map((match) => Number(match[1])))

describe('among a hundred thousand children', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
    const villages = ['990100100010001', '990100100010002', '990100100020001', '990100200010001', '990100200010002']
    const ids = await Promise.all(villages.map((code) => city.unitId(code)))
    await city.owner.query(
      `insert into children.households (city_id, id, scope_code, unit_id) select 990100, gen_random_uuid(), rpad($1, 18, '0')::bigint, $2::uuid`,
      [villages[0], ids[0]],
    )
    await city.owner.query(
      `insert into children.children (city_id, id, scope_code, unit_id, household_id, masked_name, sex, age_band, registered_on, derived_types, updated_at)
      select 990100, gen_random_uuid(), rpad(($1::text[])[place], 18, '0')::bigint, ($2::uuid[])[place], (select id from children.households limit 1),
        '张某', 'male', '6-13', '2025-01-01',
        array['poor-family'],
        '2026-01-01'::timestamptz + n * interval '1 second'
      from (select n, case when n % 1000 < 3 then 1 else 2 + n % 4 end as place from generate_series(1, ${count}) n) numbered`,
      [villages, ids],
    )
    await city.owner.query('vacuum analyze children.children')
  }, 60_000)
  afterAll(() => city.close())

  /** What the database does for the first page of a person, read from its own plan. */
  async function planOf(name: PersonName, query: object = {}): Promise<{ page: string; count: string }> {
    const asked: { sql: string; parameters: readonly unknown[] }[] = []
    return city.as(name, async (context) => {
      const kept = context.tx.withPlugin({ transformQuery: (args) => args.node, transformResult: async (args) => args.result })
      const executor = kept.getExecutor()
      const compile = executor.compileQuery.bind(executor)
      executor.compileQuery = (node, id) => {
        const compiled = compile(node, id)
        asked.push({ sql: compiled.sql, parameters: compiled.parameters })
        return compiled
      }
      await listChildren({ ...context, tx: kept as typeof context.tx }, { limit: 20, ...query })
      const plans: string[] = []
      for (const statement of asked) {
        const explained = await context.tx.executeQuery({
          sql: `explain (analyze, costs off, timing off, summary off) ${statement.sql}`,
          parameters: [...statement.parameters],
          query: asked as never,
          queryId: { queryId: '' },
        })
        plans.push(explained.rows.map((row) => String(Object.values(row as object)[0])).join('\n'))
      }
      return { page: plans[0] ?? '', count: plans[1] ?? '' }
    })
  }

  it('a village and a city find their first page by an index, not by reading the table', async () => {
    const [village, city] = [await planOf('孙主任'), await planOf('陈主任')]
    for (const plan of [village.page, village.count, city.page]) {
      expect(plan).toMatch(/Index (Only )?Scan.* using children_(scope|recent)_idx/)
      expect(plan).not.toMatch(/Seq Scan on children/)
    }
    // Counting a city stops at the cap, whichever way it goes.
    expect(rowsRead(city.count)).toBeLessThanOrEqual(10_001)
    expect(rowsRead(city.page)).toBeLessThanOrEqual(21)
    expect(rowsRead(village.page)).toBeLessThanOrEqual(300)
  })

  it('a rare name is found by its term alone', async () => {
    const plan = await planOf('陈主任', { q: '䶮䶮' })
    expect(plan.page).toMatch(/using search_terms_(pkey|child_idx)/)
    expect(plan.page).not.toMatch(/Seq Scan on children/)
  })
})
