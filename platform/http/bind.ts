import { createHash } from 'node:crypto'
import type { AnyContractProcedure } from '@orpc/contract'
import { implement, type AnyRouter } from '@orpc/server'
import { sql } from 'kysely'
import { actorFromRow, type ActorRow } from '#platform/access/actor.ts'
import type { OperationMeta } from '#platform/contract/base.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Tx } from '#platform/database/kysely.ts'
import type { Pool } from '#platform/database/pool.ts'
import { runInTransaction } from '#platform/database/transaction.ts'
import type { Installation } from '#platform/settings/installation.ts'
import type { Clock } from './clock.ts'
import type { Context, RequestInfo, Steps } from './context.ts'
import { lastActorOf, noteActor } from './last-actors.ts'
import { keepAnswer, findAnswer, Replayed } from './idempotency.ts'
import type { ModuleDefinition } from './module.ts'
import type { SessionToken } from './session-token.ts'

/** What operations stand on while the program runs. */
export type Ground = { pool: Pool; clock: Clock; installation: Installation }

/** What each request brings. */
export type RequestContext = { request: RequestInfo; token: SessionToken | null }

type AnyOperation = (context: Context, input: unknown) => Promise<unknown>
type AnyWay = AnyOperation | { anonymously: (c: unknown, i: unknown) => Promise<unknown> } | { inSteps: (s: Steps, i: unknown) => Promise<unknown> }

/** Makes the router of all modules: one request = one transaction = one answer after commit. */
export function bindModules(modules: readonly ModuleDefinition[], ground: Ground): AnyRouter {
  const entries = modules.map((module) => [module.name, bindModule(module, ground)] as const)
  return Object.fromEntries(entries) as AnyRouter
}

function bindModule(module: ModuleDefinition, ground: Ground): AnyRouter {
  const bound = Object.entries(module.contract).map(([name, procedure]) => {
    const operation = module.operations[name]
    if (operation === undefined) throw new Error(`operation ${module.name}.${name} is bound to nothing`)
    const implementer = implement(procedure as never) as unknown as {
      $context(): { handler(run: (options: { input: unknown; context: RequestContext }) => Promise<unknown>): unknown }
    }
    return [name, implementer.$context().handler(handlerOf(`${module.name}.${name}`, procedure, operation as never, ground))] as const
  })
  return Object.fromEntries(bound) as AnyRouter
}

function handlerOf(name: string, procedure: AnyContractProcedure, operation: AnyWay, ground: Ground) {
  const meta = procedure['~orpc'].meta as OperationMeta
  const isRead = procedure['~orpc'].route.method === 'GET'
  return async ({ input, context }: { input: unknown; context: RequestContext }): Promise<unknown> => {
    if (typeof operation === 'function') return runOperation({ name, meta, isRead, operation, input, ...context }, ground)
    if ('inSteps' in operation) return operation.inSteps(stepsOf({ ...context, meta }, ground), input)
    const now = ground.clock.now()
    return operation.anonymously(
      { pool: ground.pool, request: context.request, now, today: ground.clock.today(), installation: ground.installation }, input)
  }
}

/** Each step is a transaction of the actor by itself; who may not act at all is refused by the first. */
export function stepsOf(call: RequestContext & { meta: OperationMeta }, ground: Ground): Steps {
  return {
    request: call.request, now: ground.clock.now(), today: ground.clock.today(), installation: ground.installation,
    run: (work) => runAsActor(call, ground, work),
  }
}

type Call = RequestContext & { name: string; meta: OperationMeta; isRead: boolean; operation: AnyOperation; input: unknown }

async function runOperation(call: Call, ground: Ground): Promise<unknown> {
  const key = call.meta.idempotent === true ? call.request.idempotencyKey : null
  // Its answer is given when all is done, so that it may begin before the database has said who acts.
  const ahead = { ...call, isAhead: true }
  if (key === null) return runAsActor(ahead, ground, (context) => call.operation(context, call.input))
  const hash = createHash('sha256').update(call.name).update('\0').update(JSON.stringify(call.input) ?? '').digest()
  try {
    return await runAsActor(ahead, ground, async (context) => {
      const answer = await call.operation(context, call.input)
      await keepAnswer(context, { key, hash, answer })
      return answer
    })
  } catch (error) {
    // A repeated request: its own work was rolled back, the first answer is given again, even where the rule would now refuse.
    if (!(error instanceof Replayed) && !(error instanceof Refusal)) throw error
    const known = await runAsActor(call, ground, (context) => findAnswer(context, { key, hash }))
    if (known === undefined) throw error
    return known.answer
  }
}

type AsActor = {
  request: RequestInfo; token: SessionToken | null; meta: OperationMeta; isRead?: boolean
  /** The work does nothing but ask and write in its transaction and return: it may be begun before it is known who acts, and thrown away. */
  isAhead?: boolean
}

/** Opens the transaction, resolves the session, checks that the account may act at all, runs `work`. */
export async function runAsActor<T>(call: AsActor, ground: Ground, work: (context: Context) => Promise<T>): Promise<T> {
  const { token } = call
  if (token === null) throw new Refusal('UNAUTHENTICATED')
  const known = call.isAhead === true ? lastActorOf(token) : undefined
  const begin = { name: 'app_begin', text: 'select * from access.app_begin($1, $2)', values: [token.cityId, token.hash] }
  return runInTransaction<ActorRow, T>(ground.pool, begin, async (tx, [row]) => {
    if (row !== known) noteActor(token, row)
    if (row === undefined) return refuseToAct(tx, token)
    call.request.noteGrant?.(`${row.grant_id}:${row.unit_code}`)
    const actor = actorFromRow(token.cityId, row)
    if (actor.mustChangePassword && call.meta.duringPasswordChange !== true) throw new Refusal('PASSWORD_CHANGE_REQUIRED')
    return work({ tx, actor, request: call.request, now: ground.clock.now(), today: ground.clock.today(), installation: ground.installation })
  }, { isRead: call.isRead ?? false, guess: known === undefined ? undefined : [known] })
}

/** Nobody acts: the session is over, or it stands and the last right of the person has ended. */
async function refuseToAct(tx: Tx, token: SessionToken): Promise<never> {
  const { rows } = await sql<{ stands: boolean }>`select access.session_stands(${token.cityId}::int, ${token.hash}::bytea) as stands`.execute(tx)
  throw new Refusal(rows[0]?.stands === true ? 'NO_RIGHT_LEFT' : 'UNAUTHENTICATED')
}
