import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { NeedStatus } from '../contract.ts'
import { mayFollowNeed, type NeedStep } from '../rules/acting.ts'
import { ofVisible } from './range-rows.ts'

/** A need with everything its rules ask. */
export type HeldNeed = {
  id: string; scopeCode: string; unitId: string; caseId: string; childId: string; status: NeedStatus; wrappedKey: Buffer | null; sealedWords: Buffer | null
  sealedAnswer: Buffer | null; raisedBy: string | null; version: number
}

const columns = sql`r.id, r.scope_code::text as scope_code, r.unit_id, r.case_id, r.child_id, r.status, r.wrapped_key, r.sealed_words, r.sealed_answer,
  r.raised_by, r.version`

/** Loads a need the actor can see; not found otherwise. */
export async function loadNeed(context: Context, id: string): Promise<HeldNeed> {
  const { tx, actor } = context
  const { rows } = await sql<HeldNeed>`select ${columns} from aid.needs r
    where r.city_id = ${actor.cityId} and r.id = ${id} and ${ofVisible(context)}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** Loads and locks a need for a step, and refuses what the step does not follow from. */
export async function lockNeed(context: Context, { step, id, version }: { step: NeedStep; id: string; version: number }): Promise<HeldNeed> {
  const { tx, actor } = context
  const { rows } = await sql<HeldNeed>`select ${columns} from aid.needs r
    where r.city_id = ${actor.cityId} and r.id = ${id} and ${ofVisible(context)} for update of r`.execute(tx)
  const [held] = rows
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (!mayFollowNeed(step, held.status)) throw new Refusal('WRONG_STATUS', { status: held.status })
  if (held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  if (held.wrappedKey === null) throw new Refusal('CHILD_ERASED')
  return held
}
