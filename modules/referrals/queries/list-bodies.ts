import { sql } from 'kysely'
import { cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReferrals } from '../access.ts'
import type { BodyKind, OutsideBody } from '../contract.ts'
import { bodyColumns, bodyOf } from './body-rows.ts'

type Wish = { q?: string | undefined; kind?: BodyKind | undefined; closed?: boolean | undefined; after?: string | undefined; limit: number }

/** The directory of the city by name; what is out of use only when asked for. */
export async function listBodies(context: Context, input: Wish): Promise<{ items: OutsideBody[]; next: string | null }> {
  mustReadReferrals(context.actor)
  const { tx, actor } = context
  let page = tx.selectFrom('referrals.outsideBodies').select(bodyColumns).where('cityId', '=', actor.cityId)
    .where('closedOn', input.closed === true ? 'is not' : 'is', null).orderBy('name').orderBy('id').limit(input.limit + 1)
  if (input.kind !== undefined) page = page.where('kind', '=', input.kind)
  if (input.q !== undefined && input.q.trim() !== '') page = page.where('name', 'like', `%${input.q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`)
  const after = cursorOf(input.after, 'text', 'id')
  if (after !== undefined) page = page.where(sql<boolean>`(name, id) > (${after[0]}, ${after[1]}::uuid)`)
  const rows = await page.execute()
  const shown = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  return { items: shown.map(bodyOf), next: last === undefined ? null : encodeCursor([last.name, last.id]) }
}
