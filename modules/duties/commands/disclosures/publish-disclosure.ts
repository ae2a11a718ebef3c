import { completeTask } from '#modules/notices/index.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPublishDisclosures } from '../../access.ts'
import type { DisclosureRow } from '../../contract.ts'
import { lockDisclosure } from '../../queries/disclosures/disclosure-rows.ts'
import { writeDisclosure } from '../steps/write-disclosure.ts'

type Changed = { id: string; version: number }

/** Records on which day and where an approved document was published or handed in. */
export async function publishDisclosure(context: Context, input: Changed & { publishedOn: string; publishedWhere: string }): Promise<DisclosureRow> {
  mustPublishDisclosures(context.actor)
  const { actor, today } = context
  const held = await lockDisclosure(context, { step: 'publish', ...input })
  if (input.publishedOn > today) throw new InvalidInput([{ path: ['publishedOn'], message: '公开日期不能晚于今天' }])
  await completeTask(context, { sourceKind: 'disclosure', sourceId: held.id })
  const { publishedOn, publishedWhere } = input
  return writeDisclosure(context, held, {
    verb: 'disclosure.published', columns: { status: 'published', publishedOn, publishedWhere, publishedName: actor.personName },
    details: { publishedOn, publishedWhere },
  })
}
