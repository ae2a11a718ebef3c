import { sql } from 'kysely'
import { fileFields, type FileField } from '#modules/children/contract.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { maySeeChildren, mustReadUnusualAccess } from '../access.ts'
import type { UnusualAccessDetail } from '../contract.ts'
import { unusualColumns, unusualOf, type UnusualRecord } from './list-unusual-accesses.ts'

type Read = { id: string; at: Date; verb: string; reason: string | null; fields: string[] | null; childId: string; maskedName: string | null; seen: number }

/** One unusual access with the readings behind it; the children are named, masked, only to those who may see children. */
export async function getUnusualAccess(context: Context, input: { id: string }): Promise<UnusualAccessDetail> {
  mustReadUnusualAccess(context.actor)
  const { tx, actor } = context
  const { rows } = await sql<UnusualRecord & { entryIds: string[]; fields: FileField[]; childrenCount: number }>`
    select ${unusualColumns}, item.entry_ids, item.fields, cardinality(item.child_ids) as children_count from protection.unusual_accesses item
      join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = item.unit_id
     where item.city_id = ${actor.cityId} and item.id = ${input.id}`.execute(tx)
  const record = rows[0]
  if (record === undefined) throw new Refusal('NOT_FOUND')
  const { entryIds, fields, childrenCount, ...plain } = record
  await recordAudit(context, { verb: 'unusual-access.read', subjectKind: 'unusual-access', subjectId: record.id, scopeCode: record.scopeCode })
  const reads = await readsOf(context, entryIds)
  return {
    ...unusualOf(context, plain), fields, childrenCount, readsElsewhere: entryIds.length - (reads[0]?.seen ?? 0),
    reads: reads.map((read) => readOf(read, maySeeChildren(actor))),
  }
}

async function readsOf({ tx, actor }: Context, entryIds: readonly string[]): Promise<Read[]> {
  if (entryIds.length === 0) return []
  const { rows } = await sql<Read>`
    select entry.id, entry.at, entry.verb, entry.reason, entry.details -> 'fields' as fields, entry.subject_id as child_id, child.masked_name,
      (count(*) over ())::int as seen
      from audit.entries entry left join children.published_files child on child.city_id = ${actor.cityId} and child.id = entry.subject_id
     where entry.city_id = ${actor.cityId} and entry.id = any (${[...entryIds]}::uuid[]) order by entry.at, entry.id limit 500`.execute(tx)
  return rows
}

function readOf({ id, at, verb, reason, fields, childId, maskedName }: Read, namesChildren: boolean): UnusualAccessDetail['reads'][number] {
  return {
    id, at, verb, fields: fileFields.filter((field) => fields?.includes(field)), reason: namesChildren ? reason : null,
    childId: namesChildren && maskedName !== null ? childId : null, maskedName: namesChildren ? maskedName : null,
  }
}
