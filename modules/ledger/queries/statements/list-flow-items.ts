import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'

type FlowItem = { code: string; name: string; direction: 'in' | 'out' }

/** Items of the cash flow statement in the order of the form. */
export async function listFlowItems(context: Context): Promise<{ items: FlowItem[] }> {
  mustReadBooks(context.actor)
  const { rows } = await sql<FlowItem>`select i.code, i.name, i.direction from ledger.flow_items i order by i.sort_order, i.code`.execute(context.tx)
  return { items: rows }
}
