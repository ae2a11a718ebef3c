import type { Context } from '#platform/http/context.ts'
import { mustPrepareDisclosures } from '../../access.ts'
import type { DisclosureRow } from '../../contract.ts'
import { lockDisclosure } from '../../queries/disclosures/disclosure-rows.ts'
import { writeDisclosure } from '../steps/write-disclosure.ts'

type Changed = { id: string; version: number }

/** Says why something the calendar asks for is not asked of this body. */
export async function voidDisclosure(context: Context, input: Changed & { reason: string }): Promise<DisclosureRow> {
  mustPrepareDisclosures(context.actor)
  const held = await lockDisclosure(context, { step: 'void', ...input })
  return writeDisclosure(context, held, { verb: 'disclosure.voided', columns: { status: 'void', reason: input.reason }, details: { reason: input.reason } })
}
