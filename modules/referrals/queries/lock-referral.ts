import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { FileField } from '#modules/children/contract.ts'
import type { OverrideStatus, Party, Status } from '../contract.ts'
import { findActObstacle, type Act } from '../rules/acting.ts'

/** A party's row of a referral with everything its rules ask. */
export type HeldReferral = {
  id: string; scopeCode: string; referralId: string; party: Party; fromUnitId: string; toUnitId: string | null; toBodyId: string | null; childId: string | null
  childLabel: string; status: Status; fields: FileField[]; wrappedKey: Buffer | null; sealedEnclosure: Buffer | null; sealedAnswer: Buffer | null
  sealedResult: Buffer | null; overrideStatus: OverrideStatus | null; overrideName: string | null; overrideAnswer: string | null
  authorId: string | null; authorName: string
  accessDays: number; openUntil: string | null; answerDueOn: string | null; sentOn: string | null; answeredOn: string | null
  endedOn: string | null; version: number
  isToBody: boolean
}

const columns = sql`r.id, r.scope_code::text as scope_code, r.referral_id, r.party, r.from_unit_id, r.to_unit_id, r.to_body_id, r.child_id, r.child_label,
  r.status, r.fields, r.wrapped_key, r.sealed_enclosure, r.sealed_answer, r.sealed_result, r.override_status, r.override_name, r.override_answer,
  r.author_id, r.author_name, r.access_days, r.open_until, r.answer_due_on, r.sent_on, r.answered_on, r.ended_on, r.version,
  r.to_body_id is not null as is_to_body`

/** Loads a row the actor can see; not found otherwise. */
export async function loadReferral({ tx, actor }: Context, id: string): Promise<HeldReferral> {
  const { rows } = await sql<HeldReferral>`select ${columns} from referrals.referrals r
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** Loads and locks a row for an act, and refuses what the act does not follow from. */
export async function lockForAct({ tx, actor }: Context, { act, id, version }: { act: Act; id: string; version: number }): Promise<HeldReferral> {
  const { rows } = await sql<HeldReferral>`select ${columns} from referrals.referrals r
    where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  const [held] = rows
  if (held === undefined) throw new Refusal('NOT_FOUND')
  const obstacle = findActObstacle(act, held)
  if (obstacle === 'WRONG_PARTY') throw new Refusal('WRONG_PARTY')
  if (obstacle === 'WRONG_STATUS') throw new Refusal('WRONG_STATUS', { status: held.status })
  if (held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}

/** The rows of a referral by party, locked, the sender's first; for jobs, which see the whole city. */
export async function lockBoth({ tx, actor }: Context, referralId: string): Promise<{ sender?: HeldReferral; receiver?: HeldReferral }> {
  const { rows } = await sql<HeldReferral>`select ${columns} from referrals.referrals r
    where r.city_id = ${actor.cityId} and r.referral_id = ${referralId} order by r.party desc for update of r`.execute(tx)
  return Object.fromEntries(rows.map((row) => [row.party, row]))
}
