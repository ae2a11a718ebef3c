import { findPrefecture } from '#database/divisions/read-extract.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { runInTransaction } from '#platform/database/transaction.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { asCity, makeAdministrators } from '#modules/accounts/index.ts'
import { setUpCity } from '#modules/organization/index.ts'
import { mustBeFirstAdministrator } from '../access.ts'

type Input = { signInName: string; password: string; prefectureCode: string }

/** Makes the city with all its divisions, and the accounts of the administrators activated so far. */
export async function createCity(context: AnonymousContext, input: Input): Promise<{ cityId: number; name: string; units: number }> {
  await mustBeFirstAdministrator(context, input)
  const prefecture = findPrefecture(input.prefectureCode)
  if (prefecture === undefined) throw new Refusal('UNKNOWN_PREFECTURE')
  const cityId = Number(prefecture.city.code)
  const begin = { text: 'select access.begin_city_setup($1, $2, $3) as begun', values: [cityId, prefecture.city.name, prefecture.city.code] }
  return runInTransaction<{ begun: boolean }, { cityId: number; name: string; units: number }>(context.pool, begin, async (tx, [row]) => {
    if (row?.begun !== true) throw new Refusal('CITY_EXISTS')
    const inCity = asCity({ ...context, tx }, cityId)
    const { units } = await setUpCity(inCity, prefecture)
    await makeAdministrators(inCity)
    return { cityId, name: prefecture.city.name, units }
  })
}
