import type pg from 'pg'
import type { Actor } from '#platform/access/actor.ts'
import { newId } from '#platform/crypto/id.ts'
import { closeGathering, openGathering, sendGathered, sentWrites } from '#platform/database/gathered.ts'
import { kyselyOf } from '#platform/database/kysely.ts'
import type { Context } from '#platform/http/context.ts'
import type { Installation } from '#platform/settings/installation.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** Somebody of the demo acts on a day, by the commands of the program. */
export type Act = <T>(name: string, on: LocalDate, work: (context: Context) => Promise<T>) => Promise<T>
type ActorRow = Omit<Actor, 'permissions' | 'unit' | 'cityId' | 'sessionId' | 'mustChangePassword'> & Actor['unit'] & { unitId: string; permissions: string[] }

/**
 * People of the demo act within the transaction that loads it: what takes many hands to come about is done by the program itself, and is kept or lost
 * with the rest.
 */
export async function letAct(
  client: pg.Client, { cityId, installation }: { cityId: number; installation: Installation }, work: (act: Act) => Promise<void>,
): Promise<void> {
  const connection = inTurn(client)
  openGathering(connection)
  try {
    const tx = kyselyOf(connection)
    await work(async (name, on, act) => act({
      tx, actor: await readActor(client, cityId, name), today: on, now: new Date(`${on}T10:00:00+08:00`), installation,
      request: { id: newId(), address: '', device: '', idempotencyKey: null, setSessionToken: () => {} },
    }))
    sendGathered(connection)
    await Promise.all(sentWrites(connection))
  } finally {
    closeGathering(connection)
  }
}

/** The one connection of the load stands in for one of a pool: nobody gives it back, and one statement waits for the other. */
function inTurn(client: pg.Client): pg.PoolClient {
  let last: Promise<unknown> = Promise.resolve()
  const query = (...parts: Parameters<pg.Client['query']>) => {
    const next = last.then(() => client.query(...parts))
    last = next.catch(() => undefined)
    return next
  }
  return { query } as unknown as pg.PoolClient
}

async function readActor(client: pg.Client, cityId: number, name: string): Promise<Actor> {
  const { rows: [row] } = await client.query<ActorRow>(`
    select a.id as "accountId", a.person_name as "personName", a.volunteer_id as "volunteerId", g.id as "grantId", g.role_code as "roleCode",
           u.id as "unitId", u.code, u.name, u.level, u.kind, u.scope_lo::text as "scopeLo", u.scope_hi::text as "scopeHi",
           array(select p.permission from accounts.role_permissions p where p.role_code = g.role_code) as permissions
      from accounts.accounts a join accounts.grants g on g.city_id = a.city_id and g.account_id = a.id
      join organization.units u on u.city_id = g.city_id and u.id = g.unit_id
     where a.city_id = $1 and a.sign_in_name = $2 order by g.id limit 1`, [cityId, name])
  if (row === undefined) throw new Error(`nobody signs in as ${name}`)
  const { unitId, code, name: unitName, level, kind, permissions, ...actor } = row
  const unit = { id: unitId, code, name: unitName, level, kind }
  return { ...actor, cityId, sessionId: '', mustChangePassword: false, unit, permissions: new Set(permissions) }
}
