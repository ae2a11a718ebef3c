import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPrepareDisclosures } from '../../access.ts'
import type { Occasion } from '../../contract.ts'
import { loadBody } from '../../queries/bodies.ts'
import { getOccasion } from '../../queries/disclosures/list-occasions.ts'
import { deriveDisclosures } from '../steps/derive-disclosures.ts'
import { mustEndAfterStart } from './record-occasion.ts'

type Input = { id: string; version: number; title: string; startsOn: string; endsOn?: string | undefined }

/** Changes the days of an occasion, above all its end: due days that wait follow, turns that no longer come are given up. */
export async function updateOccasion(context: Context, input: Input): Promise<Occasion> {
  mustPrepareDisclosures(context.actor)
  const { tx, actor } = context
  mustEndAfterStart(input)
  const before = await getOccasion(context, input.id)
  const body = await loadBody(context, before.bookId)
  if (!before.isTyped) throw new Refusal('MADE_BY_RECORD')
  const { rows } = await sql`update duties.occasions r set title = ${input.title}, starts_on = ${input.startsOn}::date, ends_on = ${input.endsOn ?? null}::date,
      version = r.version + 1
    where r.city_id = ${actor.cityId} and r.id = ${input.id} and r.version = ${input.version} returning r.id`.execute(tx)
  if (rows.length === 0) throw new Refusal('STALE', { version: before.version, current: { title: before.title, startsOn: before.startsOn } })
  await recordAudit(context, {
    verb: 'occasion.updated', subjectKind: 'occasion', subjectId: input.id, scopeCode: body.scopeCode,
    details: { startsOn: input.startsOn, endsOn: input.endsOn ?? null },
  })
  await deriveDisclosures(context, [body])
  return getOccasion(context, input.id)
}
