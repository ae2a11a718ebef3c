import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { AwardStatus, Relation } from '../contract.ts'
import { mayFollowAward, type AwardStep } from '../rules/steps.ts'

/** An award with everything its rules ask. */
export type HeldAward = {
  id: string; scopeCode: string; unitId: string; kind: string; caseId: string | null; needId: string | null
  childId: string | null; householdId: string | null; label: string
  peopleCount: number; householdsCount: number
  amountFen: number; relation: Relation; wrappedKey: Buffer | null; sealedWords: Buffer | null; sealedPayee: Buffer | null
  sealedRefusal: Buffer | null; accountTail: string | null; accountProblem: 'missing' | 'length' | 'check' | null; status: AwardStatus; batchId: string | null
  appliedBy: string | null; paidOn: string | null; scanKey: string | null; scanMediaType: string | null; scanExtension: string | null; endReason: string | null
  version: number
}

/** Columns of a held award; `r` is the award. */
export const heldColumns = sql`r.id, r.scope_code::text as scope_code, r.unit_id, r.kind, r.case_id, r.need_id,
  r.child_id, r.household_id, r.label, r.people_count,
  r.households_count, r.amount_fen::float8 as amount_fen, r.relation, r.wrapped_key, r.sealed_words, r.sealed_payee, r.sealed_refusal, r.account_tail,
  r.account_problem, r.status, r.batch_id, r.applied_by, r.paid_on, r.scan_key, r.scan_media_type, r.scan_extension, r.end_reason, r.version`

/** An award the actor can see; not found otherwise. */
export async function loadAward({ tx, actor }: Context, id: string): Promise<HeldAward> {
  const { rows } = await sql<HeldAward>`select ${heldColumns} from projects.awards r where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** Loads and locks an award for a step, and refuses what the step does not follow from. */
export async function lockAward(
  { tx, actor }: Context, { step, id, version }: { step: AwardStep; id: string; version?: number },
): Promise<HeldAward & { wrappedKey: Buffer }> {
  const { rows } = await sql<HeldAward>`select ${heldColumns} from projects.awards r
    where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  const [held] = rows
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (step === 'correct' && held.status === 'listed') throw new Refusal('AWARD_LISTED')
  if (!mayFollowAward(step, held.status)) throw new Refusal('WRONG_STATUS', { status: held.status })
  if (version !== undefined && held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  if (held.wrappedKey === null) throw new Refusal('CHILD_ERASED')
  return { ...held, wrappedKey: held.wrappedKey }
}

/** Locks these awards in the order of their ids, so that no two batches wait for each other in a circle. */
export async function lockAwards({ tx, actor }: Context, ids: readonly string[]): Promise<Map<string, HeldAward>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<HeldAward>`select ${heldColumns} from projects.awards r
    where r.city_id = ${actor.cityId} and r.id = any (${[...ids]}::uuid[]) order by r.id for update of r`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}
