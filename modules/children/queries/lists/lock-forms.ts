import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { FormKind } from '../../contract.ts'

/** A filled form as it lies in the table, sealed. */
export type StoredForm = { version: number; sealed: Buffer; filledBy: string; filledName: string; filledOn: string }

/** The filled forms of one kind of several children, locked until the transaction ends. */
export async function lockForms({ tx, actor }: Context, kind: FormKind, ids: readonly string[]): Promise<Map<string, StoredForm>> {
  const { rows } = await sql<StoredForm & { childId: string }>`
    select form.child_id, form.version, form.sealed, form.filled_by, form.filled_name, form.filled_on from children.forms form
     where form.city_id = ${actor.cityId} and form.kind = ${kind} and form.child_id = any(${[...ids]}::uuid[]) order by form.child_id for update`.execute(tx)
  return new Map(rows.map(({ childId, ...form }) => [childId, form]))
}
