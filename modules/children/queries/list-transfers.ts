import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustTransferChildren } from '../access.ts'
import type { childrenContract, Transfer } from '../contract.ts'
import { answerDueOf } from '../rules/transfers/answer-days.ts'
import { readTimeCursor } from './steps/time-cursor.ts'
import { findTransferDays } from './steps/transfer-days.ts'

type Input = z.output<NonNullable<(typeof childrenContract.listTransfers)['~orpc']['inputSchema']>>
type Page = { items: Transfer[]; next: string | null; total: number; totalIsCapped: boolean }

/** Transfers of the range, asked for or to be answered, the newest first; each party reads its own row. */
export async function listTransfers(context: Context, input: Input): Promise<Page> {
  const { tx, actor, today } = context
  mustTransferChildren(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  let matching = tx.selectFrom('children.transfers as moved').where('moved.cityId', '=', actor.cityId)
    .where('moved.scopeCode', '>=', lo).where('moved.scopeCode', '<=', hi)
  if (input.party !== undefined) matching = matching.where('moved.party', '=', input.party)
  if (input.status !== undefined) matching = matching.where('moved.status', '=', input.status)
  let page = matching
    .innerJoin('organization.publishedUnits as giver', (join) => join.onRef('giver.cityId', '=', 'moved.cityId').onRef('giver.id', '=', 'moved.fromUnitId'))
    .innerJoin('organization.publishedUnits as taker', (join) => join.onRef('taker.cityId', '=', 'moved.cityId').onRef('taker.id', '=', 'moved.toUnitId'))
    .leftJoin('children.children as child', (join) => join.onRef('child.cityId', '=', 'moved.cityId').onRef('child.id', '=', 'moved.childId'))
    .select([
      'moved.id', 'moved.scopeCode', 'moved.party', 'moved.beganBy', 'moved.status', 'giver.name as fromUnitName', 'taker.name as toUnitName',
      'moved.childLabel', 'child.id as childId', 'moved.explanation', 'moved.askedName', 'moved.askedOn', 'moved.answer', 'moved.answeredName',
      'moved.answeredOn', 'moved.version', 'moved.createdAt'])
    .orderBy('moved.createdAt', 'desc').orderBy('moved.id', 'desc').limit(input.limit + 1)
  if (input.after !== undefined) {
    const [at, id] = readTimeCursor(input.after)
    page = page.where(({ eb, refTuple, tuple }) => eb(refTuple('moved.createdAt', 'moved.id'), '<', tuple(at, id)))
  }
  const [rows, count, days] = await Promise.all([
    page.execute(),
    tx.selectFrom(matching.select('moved.id').limit(countCap + 1).as('capped')).select((is) => is.fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
    findTransferDays(context),
  ])
  const last = rows.length > input.limit ? rows[input.limit - 1] : undefined
  return {
    items: rows.slice(0, input.limit).map(({ scopeCode, createdAt: _at, ...row }) => {
      const answerDueOn = row.status === 'pending' ? answerDueOf(row.askedOn, days) : null
      return { ...row, unitCode: codeOfScope(scopeCode), answerDueOn, isOverdue: answerDueOn !== null && answerDueOn < today } as Transfer
    }),
    next: last === undefined ? null : encodeCursor([last.createdAt.toISOString(), last.id]),
    total: Math.min(Number(count.count), countCap), totalIsCapped: Number(count.count) > countCap,
  }
}
