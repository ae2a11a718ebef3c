import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { ActRow, Share } from '../contract.ts'
import { ofVisible } from './range-rows.ts'

/** An act of aid as the database gives it for a list. */
export type ActRecord = Omit<ActRow, 'unitCode'> & { scopeCode: string; changedText: string }

/** Columns of an act in a list. */
export const actColumns = sql`
  r.id, r.scope_code::text as scope_code, u.name as unit_name, r.case_id, r.child_id, r.label, r.kind, coalesce(k.name, r.kind) as kind_name, r.reach,
  r.is_courtesy_call, r.need_id, r.wish_id, r.status, t.total_fen, t.money_fen, t.goods_fen, t.payer_kinds, r.offered_on, r.given_on, r.received_on, r.version,
  r.updated_at::text as changed_text`
/** What a list of acts is joined with; the shares that stand are added up. */
export const actJoins = sql`
  join organization.published_units u on u.city_id = r.city_id and u.id = r.unit_id
  left join aid.kinds k on k.code = r.kind and k.valid_from <= r.offered_on and (k.valid_until is null or k.valid_until >= r.offered_on)
  cross join lateral (
    select coalesce(sum(s.amount_fen), 0)::float8 as total_fen, coalesce(sum(s.amount_fen) filter (where s.form = 'money'), 0)::float8 as money_fen,
           coalesce(sum(s.amount_fen) filter (where s.form = 'goods'), 0)::float8 as goods_fen,
           coalesce(array_agg(distinct s.payer_kind), '{}') as payer_kinds
      from aid.shares s where s.city_id = r.city_id and s.act_id = r.id and s.withdrawn_on is null) t`

/** A record as it crosses the wire. */
export const actRowOf = ({ scopeCode, changedText: _text, ...rest }: ActRecord): ActRow => ({ ...rest, unitCode: codeOfScope(scopeCode) })

/** One row as lists show it; what a command answers with. */
export async function getActRow(context: Context, id: string): Promise<ActRow> {
  const { tx, actor } = context
  const { rows } = await sql<ActRecord>`select ${actColumns} from aid.acts r ${actJoins}
    where r.city_id = ${actor.cityId} and r.id = ${id} and ${ofVisible(context)}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return actRowOf(rows[0])
}

/** A share with what is sealed in it. */
export type HeldShare = Share & { wrappedKey: Buffer | null; sealedPayer: Buffer | null }

/** The shares of an act, as they were recorded. */
export async function readShares({ tx, actor }: Context, actId: string): Promise<HeldShare[]> {
  const { rows } = await sql<HeldShare>`
    select s.id, s.payer_kind, s.payer_name, s.form, s.amount_fen::float8 as amount_fen, s.item, s.quantity, s.counted_in, s.minutes, s.times, s.withdrawn_on,
           s.wrapped_key, s.sealed_payer
      from aid.shares s where s.city_id = ${actor.cityId} and s.act_id = ${actId} order by s.id`.execute(tx)
  return rows
}
