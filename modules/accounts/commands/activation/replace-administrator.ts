import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import type { Ground } from '#platform/http/bind.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'
import { isAdministrator } from '../../rules/roles.ts'
import { hashActivationCode, makeActivationCode } from './prepare-activation.ts'

/** Which administrator is replaced, and why. */
export type Replacement = { cityId: number; role: string; reason: string }

/**
 * Replaces an administrator who is lost: takes the role from everyone who holds it, cuts them off, and returns a new activation code for
 * the successor. For the command line on the server alone; the ground's pool signs in as the worker.
 */
export async function replaceAdministrator(ground: Ground, { cityId, role, reason }: Replacement): Promise<{ code: string; revoked: number }> {
  if (!isAdministrator(role)) throw new RangeError(`${role} is none of the three administrators`)
  if (reason.trim() === '') throw new RangeError('a reason is needed')
  const code = makeActivationCode()
  return runAsCity(ground, cityId, async (context) => {
    const { tx, now } = context
    const revoked = await tx.updateTable('accounts.grants').set({ revokedAt: now }).where('cityId', '=', cityId).where('roleCode', '=', role)
      .where('revokedAt', 'is', null).returning('accountId').execute()
    for (const { accountId } of revoked) await sql`select access.end_account_sessions(${accountId}::uuid)`.execute(tx)
    const { rows } = await sql<{ issued: boolean }>`
      select access.issue_activation(${cityId}::int, ${role}, ${hashActivationCode(code)}::bytea) as issued`.execute(tx)
    if (rows[0]?.issued !== true) throw new Error(`no activation code could be issued for ${role}`)
    await recordAudit(context, {
      verb: 'administrator.replaced', subjectKind: 'role', reason: reason.trim(),
      details: { roleCode: role, accountIds: revoked.map(({ accountId }) => accountId) } })
    return { code, revoked: revoked.length }
  })
}
