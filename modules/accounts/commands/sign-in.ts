import { hash, verify } from '@node-rs/argon2'
import { actorFromRow, type ActorRow } from '#platform/access/actor.ts'
import { anyoneMay } from '#platform/access/permission.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { runInTransaction } from '#platform/database/transaction.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { newSessionToken } from '#platform/http/session-token.ts'
import type { Session } from '../contract.ts'
import { sessionOf } from '../queries/get-session.ts'
import { signInLimits } from '../rules/sign-in-limits.ts'

type Credential = { city_id: number; account_id: string; person_name: string; password_hash: string; locked_until: Date | null; status: string }

/** Checks name and password, opens a session, sets the cookie. A name nobody has costs the same time as a wrong password. */
export async function signIn(context: AnonymousContext, input: { name: string; password: string }): Promise<Session> {
  anyoneMay()
  const { rows } = await context.pool.query<Credential>('select * from access.find_credential($1)', [input.name])
  const credential = rows.length === 1 ? rows[0] : undefined
  if (credential?.locked_until && credential.locked_until > context.now) throw new Refusal('LOCKED')
  const holds = await verify(credential?.password_hash ?? await absentHash, input.password)
  if (credential === undefined || credential.status !== 'active') throw new Refusal('WRONG_CREDENTIALS')
  if (!holds) return refuseWrongPassword(context, credential)
  return openSession(context, credential)
}

/** Hash of nothing anybody can type. */
const absentHash = hash(`${newId()}${newId()}`)

async function refuseWrongPassword(context: AnonymousContext, credential: Credential): Promise<never> {
  const { rows } = await context.pool.query<{ locked: Date | null }>('select access.note_failure($1, $2, $3, $4) as locked',
    [credential.city_id, credential.account_id, signInLimits.failures, signInLimits.lockSeconds])
  const locked = rows[0]?.locked
  throw new Refusal(locked && locked > context.now ? 'LOCKED' : 'WRONG_CREDENTIALS')
}

async function openSession(context: AnonymousContext, credential: Credential): Promise<Session> {
  const token = newSessionToken(credential.city_id)
  const open = {
    text: 'select access.open_session($1, $2, $3, $4, $5, $6, $7, $8) as opened',
    values: [credential.city_id, credential.account_id, newId(), token.hash, signInLimits.idleSeconds, signInLimits.absoluteSeconds,
      context.request.address, context.request.device],
  }
  const opened = await runInTransaction<{ opened: boolean }, boolean>(context.pool, open, async (_tx, [row]) => row?.opened === true)
  if (!opened) throw new Refusal('NO_GRANT')
  const begin = { text: 'select * from access.app_begin($1, $2)', values: [token.cityId, token.hash] }
  const session = await runInTransaction<ActorRow, Session>(context.pool, begin, async (tx, [row]) => {
    if (row === undefined) throw new Refusal('NO_GRANT')
    const { request, now, today, installation } = context
    const signedIn = { tx, actor: actorFromRow(token.cityId, row), request, now, today, installation }
    await recordAudit(signedIn, { verb: 'session.opened', subjectKind: 'account', subjectId: signedIn.actor.accountId })
    return sessionOf(signedIn)
  })
  context.request.setSessionToken(token.text)
  return session
}
