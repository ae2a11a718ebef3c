import type { Actor } from '#platform/access/actor.ts'
import { newId } from '#platform/crypto/id.ts'
import { runInTransaction, type Begin } from '#platform/database/transaction.ts'
import type { Ground } from '#platform/http/bind.ts'
import type { Context, RequestInfo } from '#platform/http/context.ts'

/** The statement that opens a transaction to a whole city; its pool signs in as the worker. */
export function beginCity(cityId: number): Begin {
  return { text: 'select access.app_begin_city($1)', values: [cityId] }
}

/**
 * Runs background work in one transaction that sees the whole city. The ground's pool signs in as the worker.
 * The actor is the system, which holds no permission: jobs use the functions of index.ts, which ask for none.
 */
export async function runAsCity<T>(ground: Ground, cityId: number, work: (context: Context) => Promise<T>): Promise<T> {
  return runInTransaction(ground.pool, beginCity(cityId), async (tx) => work({
    tx, actor: systemActor(cityId), request: systemRequest(), now: ground.clock.now(), today: ground.clock.today(), installation: ground.installation,
  }))
}

/** The system itself, acting in a city: no account, no unit, the range of the whole city. */
export function systemActor(cityId: number): Actor {
  return {
    accountId: '', personName: '系统', volunteerId: null, cityId, sessionId: '', grantId: '', roleCode: 'system',
    unit: { id: '', code: '', name: '', level: '', kind: '' }, scopeLo: '0'.repeat(18), scopeHi: '9'.repeat(18),
    permissions: new Set(), mustChangePassword: false,
  }
}

function systemRequest(): RequestInfo {
  return { id: newId(), address: '', device: '', idempotencyKey: null, setSessionToken: () => {} }
}
