import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApproveDisclosures } from '../../access.ts'
import type { DisclosureRow } from '../../contract.ts'
import { lockDisclosure } from '../../queries/disclosures/disclosure-rows.ts'
import { mayApprove } from '../../rules/disclosures.ts'
import { writeDisclosure } from '../steps/write-disclosure.ts'

type Changed = { id: string; version: number }

/** Approves a document, never the own one. */
export async function approveDisclosure(context: Context, input: Changed): Promise<DisclosureRow> {
  mustApproveDisclosures(context.actor)
  const { actor, today } = context
  const held = await lockDisclosure(context, { step: 'approve', ...input })
  if (!mayApprove(held.preparedBy, actor.accountId)) throw new Refusal('OWN_DISCLOSURE')
  return writeDisclosure(context, held, {
    verb: 'disclosure.approved',
    columns: { status: 'approved', approvedBy: actor.accountId, approvedName: actor.personName, approvedOn: today, reason: null },
  })
}
