import { findChildCard } from '#modules/children/index.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { ageBandLabel } from '#platform/values/mask.ts'
import { scopeLo } from '#platform/values/scope-code.ts'

/** Whom a report is about and where it belongs: the child's unit, or the own one where the child is not registered. */
export async function findSubject(
  context: Context, childId: string | undefined,
): Promise<{ unitId: string; scopeCode: string; childLabel: string | null }> {
  const { actor } = context
  if (childId === undefined) return { unitId: actor.unit.id, scopeCode: scopeLo(actor.unit.code), childLabel: null }
  const child = await findChildCard(context, childId)
  if (child === undefined) throw new Refusal('NOT_FOUND')
  return { unitId: child.unitId, scopeCode: child.scopeCode, childLabel: `${child.maskedName} · ${ageBandLabel(child.ageBand)}` }
}
