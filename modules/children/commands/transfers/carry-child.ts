import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { fileFields } from '../../contract.ts'
import { registrationAccessDays } from '../register-child.ts'
import type { LockedChild } from '../../queries/steps/load-child.ts'

type Move = { unit: { id: string; scopeCode: string }; asker: string; transferId: string }

/**
 * Lets everything of a child follow it to another unit: card, identity, key, guardians, facts, types, consents, forms and what it is found by. Who could
 * open it no longer can; who asked may for as long as after a registration. Runs in a job: nobody's range has both units.
 */
export async function carryChild(context: Context, child: LockedChild, { unit, asker, transferId }: Move): Promise<void> {
  const { tx, actor, today, now } = context
  const { scopeCode } = unit
  const householdId = await carryHousehold(context, child, unit)
  const card = { scopeCode, unitId: unit.id, householdId, unitSince: today, version: child.version + 1, updatedAt: now }
  await tx.updateTable('children.children').set(card).where('cityId', '=', actor.cityId).where('id', '=', child.id).execute()
  await sql`select access.place_child_key(${child.id})`.execute(tx)
  await tx.updateTable('children.identities').set({ scopeCode }).where('cityId', '=', actor.cityId).where('id', '=', child.id).execute()
  const parts = [
    'children.guardians', 'children.facts', 'children.derivedTypes', 'children.consents', 'children.searchTerms', 'children.forms',
    'children.accessRequests'] as const
  for (const table of parts) {
    await tx.updateTable(table).set({ scopeCode }).where('cityId', '=', actor.cityId).where('childId', '=', child.id).execute()
  }
  await tx.updateTable('children.personIndex').set({ unitId: unit.id }).where('cityId', '=', actor.cityId).where('childId', '=', child.id).execute()
  await tx.updateTable('children.accessGrants').set({ endedAt: now }).where('cityId', '=', actor.cityId).where('childId', '=', child.id)
    .where('endedAt', 'is', null).execute()
  await tx.updateTable('children.accessGrants').set({ scopeCode }).where('cityId', '=', actor.cityId).where('childId', '=', child.id).execute()
  await tx.insertInto('children.accessGrants').values({
    cityId: actor.cityId, id: newId(), scopeCode, childId: child.id, accountId: asker, purpose: 'registration', fields: [...fileFields],
    ground: 'registration', groundId: transferId, fromAt: now, untilAt: new Date(now.getTime() + registrationAccessDays * 86_400_000),
  }).execute()
}

/** A household moves with its last child; where brothers or sisters stay, the child gets one of its own. */
async function carryHousehold({ tx, actor }: Context, child: LockedChild, unit: Move['unit']): Promise<string> {
  const staying = await tx.selectFrom('children.children').select('id').where('cityId', '=', actor.cityId)
    .where('householdId', '=', child.householdId).where('id', '<>', child.id).executeTakeFirst()
  const at = { scopeCode: unit.scopeCode, unitId: unit.id }
  if (staying === undefined) {
    await tx.updateTable('children.households').set(at).where('cityId', '=', actor.cityId).where('id', '=', child.householdId).execute()
    return child.householdId
  }
  const id = newId()
  await tx.insertInto('children.households').values({ ...at, cityId: actor.cityId, id }).execute()
  return id
}
