import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { AgreementKind, AgreementRow, AgreementStatus, Instalment } from '../../contract.ts'
import { mayFollowAgreement, standingOf, type AgreementStep } from '../../rules/agreements.ts'

/** An agreement as the database gives it for a list. */
export type AgreementRecord = Omit<AgreementRow, 'unitCode'> & { scopeCode: string; changedText: string }

/** Columns of an agreement in a list; `r` is the agreement, `d` the donor, `u` the unit, `f` the fund, `i` what stands of the instalments. */
export const agreementColumns = sql`
  r.id, r.scope_code::text as scope_code, u.name as unit_name, r.donor_id, d.label as donor_label, r.kind, r.title, r.signed_on,
    r.total_fen::float8 as total_fen, coalesce(i.arrived_fen, 0)::float8 as arrived_fen, r.fund_id, f.name as fund_name, r.status,
  case when r.status = 'open' then i.next_due_on end as next_due_on, case when r.status = 'open' then coalesce(i.overdue_fen,
    0) else 0 end::float8 as overdue_fen,
  r.version, r.updated_at::text as changed_text`

/** What a list of agreements is joined with. */
export const agreementJoins = ({ actor: { cityId }, today }: Context) => sql`
  join charity.donors d on d.city_id = ${cityId} and d.id = r.donor_id
  join organization.published_units u on u.city_id = ${cityId} and u.id = d.unit_id
  join ledger.published_funds f on f.city_id = ${cityId} and f.id = r.fund_id
  left join lateral (
    select sum(p.arrived_fen) as arrived_fen, min(p.due_on) filter (where p.arrived_fen < p.amount_fen) as next_due_on,
        sum(p.amount_fen - p.arrived_fen) filter (where p.arrived_fen < p.amount_fen and p.due_on < ${today}::date) as overdue_fen
      from (select n.due_on, n.amount_fen,
        coalesce((select sum(g.amount_fen) from charity.gifts g where g.city_id = ${cityId} and g.agreement_id = n.agreement_id
          and g.instalment = n.seq and g.status = 'confirmed'), 0) as arrived_fen
        from charity.instalments n where n.city_id = ${cityId} and n.agreement_id = r.id) p) i on true`

/** A record as it crosses the wire. */
export const agreementRowOf = ({ scopeCode, changedText: _text, ...rest }: AgreementRecord): AgreementRow => ({ ...rest, unitCode: codeOfScope(scopeCode) })

/** One row as lists show it; what a command answers with. */
export async function getAgreementRow(context: Context, id: string): Promise<AgreementRow> {
  const { tx, actor } = context
  const { rows } = await sql<AgreementRecord>`select ${agreementColumns} from charity.agreements r ${agreementJoins(context)}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return agreementRowOf(rows[0])
}

/** Instalments of an agreement with what came of each. */
export async function listInstalments({ tx, actor, today }: Context, { id, status }: { id: string; status: AgreementStatus }): Promise<Instalment[]> {
  const { rows } = await sql<Omit<Instalment, 'isMet' | 'isOverdue'>>`
    select n.seq, n.due_on, n.amount_fen::float8 as amount_fen, coalesce((select sum(g.amount_fen) from charity.gifts g
        where g.city_id = ${actor.cityId} and g.agreement_id = n.agreement_id and g.instalment = n.seq and g.status = 'confirmed'), 0)::float8 as arrived_fen
      from charity.instalments n where n.city_id = ${actor.cityId} and n.agreement_id = ${id} order by n.seq`.execute(tx)
  return rows.map((row) => standingOf(row, { status, today }))
}

/** An agreement with what its rules ask. */
export type HeldAgreement = {
  id: string; scopeCode: string; donorId: string; fundId: string; kind: AgreementKind; status: AgreementStatus; version: number; count: number
}

/** An agreement the actor can see, locked; not found otherwise. */
export async function loadAgreement({ tx, actor }: Context, id: string): Promise<HeldAgreement> {
  const { rows } = await sql<HeldAgreement>`select r.id, r.scope_code::text as scope_code, r.donor_id, r.fund_id, r.kind, r.status, r.version,
      (select count(*)::int from charity.instalments n where n.city_id = ${actor.cityId} and n.agreement_id = r.id) as count
    from charity.agreements r where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** The same for a step; refuses what the step does not follow from. */
export async function lockAgreement(
  context: Context, { step, id, version }: { step: AgreementStep; id: string; version: number },
): Promise<HeldAgreement> {
  const held = await loadAgreement(context, id)
  if (!mayFollowAgreement(step, held.status)) throw new Refusal('WRONG_STATUS', { status: held.status })
  if (held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}

/** Gifts that name an instalment of the agreement and were not discarded. */
export async function countGiftsOf({ tx, actor }: Context, agreementId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from charity.gifts g
    where g.city_id = ${actor.cityId} and g.agreement_id = ${agreementId} and g.status <> 'discarded'`.execute(tx)
  return rows[0]?.count ?? 0
}
