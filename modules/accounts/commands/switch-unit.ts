import { sql } from 'kysely'
import { anyoneMay } from '#platform/access/permission.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { Session } from '../contract.ts'
import { sessionOf } from '../queries/get-session.ts'

/** Makes another of the person's own grants the active one; the next request sees its unit. */
export async function switchUnit(context: Context, input: { grantId: string }): Promise<Session> {
  anyoneMay(context.actor)
  const { tx, actor } = context
  const { rows } = await sql<{ switched: boolean }>`select access.switch_grant(${actor.sessionId}, ${input.grantId}) as switched`.execute(tx)
  if (rows[0]?.switched !== true) throw new Refusal('NOT_FOUND')
  await recordAudit(context, { verb: 'session.unit-switched', subjectKind: 'account', subjectId: actor.accountId, details: { grantId: input.grantId } })
  const session = await sessionOf(context)
  const grant = session.grants.find((own) => own.id === input.grantId)
  if (grant === undefined) throw new Refusal('NOT_FOUND')
  return { ...session, grantId: grant.id, roleCode: grant.roleCode, unit: { ...session.unit, id: grant.unitId, code: grant.unitCode, name: grant.unitName } }
}
