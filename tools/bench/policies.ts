import pg from 'pg'
import { median } from './load.ts'
import { atMost, type Measure } from './measure.ts'
import { accountOf, signIn, statementsOf } from './requests.ts'
import type { Scene } from './scene.ts'
import { bareOf } from './statements.ts'

/** The town user's list with policies beside the same statements run by a role that passes them. */
export async function measurePolicies(scene: Scene): Promise<Measure[]> {
  const account = accountOf(scene, 'office', 11)
  const statements = bareOf(await statementsOf(scene, { method: 'GET', url: '/api/children?limit=20', cookie: await signIn(scene, account) }))
  const range = { lo: account.unitCode.padEnd(18, '0'), hi: account.unitCode.padEnd(18, '9') }
  const cityId = scene.ground.cities[0]?.cityId ?? 0
  const run = async (client: pg.Client, scope: boolean) => {
    await client.query('begin')
    const settings = [String(cityId), range.lo, range.hi]
    if (scope) {
      await client.query(`select set_config('app.city_id', $1, true), set_config('app.scope_lo', $2, true), set_config('app.scope_hi', $3, true)`, settings)
    }
    const start = performance.now()
    for (let turn = 0; turn < 20; turn++) for (const statement of statements) await client.query(statement.text, statement.values)
    const taken = performance.now() - start
    await client.query('commit')
    return taken
  }
  const app = new pg.Client({ connectionString: scene.ground.database.urls.app })
  await app.connect()
  const ratios: number[] = []
  for (let round = 0; round < 9; round++) {
    const bare = await run(scene.owner, false)
    ratios.push(await run(app, true) / bare)
  }
  await app.end()
  return [atMost('list of a town with policies', median(ratios), 1.3, 'of the same without')]
}
