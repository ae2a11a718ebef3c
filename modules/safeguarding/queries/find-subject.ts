import { sql } from 'kysely'
import { findChildCard } from '#modules/children/index.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { ageBandLabel } from '#platform/values/mask.ts'
import { scopeLo } from '#platform/values/scope-code.ts'
import { mayLinkAnyChild } from '../access.ts'

/**
 * Whom a report is about and where it belongs: the child's unit, or the own one where the child is not registered. A volunteer links only a child he is
 * paired with today; anybody else he describes in words.
 */
export async function findSubject(
  context: Context, childId: string | undefined,
): Promise<{ unitId: string; scopeCode: string; childLabel: string | null }> {
  const { actor } = context
  if (childId === undefined) return { unitId: actor.unit.id, scopeCode: scopeLo(actor.unit.code), childLabel: null }
  const child = await findChildCard(context, childId)
  if (child === undefined || !await mayLink(context, childId)) throw new Refusal('NOT_FOUND')
  return { unitId: child.unitId, scopeCode: child.scopeCode, childLabel: `${child.maskedName} · ${ageBandLabel(child.ageBand)}` }
}

async function mayLink({ tx, actor, today }: Context, childId: string): Promise<boolean> {
  if (mayLinkAnyChild(actor)) return true
  const { rows } = await sql`select 1 from care.published_pairings own
    join care.published_cases c on c.city_id = ${actor.cityId} and c.id = own.case_id
   where own.city_id = ${actor.cityId} and c.child_id = ${childId} and own.volunteer_id = ${actor.volunteerId}::uuid and own.from_on <= ${today}::date
     and (own.until_on is null or own.until_on >= ${today}::date) limit 1`.execute(tx)
  return rows.length > 0
}
