import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadCases } from '../../access.ts'
import { isForCaller } from '../../queries/visits/list-own-comments.ts'

type Found = { id: string; visitId: string; childId: string; scopeCode: string }

/** Comments on the caller's own visits were shown elsewhere than on the page of the visit: the office sees that they were read, and when. */
export async function readComments(context: Context, shown: readonly { id: string; at: Date }[]): Promise<void> {
  const { tx, actor, now } = context
  mustReadCases(actor)
  const { rows } = await sql<Found>`
    select m.id, m.visit_id, v.child_id, v.scope_code::text as scope_code
      from care.visit_comments m join care.visits v on v.city_id = m.city_id and v.id = m.visit_id
     where m.city_id = ${actor.cityId} and m.id = any (${shown.map(({ id }) => id)}::uuid[]) and m.read_at is null and ${isForCaller(context)}
       for update of m`.execute(tx)
  for (const { id, visitId, childId, scopeCode } of rows) {
    const at = shown.find((each) => each.id === id)?.at ?? now
    const readAt = at < now ? at : now
    await sql`update care.visit_comments set read_at = greatest(commented_at, ${readAt}::timestamptz)
      where city_id = ${actor.cityId} and id = ${id}`.execute(tx)
    await recordAudit(context, {
      verb: 'visit.read', subjectKind: 'child', subjectId: childId, scopeCode,
      details: { visitId, commentId: id, readAt: readAt.toISOString(), withNote: false },
    })
  }
}
