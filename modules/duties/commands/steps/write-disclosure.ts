import type { UpdateObject } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import type { DB } from '#platform/database/rows.ts'
import type { Context } from '#platform/http/context.ts'
import type { DisclosureRow } from '../../contract.ts'
import { getDisclosureRow, type HeldDisclosure } from '../../queries/disclosures/disclosure-rows.ts'

/** Writes a step of a disclosure with its version and its audit row, and answers with the row. */
export async function writeDisclosure(
  context: Context, held: HeldDisclosure,
  { verb, columns, details = {} }: { verb: `disclosure.${string}`; columns: UpdateObject<DB, 'duties.disclosures'>; details?: Record<string, unknown> },
): Promise<DisclosureRow> {
  const { tx, actor, now } = context
  await tx.updateTable('duties.disclosures').set({ ...columns, version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, { verb, subjectKind: 'disclosure', subjectId: held.id, scopeCode: held.scopeCode, details: { kind: held.kind, ...details } })
  return getDisclosureRow(context, held.id)
}
