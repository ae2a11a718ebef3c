import { sql } from 'kysely'
import { anyoneMay } from '#platform/access/permission.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'

/** Signs the person out everywhere, here included. */
export async function endAllSessions(context: Context): Promise<{ ended: number }> {
  anyoneMay(context.actor)
  const { rows } = await sql<{ ended: number }>`select access.end_session(null) as ended`.execute(context.tx)
  await recordAudit(context, { verb: 'session.all-ended', subjectKind: 'account', subjectId: context.actor.accountId,
    details: { ended: rows[0]?.ended ?? 0 } })
  context.request.setSessionToken(null)
  return { ended: rows[0]?.ended ?? 0 }
}
