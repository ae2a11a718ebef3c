import type { Context } from '#platform/http/context.ts'
import { mustReadFigures } from '../access.ts'
import type { Closing } from '../contract.ts'

/** Columns of a closing as it crosses the wire. */
export const closingColumns = ['id', 'month', 'closedAt', 'closedByName', 'reopenedAt', 'reopenedByName', 'reopeningReason'] as const

/** Closings of the city, latest month first, lifted ones included. */
export async function listClosings({ tx, actor }: Context): Promise<{ items: Closing[] }> {
  mustReadFigures(actor)
  const rows = await tx.selectFrom('figures.closings').select(closingColumns).where('cityId', '=', actor.cityId)
    .orderBy('month', 'desc').orderBy('closedAt', 'desc').limit(200).execute()
  return { items: rows.map(closingOf) }
}

/** A row as it crosses the wire: the month as 2026-03. */
export const closingOf = (row: Closing): Closing => ({ ...row, month: row.month.slice(0, 7) })
