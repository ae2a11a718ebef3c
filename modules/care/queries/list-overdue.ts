import { sql } from 'kysely'
import type { z } from 'zod'
import { cursorOf } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import { mustReadCases } from '../access.ts'
import type { careContract } from '../contract.ts'
import { findChildIds } from './find-children.ts'
import { inRange, readPage, type CasePage } from './list-cases.ts'

type Input = z.output<NonNullable<(typeof careContract.listOverdue)['~orpc']['inputSchema']>>

/** Open cases whose visit is due by a day, the longest due first: by default those that are overdue. */
export async function listOverdue(context: Context, input: Input): Promise<CasePage> {
  mustReadCases(context.actor)
  const childIds = await findChildIds(context, input)
  if (childIds?.length === 0) return { items: [], next: null, total: 0, totalIsCapped: false }
  const dueBy = input.dueBy ?? addDays(context.today, -1)
  const colour = input.colour === undefined ? sql`` : sql` and c.colour = ${input.colour}`
  const named = childIds === undefined ? sql`` : sql` and c.child_id = any (${childIds}::uuid[])`
  const where = sql`${inRange(context, input.unit)} and c.status = 'open' and c.next_visit_due_on <= ${dueBy}::date${colour}${named}`
  const after = cursorOf(input.after, 'day', 'id')
  const beyond = after === undefined ? sql`` : sql` and (c.next_visit_due_on, c.id) > (${after[0]}::date, ${after[1]}::uuid)`
  return readPage(context, { where, beyond, order: sql`c.next_visit_due_on, c.id`, limit: input.limit, keyOf: (last) => [last.nextVisitDueOn ?? '', last.id] })
}
