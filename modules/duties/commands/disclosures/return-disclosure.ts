import type { Context } from '#platform/http/context.ts'
import { mustApproveDisclosures } from '../../access.ts'
import type { DisclosureRow } from '../../contract.ts'
import { lockDisclosure } from '../../queries/disclosures/disclosure-rows.ts'
import { writeDisclosure } from '../steps/write-disclosure.ts'

type Changed = { id: string; version: number }

/** Gives a document back with a reason; what was written stays for who prepares it again. */
export async function returnDisclosure(context: Context, input: Changed & { reason: string }): Promise<DisclosureRow> {
  mustApproveDisclosures(context.actor)
  const held = await lockDisclosure(context, { step: 'return', ...input })
  return writeDisclosure(context, held, { verb: 'disclosure.returned', columns: { status: 'due', reason: input.reason } })
}
