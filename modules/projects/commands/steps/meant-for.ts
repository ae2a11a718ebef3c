import { findChildCard } from '#modules/children/index.ts'
import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { ageBandLabel } from '#platform/values/mask.ts'

/** For whom something is: the child of an open case, or people counted outside; and the unit it belongs to. */
export type Meant = {
  unitId: string; scopeCode: string; caseId: string | null; childId: string | null; householdId: string | null; label: string; peopleCount: number
  householdsCount: number
}

/** A group that nobody is named of, of the actor's own unit. */
export function meantForGroup(
  { actor }: Context, { group, peopleCount,
    householdsCount }: { group?: string | undefined; peopleCount?: number | undefined; householdsCount?: number | undefined },
): Meant {
  return {
    unitId: actor.unit.id, scopeCode: actor.scopeLo.padStart(18, '0'), caseId: null, childId: null, householdId: null, label: group ?? '',
    peopleCount: peopleCount ?? 1, householdsCount: householdsCount ?? 0,
  }
}

/** The child of an open case with consent to service, and of an approved need where one is named; not found outside the range. */
export async function meantForChild(context: Context, { caseId, needId }: { caseId: string; needId?: string | undefined }): Promise<Meant> {
  const { tx, actor } = context
  const { rows } = await sql<{ unitId: string; scopeCode: string; childId: string; status: string; needStatus: string | null; hasNeed: boolean }>`
    select c.unit_id, c.scope_code::text as scope_code, c.child_id, c.status, n.status as need_status, n.id is not null as has_need
      from care.published_cases c left join aid.published_needs n on n.city_id = ${actor.cityId} and n.case_id = c.id and n.id = ${needId ?? null}::uuid
     where c.city_id = ${actor.cityId} and c.id = ${caseId}`.execute(tx)
  const [found] = rows
  const child = found === undefined ? undefined : await findChildCard(context, found.childId)
  if (found === undefined || child === undefined || (needId !== undefined && !found.hasNeed)) throw new Refusal('NOT_FOUND')
  if (child.status === 'erased') throw new Refusal('CHILD_ERASED')
  if (found.status !== 'open') throw new Refusal('CASE_CLOSED')
  if (!child.hasServiceConsent) throw new Refusal('SERVICE_CONSENT_MISSING')
  if (needId !== undefined && found.needStatus !== 'approved') throw new Refusal('NEED_NOT_APPROVED')
  return {
    unitId: found.unitId, scopeCode: found.scopeCode, caseId, childId: found.childId, householdId: child.householdId,
    label: `${child.maskedName} · ${ageBandLabel(child.ageBand)}`, peopleCount: 1, householdsCount: 1,
  }
}
