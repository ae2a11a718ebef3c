import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { ReferralRow } from '../contract.ts'
import { isOverdue } from '../rules/acting.ts'

/** A referral as the database gives it for a list. */
export type ReferralRecord = Omit<ReferralRow, 'unitCode' | 'isOverdue'> & { scopeCode: string; changedText: string }

/** Columns of a referral in a list; `r` is the row, `f` the unit that refers, `t` the unit asked, `b` the outside body. */
export const referralColumns = sql`
  r.id, r.party, r.scope_code::text as scope_code, f.name as from_unit_name, coalesce(t.name, b.name) as to_name, b.kind as body_kind, r.child_label, r.status,
  r.override_status, r.sent_on, r.answer_due_on, r.answered_on, r.ended_on, r.author_name, r.version, r.updated_at::text as changed_text`
/** What a list of referrals is joined with. */
export const referralJoins = sql`
  join organization.published_units f on f.city_id = r.city_id and f.id = r.from_unit_id
  left join organization.published_units t on t.city_id = r.city_id and t.id = r.to_unit_id
  left join referrals.outside_bodies b on b.city_id = r.city_id and b.id = r.to_body_id`

/** A record as it crosses the wire. */
export function referralRowOf({ scopeCode, changedText: _text, ...rest }: ReferralRecord, today: string): ReferralRow {
  return { ...rest, unitCode: codeOfScope(scopeCode), isOverdue: isOverdue(rest, today) }
}

/** One row as lists show it; what a command answers with. */
export async function getReferralRow({ tx, actor, today }: Context, id: string): Promise<ReferralRow> {
  const { rows } = await sql<ReferralRecord>`select ${referralColumns} from referrals.referrals r ${referralJoins}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return referralRowOf(rows[0], today)
}
