import { sql } from 'kysely'
import { anyoneMay } from '#platform/access/permission.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'

/** Ends the session of this browser. Everyone may end his own. */
export async function signOut(context: Context): Promise<{ ended: number }> {
  anyoneMay(context.actor)
  const { rows } = await sql<{ ended: number }>`select access.end_session(${context.actor.sessionId}) as ended`.execute(context.tx)
  await recordAudit(context, { verb: 'session.ended', subjectKind: 'account', subjectId: context.actor.accountId })
  context.request.setSessionToken(null)
  return { ended: rows[0]?.ended ?? 0 }
}
