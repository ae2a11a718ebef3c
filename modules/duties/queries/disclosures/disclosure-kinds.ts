import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustReadDuties } from '../../access.ts'
import type { DisclosureKind } from '../../contract.ts'

/** A kind with the fields of its document. */
export type HeldKind = DisclosureKind & { fields: { name: string; fill: string | null }[] }

/** Kinds that are asked for today. */
export async function listDisclosureKinds(context: Context): Promise<{ items: DisclosureKind[] }> {
  mustReadDuties(context.actor)
  const kinds = await readKinds(context)
  return { items: kinds.map(({ fields: _fields, ...kind }) => kind) }
}

/** Of each kind the version that holds today, with its fields; `all` gives every version. */
export async function readKinds({ tx, today }: Pick<Context, 'tx' | 'today'>, scope: 'today' | 'all' = 'today'): Promise<HeldKind[]> {
  const held = sql`k.valid_from = (select max(l.valid_from) from duties.disclosure_kinds l where l.code = k.code and l.valid_from <= ${today}::date)
    and (k.valid_until is null or k.valid_until >= ${today}::date)`
  const { rows } = await sql<HeldKind>`select k.code, k.valid_from, k.name, k.audience, k.bodies, k.causes, k.due_rule, k.due_number, k.longer_than_months,
      k.fields, k.source, k.is_verified
    from duties.disclosure_kinds k where ${scope === 'all' ? sql`true` : held} order by k.code, k.valid_from`.execute(tx)
  return rows
}
