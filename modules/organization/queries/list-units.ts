import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { countCap, decodeCursor, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadUnits } from '../access.ts'
import type { organizationContract, Unit } from '../contract.ts'
import { unitColumns, unitOf } from './unit-columns.ts'

type Input = z.output<NonNullable<(typeof organizationContract.listUnits)['~orpc']['inputSchema']>>

/** Units of a range in the order of their codes, which is the order of the tree. */
export async function listUnits(context: Context, input: Input): Promise<{ items: Unit[]; next: string | null; total: number; totalIsCapped: boolean }> {
  const { tx, actor } = context
  mustReadUnits(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  let matching = tx.selectFrom('organization.units').where('cityId', '=', actor.cityId).where('scopeLo', '>=', lo).where('scopeLo', '<=', hi)
  if (input.parent !== undefined) matching = matching.where('parentId', '=', input.parent)
  if (input.q !== undefined) {
    const text = input.q.toLowerCase()
    matching = matching.where((is) => is.or([
      is('name', 'like', `%${text}%`), is('pinyin', 'like', `${text}%`), is('pinyinInitials', 'like', `${text}%`)]))
  }
  let page = matching.select(unitColumns).orderBy('scopeLo').limit(input.limit + 1)
  if (input.after !== undefined) page = page.where('scopeLo', '>', cursorOf(input.after))
  const [rows, count] = await Promise.all([
    page.execute(),
    tx.selectFrom(matching.select('id').limit(countCap + 1).as('capped')).select((is) => is.fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
  ])
  const items = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? items.at(-1) : undefined
  const total = Number(count.count)
  return {
    items: items.map(unitOf), next: last === undefined ? null : encodeCursor([last.scopeLo]),
    total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}

function cursorOf(after: string): string {
  const key = decodeCursor(after, 1)
  if (key === undefined) throw new InvalidInput([{ path: ['after'], message: '翻页位置不正确，请重新打开列表' }])
  return String(key[0])
}
