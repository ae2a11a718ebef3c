import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPrepareDisclosures } from '../../access.ts'
import type { NewOccasion, Occasion } from '../../contract.ts'
import { loadBoundBody } from '../../queries/bodies.ts'
import { getOccasion } from '../../queries/disclosures/list-occasions.ts'
import { addOccasion } from '../steps/add-occasion.ts'
import { deriveDisclosures } from '../steps/derive-disclosures.ts'

/** Records what brings disclosures about; they stand in the calendar at once. */
export async function recordOccasion(context: Context, input: NewOccasion): Promise<Occasion> {
  mustPrepareDisclosures(context.actor)
  const { bookId, kind, title, startsOn, endsOn } = input
  mustEndAfterStart(input)
  const body = await loadBoundBody(context, bookId)
  const id = await addOccasion(context, body, { kind, title, startsOn, endsOn: endsOn ?? null, source: 'duties.desk', sourceId: null })
  await recordAudit(context, { verb: 'occasion.recorded', subjectKind: 'occasion', subjectId: id, scopeCode: body.scopeCode, details: { kind, startsOn } })
  await deriveDisclosures(context, [body])
  return getOccasion(context, id)
}

/** Refuses an end before the start, beside the field. */
export function mustEndAfterStart({ startsOn, endsOn }: { startsOn: string; endsOn?: string | undefined }): void {
  if (endsOn !== undefined && endsOn < startsOn) throw new InvalidInput([{ path: ['endsOn'], message: '结束日期不能早于开始日期' }])
}
