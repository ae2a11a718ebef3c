import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadDuties } from '../access.ts'
import type { BodyKind, DutyBody } from '../contract.ts'
import { kindOn, type KindFrom } from '../rules/kinds.ts'

/** A body with everything its duties ask. */
export type HeldBody = DutyBody & {
  scopeCode: string; unitId: string; startsMonth: number
  /** What was recorded of its kind, each from a day on, without what was withdrawn. */
  kinds: readonly KindFrom[]
  /** What it is taken for before the first of them. */
  derived: BodyKind | null
}
/** What is asked of a context to find bodies as they are today. */
export type Asking = Pick<Context, 'tx' | 'actor' | 'today'>

type Found = Omit<HeldBody, 'unitCode' | 'isSaid' | 'kind' | 'derived'> & { holderKind: string }

/** What the law takes a holder of books for where nobody said otherwise: a committee is bound by none of it. */
const kindOfHolder: Readonly<Record<string, BodyKind>> = { 'public-charity': 'public-foundation', charity: 'foundation' }

/** Sets of books in range with what the law takes their holders for. */
export async function listDutyBodies(context: Context): Promise<{ items: DutyBody[] }> {
  mustReadDuties(context.actor)
  const bodies = await findBodies(context)
  return { items: bodies.map(bodyOf) }
}

/** What crosses the wire of a body. */
export const bodyOf = ({ scopeCode: _scope, unitId: _unit, startsMonth: _starts, kinds: _kinds, derived: _derived, ...body }: HeldBody): DutyBody => body

/** What the law takes a body for on a day. */
export const bodyKindOn = ({ kinds, derived }: Pick<HeldBody, 'kinds' | 'derived'>, on: string): BodyKind | null => kindOn(kinds, { derived, on })

/** All bodies the actor sees, open books alone. */
export async function findBodies({ tx, actor, today }: Asking, id?: string): Promise<HeldBody[]> {
  const { rows } = await sql<Found>`
    select b.id, b.name, b.scope_code::text as scope_code, b.unit_id, u.name as unit_name, b.holder_kind, b.starts_month, d.credit_code,
      coalesce(d.version, 0) as version, (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'fromOn', k.from_on)), '[]') from duties.body_kinds k
        where k.city_id = ${actor.cityId} and k.book_id = b.id and k.withdrawn_on is null) as kinds
      from ledger.published_books b
      join organization.published_units u on u.city_id = ${actor.cityId} and u.id = b.unit_id
      left join duties.bodies d on d.city_id = ${actor.cityId} and d.id = b.id
     where b.city_id = ${actor.cityId} and b.status = 'open' ${id === undefined ? sql`` : sql`and b.id = ${id}`} order by b.scope_code, b.name`.execute(tx)
  return rows.map(({ holderKind, ...row }) => {
    const derived = kindOfHolder[holderKind] ?? null
    return {
      ...row, unitCode: codeOfScope(row.scopeCode), derived, kind: kindOn(row.kinds, { derived, on: today }),
      isSaid: row.kinds.some(({ fromOn }) => fromOn <= today),
    }
  })
}

/** A body in range; not found otherwise. */
export async function loadBody(context: Asking, id: string): Promise<HeldBody> {
  const [body] = await findBodies(context, id)
  if (body === undefined) throw new Refusal('NOT_FOUND')
  return body
}

/** A body the law of charities binds. */
export async function loadBoundBody(context: Asking, id: string): Promise<HeldBody & { kind: BodyKind }> {
  const body = await loadBody(context, id)
  if (body.kind === null) throw new Refusal('NOT_BOUND')
  return { ...body, kind: body.kind }
}
