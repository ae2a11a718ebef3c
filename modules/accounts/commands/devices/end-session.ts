import { sql } from 'kysely'
import { anyoneMay } from '#platform/access/permission.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** Signs one of the person's own browsers out. */
export async function endSession(context: Context, input: { id: string }): Promise<{ ended: number }> {
  anyoneMay(context.actor)
  const { rows } = await sql<{ ended: number }>`select access.end_session(${input.id}::uuid) as ended`.execute(context.tx)
  const ended = rows[0]?.ended ?? 0
  if (ended === 0) throw new Refusal('NOT_FOUND')
  await recordAudit(context, { verb: 'session.ended', subjectKind: 'account', subjectId: context.actor.accountId, details: { sessionId: input.id } })
  if (input.id === context.actor.sessionId) context.request.setSessionToken(null)
  return { ended }
}
