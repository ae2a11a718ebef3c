import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustMergeChildren } from '../../access.ts'
import type { ChildDuplicate, childrenContract } from '../../contract.ts'
import { childRowOf, rowColumns } from '../steps/child-rows.ts'
import { readTimeCursor } from '../steps/time-cursor.ts'

type Input = z.output<NonNullable<(typeof childrenContract.listChildDuplicates)['~orpc']['inputSchema']>>
type Page = { items: ChildDuplicate[]; next: string | null; total: number; totalIsCapped: boolean }

/** Open pairs of a range, newest first; both masked. */
export async function listChildDuplicates(context: Context, input: Input): Promise<Page> {
  mustMergeChildren(context.actor)
  const { tx, actor } = context
  const { lo, hi } = rangeOf(actor, input.unit)
  const open = tx.selectFrom('children.duplicates as pair')
    .innerJoin('children.children as one', (join) => join.onRef('one.cityId', '=', 'pair.cityId').onRef('one.id', '=', 'pair.firstId'))
    .innerJoin('children.children as other', (join) => join.onRef('other.cityId', '=', 'pair.cityId').onRef('other.id', '=', 'pair.secondId'))
    .where('pair.cityId', '=', actor.cityId).where('pair.status', '=', 'open').where('pair.scopeCode', '>=', lo).where('pair.scopeCode', '<=', hi)
    .where('one.status', 'in', ['registered', 'closed']).where('other.status', 'in', ['registered', 'closed'])
    .where((is) => is.or([is('one.status', '=', 'registered'), is('other.status', '=', 'registered')]))
  let page = open.select(['pair.id', 'pair.scopeCode', 'pair.firstId', 'pair.secondId', 'pair.reasons', 'pair.foundAt'])
    .orderBy('pair.foundAt', 'desc').orderBy('pair.id', 'desc').limit(input.limit + 1)
  if (input.after !== undefined) {
    const [at, id] = readTimeCursor(input.after)
    page = page.where(({ eb, refTuple, tuple }) => eb(refTuple('pair.foundAt', 'pair.id'), '<', tuple(at, id)))
  }
  const [pairs, count] = await Promise.all([
    page.execute(),
    tx.selectFrom(open.select('pair.id').limit(countCap + 1).as('capped')).select((is) => is.fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
  ])
  const shown = pairs.slice(0, input.limit)
  const cards = await listPaired(context, shown.flatMap(({ firstId, secondId }) => [firstId, secondId]))
  const last = pairs.length > input.limit ? shown.at(-1) : undefined
  const total = Number(count.count)
  return {
    items: shown.flatMap(({ id, scopeCode, firstId, secondId, reasons, foundAt }) => {
      const [first, second] = [cards.get(firstId), cards.get(secondId)]
      if (first === undefined || second === undefined) return []
      return [{ id, unitCode: codeOfScope(scopeCode), reasons: reasons as ChildDuplicate['reasons'], foundAt, first, second }]
    }),
    next: last === undefined ? null : encodeCursor([last.foundAt.toISOString(), last.id]), total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}

async function listPaired({ tx, actor }: Context, ids: readonly string[]): Promise<Map<string, ChildDuplicate['first']>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('children.children as child')
    .innerJoin('organization.publishedUnits as unit', (join) => join.onRef('unit.cityId', '=', 'child.cityId').onRef('unit.id', '=', 'child.unitId'))
    .select([...rowColumns, 'child.version', 'child.registeredOn']).where('child.cityId', '=', actor.cityId).where('child.id', 'in', [...ids]).execute()
  return new Map(rows.map(({ version, registeredOn, ...row }) => [row.id, { ...childRowOf(row), version, registeredOn }]))
}
