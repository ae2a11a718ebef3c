import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { countCap, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mayDecideAccess } from '../access.ts'
import type { AccessRequest, childrenContract } from '../contract.ts'
import { readTimeCursor } from './steps/time-cursor.ts'

type Input = z.output<NonNullable<(typeof childrenContract.listAccessRequests)['~orpc']['inputSchema']>>
type Request = z.output<typeof AccessRequest>

const columns = [
  'asked.id', 'asked.scopeCode', 'asked.childId', 'child.maskedName', 'asked.accountId', 'asked.personName',
  'unit.name as askingUnitName', 'asked.purpose', 'asked.explanation', 'asked.fields', 'asked.days',
  'asked.isEmergency', 'asked.status', 'asked.decidedName', 'asked.decisionNote', 'asked.createdAt', 'asked.version',
] as const

/** Requests to read files, the newest first: those of the range for who decides them, one's own for everybody else who may ask. */
export async function listAccessRequests(
  context: Context,
  input: Input,
): Promise<{ items: Request[]; next: string | null; total: number; totalIsCapped: boolean }> {
  const { tx, actor } = context
  if (!mayDecideAccess(actor) && !actor.permissions.has('access.request')) throw new Refusal('FORBIDDEN')
  const { lo, hi } = rangeOf(actor, input.unit)
  let matching = tx
    .selectFrom('children.accessRequests as asked')
    .where('asked.cityId', '=', actor.cityId)
    .where('asked.scopeCode', '>=', lo)
    .where('asked.scopeCode', '<=', hi)
  if (!mayDecideAccess(actor)) matching = matching.where('asked.accountId', '=', actor.accountId)
  if (input.status !== undefined) matching = matching.where('asked.status', '=', input.status)
  if (input.childId !== undefined) matching = matching.where('asked.childId', '=', input.childId)
  let page = matching
    .innerJoin('children.children as child', (join) =>
      join.onRef('child.cityId', '=', 'asked.cityId').onRef('child.id', '=', 'asked.childId'),
    )
    .innerJoin('organization.publishedUnits as unit', (join) =>
      join.onRef('unit.cityId', '=', 'asked.cityId').onRef('unit.id', '=', 'asked.unitId'),
    )
    .select(columns)
    .orderBy('asked.createdAt', 'desc')
    .orderBy('asked.id', 'desc')
    .limit(input.limit + 1)
  if (input.after !== undefined) {
    const [at, id] = readTimeCursor(input.after)
    page = page.where(({ eb, refTuple, tuple }) => eb(refTuple('asked.createdAt', 'asked.id'), '<', tuple(at, id)))
  }
  const [rows, count] = await Promise.all([
    page.execute(),
    tx
      .selectFrom(
        matching
          .select('asked.id')
          .limit(countCap + 1)
          .as('capped'),
      )
      .select((is) => is.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  const shown = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(
      ({ scopeCode, accountId, askingUnitName, ...row }) =>
        ({
          ...row,
          unitCode: codeOfScope(scopeCode),
          askingUnitName: askingUnitName ?? '',
          isOwn: accountId === actor.accountId,
        }) as Request,
    ),
    next: last === undefined ? null : encodeCursor([last.createdAt.toISOString(), last.id]),
    total: Math.min(Number(count.count), countCap),
    totalIsCapped: Number(count.count) > countCap,
  }
}
