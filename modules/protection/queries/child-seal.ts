import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { unwrapKey } from '#platform/crypto/person-key.ts'
import type { Context } from '#platform/http/context.ts'

/** Seals and opens what is written about one child, under the child's own key: whoever erases the child loses it too. */
export type ChildSeal = {
  seal(part: string, rowId: string, fields: object): Buffer
  /** Nothing where nothing was sealed. */
  open(part: string, rowId: string, sealed: Uint8Array | null): Record<string, unknown> | null
}

/** The seal of a child among those the caller may see; nothing after an erasure. */
export async function findChildSeal(context: Context, childId: string): Promise<ChildSeal | null> {
  const seal = await findSealInRange(context, childId)
  if (seal === undefined) throw new Refusal('NOT_FOUND')
  return seal
}

/** The same; undefined for a child outside the range, such as one that went over to another unit. */
export async function findSealInRange(context: Context, childId: string): Promise<ChildSeal | null | undefined> {
  const { tx, actor, installation } = context
  const { rows } = await sql<{ wrapped: Buffer | null }>`
    select key.wrapped from children.published_person_keys key where key.city_id = ${actor.cityId} and key.id = ${childId}`.execute(tx)
  const row = rows[0]
  if (row === undefined) return undefined
  if (row.wrapped === null) return null
  return sealOf(unwrapKey(installation.masterKeys, row.wrapped, { cityId: String(actor.cityId), personId: childId }), actor.cityId)
}

function sealOf(key: KeyObject, cityId: number): ChildSeal {
  const aad = (part: string, rowId: string) => `protection.${part}/${cityId}/${rowId}`
  return {
    seal: (part, rowId, fields) => sealFields(key, fields, aad(part, rowId)),
    open: (part, rowId, sealed) => (sealed === null ? null : openFields(key, sealed, aad(part, rowId))),
  }
}
