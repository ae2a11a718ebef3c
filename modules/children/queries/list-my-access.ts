import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, encodeCursor, type ListQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustOpenFiles } from '../access.ts'
import type { OwnAccess } from '../contract.ts'
import { readTimeCursor } from './steps/time-cursor.ts'

type Item = z.output<typeof OwnAccess> & { unitCode: string; maskedName: string }

/** What the actor may open now, the longest first. */
export async function listMyAccess(context: Context, input: ListQuery): Promise<{ items: Item[]; next: string | null; total: number }> {
  const { tx, actor, now } = context
  mustOpenFiles(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  const matching = tx
    .selectFrom('children.accessGrants as access')
    .where('access.cityId', '=', actor.cityId)
    .where('access.accountId', '=', actor.accountId)
    .where('access.scopeCode', '>=', lo)
    .where('access.scopeCode', '<=', hi)
    .where('access.endedAt', 'is', null)
    .where('access.fromAt', '<=', now)
    .where('access.untilAt', '>', now)
  let page = matching
    .innerJoin('children.children as child', (join) =>
      join.onRef('child.cityId', '=', 'access.cityId').onRef('child.id', '=', 'access.childId'),
    )
    .select([
      'access.id',
      'access.scopeCode',
      'access.childId',
      'child.maskedName',
      'access.purpose',
      'access.fields',
      'access.ground',
      'access.untilAt',
    ])
    .orderBy('access.untilAt', 'desc')
    .orderBy('access.id', 'desc')
    .limit(input.limit + 1)
  if (input.after !== undefined) {
    const [at, id] = readTimeCursor(input.after)
    page = page.where(({ eb, refTuple, tuple }) => eb(refTuple('access.untilAt', 'access.id'), '<', tuple(at, id)))
  }
  const [rows, count] = await Promise.all([
    page.execute(),
    tx
      .selectFrom(matching.select('access.id').limit(countCap).as('capped'))
      .select((is) => is.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  const shown = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ scopeCode, ...row }) => ({ ...row, unitCode: codeOfScope(scopeCode) }) as Item),
    next: last === undefined ? null : encodeCursor([last.untilAt.toISOString(), last.id]),
    total: Number(count.count),
  }
}
