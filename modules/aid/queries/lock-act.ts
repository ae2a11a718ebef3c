import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { ActStatus, Proof } from '../contract.ts'
import { mayFollowAct, type ActStep } from '../rules/acting.ts'
import { ofVisible } from './range-rows.ts'

/** An act of aid with everything its rules ask. */
export type HeldAct = {
  id: string; scopeCode: string; unitId: string; caseId: string; childId: string; householdId: string; needId: string | null; wishId: string | null
  label: string; kind: string; kindName: string; isCourtesyCall: boolean; status: ActStatus; wrappedKey: Buffer | null; sealedWords: Buffer | null
  sealedReceipt: Buffer | null; proof: Proof | null; scanKey: string | null; scanMediaType: string | null; scanExtension: string | null
  offeredOn: string; offeredName: string; givenOn: string | null; voidedOn: string | null; voidReason: string | null; version: number
}

const columns = sql`r.id, r.scope_code::text as scope_code, r.unit_id, r.case_id, r.child_id, r.household_id, r.need_id, r.wish_id, r.label, r.kind,
  coalesce((select k.name from aid.kinds k where k.code = r.kind and k.valid_from <= r.offered_on
    and (k.valid_until is null or k.valid_until >= r.offered_on)), r.kind) as kind_name,
  r.is_courtesy_call, r.status, r.wrapped_key, r.sealed_words, r.sealed_receipt, r.proof, r.scan_key, r.scan_media_type, r.scan_extension, r.offered_on,
  r.offered_name, r.given_on, r.voided_on, r.void_reason, r.version`

/** Loads an act the actor can see; not found otherwise. */
export async function loadAct(context: Context, id: string): Promise<HeldAct> {
  const { tx, actor } = context
  const { rows } = await sql<HeldAct>`select ${columns} from aid.acts r
    where r.city_id = ${actor.cityId} and r.id = ${id} and ${ofVisible(context)}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** Loads and locks an act for a step, and refuses what the step does not follow from. Without a version it is locked as it stands. */
export async function lockAct(
  context: Context, { step, id, version }: { step: ActStep; id: string; version?: number },
): Promise<HeldAct> {
  const { tx, actor } = context
  const { rows } = await sql<HeldAct>`select ${columns} from aid.acts r
    where r.city_id = ${actor.cityId} and r.id = ${id} and ${ofVisible(context)} for update of r`.execute(tx)
  const [held] = rows
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (!mayFollowAct(step, held.status)) throw new Refusal('WRONG_STATUS', { status: held.status })
  if (version !== undefined && held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}
