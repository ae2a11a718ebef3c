import type { Actor } from '#platform/access/actor.ts'
import { newId } from '#platform/crypto/id.ts'
import { runInTransaction, type Begin } from '#platform/database/transaction.ts'
import type { Ground } from '#platform/http/bind.ts'
import type { Context, RequestInfo } from '#platform/http/context.ts'
import { codeFromDivision, scopeHi, scopeLo } from '#platform/values/scope-code.ts'

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

/**
 * The system itself, acting in a city: no account, no unit, the range of the whole city. What it writes about no unit in particular, an
 * audit row above all, stands with the city's own unit, where the city's audit administrator sees it.
 */
export function systemActor(cityId: number): Actor {
  const code = codeFromDivision(String(cityId))
  if (code === undefined) throw new RangeError(`not a city: ${cityId}`)
  return {
    accountId: '', personName: '系统', volunteerId: null, cityId, sessionId: '', grantId: '', roleCode: 'system',
    unit: { id: '', code: '', name: '', level: '', kind: '' }, scopeLo: scopeLo(code), scopeHi: scopeHi(code),
    permissions: new Set(), mustChangePassword: false,
  }
}

function systemRequest(): RequestInfo {
  return { id: newId(), address: '', device: '', idempotencyKey: null, setSessionToken: () => {} }
}
