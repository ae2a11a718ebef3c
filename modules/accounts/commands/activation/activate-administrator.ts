import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { runInTransaction } from '#platform/database/transaction.ts'
import type { AnonymousContext, Context } from '#platform/http/context.ts'
import { systemActor } from '#platform/jobs/run-as-city.ts'
import { isWeakPassword, signInLimits } from '../../rules/sign-in-limits.ts'
import { hashActivationCode } from './prepare-activation.ts'

/** Who uses an activation code. */
export type Activation = { code: string; signInName: string; personName: string; password: string }

/**
 * Uses an activation code. Before there is a city the person waits beside the code, and becomes an account when the city is made;
 * afterwards the account is made at once. Each code counts once, and no two administrators share a sign-in name.
 */
export async function activateAdministrator(context: AnonymousContext, input: Activation): Promise<{ role: string }> {
  const codeHash = hashActivationCode(input.code)
  const found = await context.pool.query<{ city_id: number; role_code: string }>('select * from access.find_activation($1)', [codeHash])
  const activation = found.rows[0]
  if (activation === undefined) throw new Refusal('WRONG_CODE')
  if (isWeakPassword(input.password, { signInName: input.signInName })) throw new Refusal('WEAK_PASSWORD')
  const passwordHash = await hash(input.password)
  const use = { text: 'select access.use_activation($1, $2, $3, $4) as used', values: [codeHash, input.signInName, input.personName, passwordHash] }
  await runInTransaction<{ used: boolean }, void>(context.pool, use, async (tx, [row]) => {
    if (row?.used !== true) throw new Refusal('SIGN_IN_NAME_TAKEN')
    if (activation.city_id !== 0) await makeAdministrators(asCity({ ...context, tx }, activation.city_id))
  })
  return { role: activation.role_code }
}

/** Makes accounts of all who used a code, and notes each; the transaction belongs to the city. */
export async function makeAdministrators(context: Context): Promise<string[]> {
  const { tx, actor } = context
  const ids = Array.from({ length: 6 }, () => newId())
  const { rows } = await sql<{ accountId: string; roleCode: string; personName: string }>`
    select * from access.make_administrators(${actor.cityId}::int, ${ids}::uuid[])`.execute(tx)
  for (const { accountId, roleCode, personName } of rows) {
    await recordAudit(context, { verb: 'administrator.activated', subjectKind: 'account', subjectId: accountId,
      details: { roleCode, personName } })
  }
  return rows.map(({ roleCode }) => roleCode)
}

/** While there is no city to sign in to: whether this is the activated system administrator. Refuses as a sign-in does. */
export async function checkFirstAdministrator(context: AnonymousContext, input: { signInName: string; password: string }): Promise<void> {
  const { rows } = await context.pool.query<{ password_hash: string; locked_until: Date | null }>(
    'select * from access.find_first_administrator($1)', [input.signInName])
  const [known] = rows
  if (known?.locked_until && known.locked_until > context.now) throw new Refusal('LOCKED')
  if (known !== undefined && await verify(known.password_hash, input.password)) return
  await context.pool.query('select access.note_activation_failure($1, $2)', [signInLimits.failures, signInLimits.lockSeconds])
  throw new Refusal('WRONG_CREDENTIALS')
}

/** The system itself, acting in a city inside a transaction that was opened to it by name. */
export function asCity(context: Omit<Context, 'actor'>, cityId: number): Context {
  const { tx, request, now, today, installation } = context
  return { tx, request, now, today, installation, actor: systemActor(cityId) }
}
