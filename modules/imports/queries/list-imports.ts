import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mayImport, mustImportSomething } from '../access.ts'
import type { Import, importsContract } from '../contract.ts'
import { importOf, importsOf } from './find-import.ts'
import type { ImportKinds } from './import-kind.ts'

type Input = z.output<NonNullable<(typeof importsContract.listImports)['~orpc']['inputSchema']>>

/** Imports of a range, newest first. */
export async function listImports(context: Context, input: Input,
  kinds: ImportKinds): Promise<{ items: Import[]; next: string | null; total: number; totalIsCapped: boolean }> {
  mustImportSomething(context.actor, kinds.values())
  const { lo, hi } = rangeOf(context.actor, input.unit)
  const allowed = [...kinds.values()].filter((kind) => mayImport(context.actor, kind)).map(({ code }) => code)
  const matching = importsOf(context).where('scopeCode', '>=', lo).where('scopeCode', '<=', hi).where('kind', 'in', allowed)
  let page = matching.orderBy('uploadedAt', 'desc').orderBy('id', 'desc').limit(input.limit + 1)
  const after = cursorOf(input.after, 'moment', 'id')
  if (after !== undefined) page = page.where(sql<boolean>`(uploaded_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const [rows, count] = await Promise.all([
    page.execute(),
    context.tx.selectFrom(matching.clearSelect().select('id').limit(countCap + 1).as('capped')).select((is) => is.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  const shown = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  const total = Number(count.count)
  return {
    items: shown.map((row) => importOf(row)), next: last === undefined ? null : encodeCursor([last.uploadedAt.toISOString(), last.id]),
    total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}
