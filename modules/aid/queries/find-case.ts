import { findChildCard } from '#modules/children/index.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { sql } from 'kysely'
import { ageBandLabel } from '#platform/values/mask.ts'
import { ofVisible } from './range-rows.ts'

/** A case that is open, as aid needs it: where it is led, and whose it is, masked. */
export type OpenCase = {
  id: string; unitId: string; scopeCode: string; childId: string; householdId: string; label: string; openedOn: string; hasServiceConsent: boolean
}

/** The case if the actor can see it and it is open; its volunteer sees it while the pairing lasts. */
export async function findOpenCase(context: Context, caseId: string): Promise<OpenCase> {
  const { tx, actor } = context
  const { rows } = await sql<{ id: string; unitId: string; scopeCode: string; childId: string; status: string; openedOn: string }>`
    select r.case_id as id, r.unit_id, r.scope_code::text as scope_code, r.child_id, r.status, r.opened_on
      from (select c.city_id, c.id as case_id, c.unit_id, c.scope_code, c.child_id, c.status, c.opened_on from care.published_cases c
             where c.city_id = ${actor.cityId} and c.id = ${caseId}) r
     where r.city_id = ${actor.cityId} and ${ofVisible(context)}`.execute(tx)
  const [found] = rows
  const child = found === undefined ? undefined : await findChildCard(context, found.childId)
  if (found === undefined || child === undefined) throw new Refusal('NOT_FOUND')
  if (child.status === 'erased') throw new Refusal('CHILD_ERASED')
  if (found.status !== 'open') throw new Refusal('CASE_CLOSED')
  const { id, unitId, scopeCode, childId, openedOn } = found
  return {
    id, unitId, scopeCode, childId, openedOn, householdId: child.householdId, hasServiceConsent: child.hasServiceConsent,
    label: `${child.maskedName} · ${ageBandLabel(child.ageBand)}`,
  }
}

/** The same, for help that needs the guardian's consent. */
export async function findConsentedCase(context: Context, caseId: string): Promise<OpenCase> {
  const found = await findOpenCase(context, caseId)
  if (!found.hasServiceConsent) throw new Refusal('SERVICE_CONSENT_MISSING')
  return found
}
