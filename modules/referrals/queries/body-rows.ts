import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { BodyKind, OutsideBody } from '../contract.ts'

/** Columns of a body of the directory. */
export const bodyColumns = ['id', 'kind', 'name', 'address', 'phone', 'contact', 'closedOn', 'version'] as const

/** A row as it crosses the wire. */
export const bodyOf = (row: Omit<OutsideBody, 'kind'> & { kind: string }): OutsideBody => ({ ...row, kind: row.kind as BodyKind })

/** One body of the directory. */
export async function getBodyRow({ tx, actor }: Context, id: string): Promise<OutsideBody> {
  const row = await tx.selectFrom('referrals.outsideBodies').select(bodyColumns).where('cityId', '=', actor.cityId).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return bodyOf(row)
}
